"""The parts of a multipart body, byte for byte."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.message import Message

_NAMED = re.compile(r'[;\s](name|filename)="([^"]*)"', re.IGNORECASE)
_TYPE = re.compile(r"^content-type:\s*([^\s;]+)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """One part of a form: a file with its name and type, or the text of a field."""

    content: bytes = field(repr=False)
    file_name: str = ""
    content_type: str = ""


def parts_of(content_type: str, body: bytes) -> dict[str, Part]:
    """Take a multipart body apart; what is not one has no parts."""
    header = Message()
    header["Content-Type"] = content_type
    boundary = header.get_boundary()
    if not boundary or header.get_content_type() != "multipart/form-data":
        return {}
    pieces = (b"\r\n" + body).split(b"\r\n--" + boundary.encode())
    return dict(found for piece in pieces[1:-1] if (found := _part(piece)) is not None)


def _part(piece: bytes) -> tuple[str, Part] | None:
    head, parted, content = piece.removeprefix(b"\r\n").partition(b"\r\n\r\n")
    said = head.decode("utf-8", "replace")
    names = {name.casefold(): text.replace("%22", '"') for name, text in _NAMED.findall(said)}
    if not parted or "name" not in names:
        return None
    found = _TYPE.search(said)
    return names["name"], Part(content, names.get("filename", ""), found[1].casefold() if found else "")
