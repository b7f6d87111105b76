"""The arrangements that hold between hearings: for which children, with whom, of what kind, and how long."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

LIVES, TIME, CALLS, NOT_TO, OTHER = KINDS = ("lives", "time", "calls", "not_to", "other")


@dataclass(frozen=True)
class Arrangement:
    """What holds for children and an adult, by their numbers, from a day and until one, where the court says
    so; without a last day it holds until the next hearing."""

    kind: str
    children: tuple[int, ...] = ()
    party: int | None = None
    since: date | None = None
    until: date | None = None
    words: str = ""

    @property
    def about(self) -> tuple[str, frozenset[int], int | None]:
        """What a later arrangement has to be about to take its place."""
        return self.kind, frozenset(self.children), self.party


def as_data(one: Arrangement) -> dict[str, object]:
    """An arrangement as it is kept."""
    since, until = (day.isoformat() if day else None for day in (one.since, one.until))
    return {
        "kind": one.kind, "children": list(one.children), "party": one.party, "since": since, "until": until,
        "words": one.words,
    }  # fmt: skip


def from_data(row: Mapping[str, Any]) -> Arrangement:
    """An arrangement as it was kept."""
    since, until = (date.fromisoformat(row[day]) if row[day] else None for day in ("since", "until"))
    return Arrangement(row["kind"], tuple(row["children"]), row["party"], since, until, row["words"])


def arrangements_that_hold(recorded: Iterable[Sequence[Arrangement]], today: date) -> tuple[Arrangement, ...]:
    """Of what was recorded at each hearing, the first one first, what holds on a day or will: until its last
    day, or without one until the next hearing, and unless a later hearing arranged the same anew and that has
    begun."""
    holds: list[Arrangement] = []
    for of_hearing in recorded:
        begun = [one for one in of_hearing if one.since is None or one.since <= today]
        anew = {one.about for one in begun if one.kind != OTHER}
        holds = [one for one in holds if one.until is not None and one.about not in anew]
        holds += of_hearing
    return tuple(one for one in holds if one.until is None or today <= one.until)
