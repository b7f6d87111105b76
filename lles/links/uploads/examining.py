"""What is done with a file in the process apart: its kind is told by its bytes, and its copy is written."""

from collections.abc import Callable, Mapping

from lles.links.apart import Answer
from lles.links.uploads.facts import NotTaken
from lles.links.uploads.names import named_kind
from lles.links.uploads.office import copy_of_docx, copy_of_odt, office_kind
from lles.links.uploads.pdf import copy_of_pdf
from lles.links.uploads.pictures import copy_of_jpeg, copy_of_png
from lles.links.uploads.text import copy_of_text

_TEST_OF_SCANNERS = b"EICAR-STANDARD-ANTIVIRUS-TEST" + b"-FILE"
_END_OF_ARCHIVE = b"PK\x05\x06"
_FIRST_BYTES = 1_100
_LAST_BYTES = 70_000

COPIES: Mapping[str, Callable[[bytes], bytes]] = {
    "pdf": copy_of_pdf,
    "docx": copy_of_docx,
    "odt": copy_of_odt,
    "jpeg": copy_of_jpeg,
    "png": copy_of_png,
    "text": copy_of_text,
}


def answer(facts: Mapping[str, str], content: bytes) -> Answer:
    """The kind of a file and its copy, or the reason why it is not taken."""
    try:
        kind = kind_of(facts["name"], content)
        return {"kind": kind}, (COPIES[kind](content),)
    except NotTaken as refused:
        return {"reason": refused.reason}, ()


def kind_of(name: str, content: bytes) -> str:
    """The kind by the bytes; a name that claims a kind which is not on the list is not believed in part."""
    if _TEST_OF_SCANNERS in content:
        raise NotTaken("malware")
    if content.startswith(b"\x78\x9f\x3e\x22"):
        raise NotTaken("winmail")
    kind = _by_bytes(content)
    claimed = named_kind(name)
    if claimed == "other" or (kind == "text" and claimed not in (None, "text")):
        raise NotTaken("not_on_the_list" if kind == "text" else "name_differs")
    if kind in ("pdf", "jpeg", "png") and _END_OF_ARCHIVE in content[-_LAST_BYTES:]:
        raise NotTaken("two_kinds")
    if kind != "pdf" and b"%PDF-" in content[:_FIRST_BYTES]:
        raise NotTaken("two_kinds")
    return kind


def _by_bytes(content: bytes) -> str:
    if content.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"PK\x03\x04"):
        return office_kind(content)
    return "text"
