"""Facts as a person states them for one explanation: `receipt=2026-03-04 nation=wales`."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, time

from lles.law.due import Due, DueDay, NoDay
from lles.law.jurisdiction import Nation
from lles.law.not_reckoned import NotReckoned
from lles.law.periods import Reckoning

Explained = Reckoning | Due
Explanations = Mapping[str, Callable[[Mapping[str, str]], Explained]]


class FactMissing(ValueError):
    """A rule needs a fact that was not given."""


class FactUnreadable(ValueError):
    """A fact was given in a form that the rule cannot read."""


class Read(Mapping[str, str]):
    """The facts as stated, remembering which of them a rule read."""

    def __init__(self, facts: Mapping[str, str]) -> None:
        self._facts = facts
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.names.add(name)
        return self._facts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)

    def unread(self) -> tuple[str, ...]:
        """The facts that the rule did not ask for."""
        return tuple(name for name in self._facts if name not in self.names)


def stated_day(facts: Mapping[str, str], name: str) -> date:
    """A day that must be stated, as 2026-03-04."""
    day = stated_day_or_none(facts, name)
    if day is None:
        raise FactMissing(f"{name}=YYYY-MM-DD is needed")
    return day


def stated_day_or_none(facts: Mapping[str, str], name: str) -> date | None:
    """A day that may be stated."""
    words = facts.get(name, "").strip()
    try:
        return date.fromisoformat(words) if words else None
    except ValueError as error:
        raise FactUnreadable(f"{name}={words} is not a day") from error


def stated_time_or_none(facts: Mapping[str, str], name: str) -> time | None:
    """A time of day that may be stated, as 16:00."""
    words = facts.get(name, "").strip()
    try:
        return time.fromisoformat(words) if words else None
    except ValueError as error:
        raise FactUnreadable(f"{name}={words} is not a time") from error


def stated_number(facts: Mapping[str, str], name: str) -> int:
    """A whole number that must be stated."""
    words = facts.get(name, "").strip()
    if not words:
        raise FactMissing(f"{name}=NUMBER is needed")
    if not (words.isascii() and words.isdecimal()):
        raise FactUnreadable(f"{name}={words} is not a whole number")
    return int(words)


def stated_due(due: DueDay) -> Due:
    """The due day of the facts stated; facts from which no day follows are refused with the reason."""
    if isinstance(due, NoDay):
        raise NotReckoned(due.says)
    return due


def stated_nations(facts: Mapping[str, str], name: str = "nation") -> frozenset[Nation]:
    """The nations stated, separated by commas; none when nothing is stated."""
    words = [word.strip().casefold() for word in facts.get(name, "").split(",") if word.strip()]
    try:
        return frozenset(Nation(word) for word in words)
    except ValueError as error:
        raise FactUnreadable(f"{name}={facts[name]} is not england, wales or unknown") from error
