"""Whether two people of two cases may be one person: what they share, weighed; a person decides."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from lles.casefile.rules.names import Likeness, likeness

UNKNOWN = ""


@dataclass(frozen=True)
class Known:
    """A person as a case knows them: the name, a former one, and the day of birth."""

    name: str
    former: str = ""
    born_on: date | None = None

    @property
    def names(self) -> Iterator[str]:
        """The name of now, then the name as it was: alone or behind the first name."""
        yield self.name
        if self.former:
            yield self.former
            yield f"{self.name.split()[0] if self.name else ''} {self.former}"


@dataclass(frozen=True)
class Reason:
    """One thing that two people share; guarded where it is a protected detail of either."""

    code: str
    guarded: bool = False


@dataclass(frozen=True)
class Match:
    """What two people share, and how much it weighs."""

    score: int
    reasons: tuple[Reason, ...]

    @property
    def is_by_name(self) -> bool:
        """Whether their names have anything in common."""
        return any(reason.code in weights()["name"] for reason in self.reasons)

    @property
    def is_by_name_alone(self) -> bool:
        """Whether nothing but a name says that they are one."""
        return self.is_by_name and len(self.reasons) == 1

    @property
    def is_open(self) -> bool:
        """Whether it would be a match also without what is guarded."""
        return _is_enough([reason for reason in self.reasons if not reason.guarded])


@cache
def settings() -> Mapping[str, int]:
    """The thresholds."""
    return {name: value for name, value in _table().items() if isinstance(value, int)}


@cache
def weights() -> Mapping[str, Mapping[str, int]]:
    """The weights: of names, of birth, of where somebody can be found."""
    return {name: value for name, value in _table().items() if isinstance(value, dict)}


@cache
def _table() -> Mapping[str, object]:
    return tomllib.loads(Path(__file__).with_name("matching.toml").read_text(encoding="utf-8"))


def match(one: Known, other: Known, contacts: Iterable[Reason] = ()) -> Match | None:
    """What two people share, where it is enough for a person to look; None where it is not (SG-KNOWN)."""
    contacts = tuple(contacts)
    birth = birth_reason(one.born_on, other.born_on)
    if birth == "born_another_day" and not contacts:
        return None
    name = name_reason(one, other)
    found = (*(Reason(code) for code in (name, birth) if code != UNKNOWN), *contacts)
    return Match(_score(found), found) if _is_enough(found) else None


def _is_enough(reasons: Iterable[Reason]) -> bool:
    return _score(reasons) >= settings()["enough"]


def _score(reasons: Iterable[Reason]) -> int:
    """Who they are counts for nothing at the least; where they are found is never counted against them."""
    codes = [reason.code for reason in reasons]
    who = [weights()["name"].get(code, 0) + weights()["birth"].get(code, 0) for code in codes]
    return max(0, sum(who)) + sum(weights()["contact"].get(code, 0) for code in codes)


def name_reason(one: Known, other: Known) -> str:
    """What two people's names have in common."""
    found = likeness(one.name, other.name)
    if found >= Likeness.REVERSED:
        return "same_name" if found is Likeness.SAME else "names_in_another_order"
    if (one.former or other.former) and _was_called(one, other):
        return "former_name"
    return {Likeness.ALIKE: "name_alike", Likeness.FIRST: "first_name_same"}.get(found, UNKNOWN)


def _was_called(one: Known, other: Known) -> bool:
    return any(likeness(ours, theirs) >= Likeness.ALIKE for ours in one.names for theirs in other.names)


def birth_reason(one: date | None, other: date | None) -> str:
    """What two days of birth have in common; nothing is said where one of them is not known."""
    if one is None or other is None:
        return UNKNOWN
    if one == other:
        return "born_same_day"
    if other == swapped(one):
        return "day_and_month_swapped"
    return "birth_date_one_part_off" if other in nearly(one) else "born_another_day"


def swapped(day: date) -> date | None:
    """The day with its day and month the wrong way round, where there is such a day."""
    return _day(day.year, day.day, day.month) if day.day != day.month else None


def nearly(day: date) -> frozenset[date]:
    """The days of which one part is one off, or the year ten."""
    others: set[date | None] = {day - timedelta(days=1), day + timedelta(days=1)}
    others |= {_day(day.year + years, day.month, day.day) for years in (-10, -1, 1, 10)}
    others |= {_day(day.year, month, day.day) for month in (day.month - 1, day.month + 1)}
    return frozenset(one for one in others if one is not None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
