"""Plain text: letters and lines and nothing that a program would read as its own."""

import re

from lles.links.uploads.facts import MOST_TEXT, NotTaken

_BEGINS_ANOTHER_KIND = re.compile(r"\s*(<[a-z!?/]|\{\\rtf|#!|%!|@echo|MZ|GIF8|BM)", re.IGNORECASE)
_ACTS = re.compile(r"<(script|html|svg|iframe|object|embed|body|\?php|!doctype)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def copy_of_text(content: bytes) -> bytes:
    """The text in UTF-8; `NotTaken` where the bytes are not the letters of a text."""
    text = _decoded(content)
    if len(content) > MOST_TEXT:
        raise NotTaken("too_large")
    if _CONTROL.search(text) or _BEGINS_ANOTHER_KIND.match(text) or _ACTS.search(text):
        raise NotTaken("not_on_the_list")
    return text.encode()


def _decoded(content: bytes) -> str:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return _as(content, encoding)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _as(content, "cp1252")


def _as(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise NotTaken("not_on_the_list") from None
