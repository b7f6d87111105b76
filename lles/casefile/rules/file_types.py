"""What kind of file it is, by its own bytes: what a sender called it is not believed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FileType:
    """A kind of file: how a browser is told of it, and how its name ends."""

    media_type: str
    ending: str


UNKNOWN = FileType("application/octet-stream", "bin")
PDF = FileType("application/pdf", "pdf")
WORD = FileType("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx")
_BEGINS = (
    (b"%PDF-", PDF),
    (b"\xff\xd8\xff", FileType("image/jpeg", "jpg")),
    (b"\x89PNG\r\n\x1a\n", FileType("image/png", "png")),
    (b"II*\x00", FileType("image/tiff", "tif")),
    (b"MM\x00*", FileType("image/tiff", "tif")),
    (b"{\\rtf", FileType("application/rtf", "rtf")),
)


def file_type(content: bytes) -> FileType:
    """The kind of a file; one that a browser could run, or that nobody knows, is bytes and nothing else."""
    if content.startswith(b"PK\x03\x04") and b"word/document.xml" in content:
        return WORD
    return next((kind for begins, kind in _BEGINS if content.startswith(begins)), UNKNOWN)
