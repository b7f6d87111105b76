"""The kinds of files that are taken, how large each may be, and why a file is not taken."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024
MOST_BYTES = 25 * MEGABYTE
MOST_TEXT = 2 * MEGABYTE
MOST_UNPACKED = 256 * MEGABYTE
MOST_MEMBERS = 2_000
MOST_PIXELS = 80_000_000
MOST_PAGES = 5_000


@dataclass(frozen=True)
class Kind:
    """A kind of file on the list: its name, the ending its copies bear, and its media type."""

    name: str
    ending: str
    media_type: str


KINDS = {
    kind.name: kind
    for kind in (
        Kind("pdf", "pdf", "application/pdf"),
        Kind("docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        Kind("odt", "odt", "application/vnd.oasis.opendocument.text"),
        Kind("jpeg", "jpg", "image/jpeg"),
        Kind("png", "png", "image/png"),
        Kind("text", "txt", "text/plain; charset=utf-8"),
    )
}

REASONS = (
    "empty",
    "too_large",
    "too_many",
    "not_on_the_list",
    "name_differs",
    "two_kinds",
    "damaged",
    "encrypted",
    "unpacks_too_large",
    "too_many_pixels",
    "macro",
    "entity",
    "needs_its_program",
    "winmail",
    "malware",
)


class NotTaken(Exception):
    """A file is not taken; the reason is one of `REASONS`."""

    def __init__(self, reason: str) -> None:
        if reason not in REASONS:
            raise ValueError(f"not a reason: {reason}")
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True)
class Examined:
    """A file that is taken: its kind, and the copy that may be opened."""

    kind: Kind
    copy: bytes
