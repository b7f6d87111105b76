"""The parts of a multipart body, byte for byte."""

from __future__ import annotations

from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesHeaderParser


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
    headers = BytesHeaderParser().parsebytes(head)
    name = headers.get_param("name", header="Content-Disposition")
    if not parted or not isinstance(name, str):
        return None
    file_name = headers.get_param("filename", header="Content-Disposition")
    shown = file_name if isinstance(file_name, str) else ""
    said = headers.get_content_type() if headers["Content-Type"] else ""
    return name, Part(content, _utf8(shown), said)


def _utf8(text: str) -> str:
    return text.encode("ascii", "surrogateescape").decode("utf-8", "replace") if not text.isascii() else text
