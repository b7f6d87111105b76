"""Files that others give us: a short closed list of kinds, told by their bytes, and the copy one may open.

Nothing of them is run or drawn here. What is taken is written anew in a process apart, without what could act
and without metadata; the file as it came stays sealed beside the copy. docs/decisions/0901.
"""

from lles.links.apart import Broke, read_apart
from lles.links.uploads.facts import KINDS, MOST_BYTES, REASONS, Examined, Kind, NotTaken
from lles.links.uploads.names import cleaned

__all__ = ["KINDS", "MOST_BYTES", "REASONS", "Examined", "Kind", "NotTaken", "cleaned", "examine"]

_READER = "lles.links.uploads.examining"


def examine(name: str, content: bytes) -> Examined:
    """The kind of a file and the copy that may be opened; `NotTaken` says why a file is not taken."""
    if not content:
        raise NotTaken("empty")
    if len(content) > MOST_BYTES:
        raise NotTaken("too_large")
    try:
        told, parts = read_apart(_READER, {"name": name}, content)
    except Broke:
        raise NotTaken("damaged") from None
    if reason := told.get("reason"):
        raise NotTaken(str(reason))
    return Examined(KINDS[str(told["kind"])], parts[0])
