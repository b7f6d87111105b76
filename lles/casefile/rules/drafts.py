"""Which saving of a draft comes next, which came already, and which would overwrite another writer unseen."""

from dataclasses import dataclass
from enum import Enum


class Turn(Enum):
    """What a saving is to the draft as it stands."""

    NEXT = "next"
    CAME_ALREADY = "came already"
    OVERTAKEN = "overtaken"


@dataclass(frozen=True)
class Revision:
    """The last revision of a draft: its number, the page that wrote it, and how far that page had come."""

    number: int
    sheet: str
    turn: int
    ended: bool


@dataclass(frozen=True)
class Saving:
    """What a page brings: the revision it saw last, which page it is, and how far it has come."""

    seen: int
    sheet: str = ""
    turn: int = 0


def turn_of(standing: Revision | None, saving: Saving) -> Turn:
    """A writer who saw the last revision, or wrote it on the same page, comes next; nobody else does."""
    if standing is None:
        return Turn.NEXT
    if saving.sheet and saving.sheet == standing.sheet:
        late = standing.ended or saving.turn <= standing.turn
        return Turn.CAME_ALREADY if late else Turn.NEXT
    return Turn.NEXT if saving.seen == standing.number else Turn.OVERTAKEN
