"""Texts of files that are not PDFs: plain text, tables, JSON, XML and the zipped formats of offices."""

import html
import io
import json
import re
import zipfile
from collections.abc import Iterator

from lles.links.pdf_reader.place import Place, UnreadablePdf

LARGEST = 64 * 1024 * 1024
_TAG = re.compile(r"<[^<>]*>")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def text_places(content: bytes, name: str = "text") -> tuple[Place, ...]:
    """The texts of a plain file: as it stands, without its tags, and each value of a JSON file or part
    of a zipped one."""
    if content.startswith(b"PK\x03\x04"):
        return tuple(_zipped(content, name))
    text = decoded(content)
    found = [Place(name, text)]
    if "<" in text or "&" in text:
        found += [Place(name, html.unescape(_TAG.sub(" ", text))), Place(name, html.unescape(text))]
    return (*found, *_values(text, name))


def decoded(content: bytes) -> str:
    """Bytes as text: by their mark, as UTF-8, as UTF-16 without mark, else letter by letter."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if content.count(b"\x00") * 4 > len(content):
        big_end = content[:2000:2].count(b"\x00") > content[1:2000:2].count(b"\x00")
        return content.decode("utf-16-be" if big_end else "utf-16-le", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _values(text: str, name: str) -> Iterator[Place]:
    if not text.lstrip().startswith(("{", "[", '"')):
        return
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return
    yield from _inside(value, name)


def _inside(value: object, name: str) -> Iterator[Place]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield Place(name, key)
            yield from _inside(inner, f"{name}.{key}")
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _inside(inner, f"{name}.{at}")
    elif value is not None and not isinstance(value, bool):
        yield Place(name, str(value))


def _zipped(content: bytes, name: str) -> Iterator[Place]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > LARGEST:
                raise UnreadablePdf(f"{name} is too large to read")
            for member in archive.infolist():
                yield Place(name, f"{member.filename}\n{decoded(member.comment)}")
                yield from text_places(archive.read(member), f"{name}, {member.filename}")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise UnreadablePdf(f"{name} cannot be unpacked") from error
