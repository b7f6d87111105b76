"""Working days: the calendar of the court and the wider one of freedom of information."""

import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType

from lles.law.bilingual import Text
from lles.law.not_reckoned import NotReckoned
from lles.law.provisions import read_texts

_FOLDER = Path(__file__).parent
_SATURDAY = 5
_DAY = timedelta(days=1)


class YearOutsideTable(NotReckoned):
    """A day lies in a year whose closed days nobody has entered, so nothing is computed from it."""

    def __init__(self, year: int, first: int, last: int) -> None:
        says = _words()["outside_table"].fill(year=year, first=first, last=last)
        super().__init__(says, f"closed days of {year} are not in the table ({first} to {last})")
        self.year = year


@dataclass(frozen=True)
class Skipped:
    """A day that does not count, and why."""

    day: date
    reason: Text


@dataclass(frozen=True, eq=False)
class Calendar:
    """The closed days of one purpose, from the first to the last year of its table."""

    name: str
    closed: Mapping[date, Text]
    proclaimed_to: int
    first: int
    last: int

    def closure(self, day: date) -> Text | None:
        """Why nothing counts on that day, or None when it is a working day."""
        self.refuse_outside(day.year)
        named = self.closed.get(day)
        if named is not None:
            return named
        return _words()["weekend"] if day.weekday() >= _SATURDAY else None

    def is_working(self, day: date) -> bool:
        """True when the day is neither on a weekend nor a holiday of this calendar."""
        return self.closure(day) is None

    def working_day_after(self, day: date, n: int) -> date:
        """The nth working day after a day; the day itself does not count, and the 0th is the day."""
        self.refuse_outside(day.year)
        if n == 0:
            return day
        place = bisect_right(self._working, day) + n - 1
        if place >= len(self._working):
            raise YearOutsideTable(self.last + 1, self.first, self.last)
        return self._working[place]

    def working_day_before(self, day: date, n: int) -> date:
        """The nth working day before a day; the day itself does not count, and the 0th is the day."""
        self.refuse_outside(day.year)
        if n == 0:
            return day
        place = bisect_left(self._working, day) - n
        if place < 0:
            raise YearOutsideTable(self.first - 1, self.first, self.last)
        return self._working[place]

    def working_day_from(self, day: date) -> date:
        """The day itself when it is a working day, else the next one."""
        return day if self.is_working(day) else self.working_day_after(day, 1)

    def closed_between(self, after: date, before: date) -> tuple[Skipped, ...]:
        """The closed days strictly between two days, each with its reason, in order."""
        first, end = bisect_right(self._closed_days, after), bisect_left(self._closed_days, before)
        return self._skipped[first:end]

    def closed_too(self, days: Iterable[date], why: Text) -> "Calendar":
        """The same calendar with more closed days."""
        return replace(self, closed=MappingProxyType({**self.closed, **dict.fromkeys(days, why)}))

    def warnings(self, days: Iterable[date]) -> tuple[Text, ...]:
        """One warning for each year among the days whose holidays are not yet proclaimed."""
        years = sorted({day.year for day in days if day.year > self.proclaimed_to})
        return tuple(_words()["not_yet_proclaimed"].fill(year=year) for year in years)

    def refuse_outside(self, year: int) -> None:
        """Refuse a year that the table does not hold."""
        if not self.first <= year <= self.last:
            raise YearOutsideTable(year, self.first, self.last)

    @cached_property
    def _every_day(self) -> tuple[date, ...]:
        first, end = date(self.first, 1, 1), date(self.last, 12, 31)
        return tuple(first + _DAY * n for n in range((end - first).days + 1))

    @cached_property
    def _working(self) -> tuple[date, ...]:
        return tuple(day for day in self._every_day if self.is_working(day))

    @cached_property
    def _skipped(self) -> tuple[Skipped, ...]:
        closures = ((day, self.closure(day)) for day in self._every_day)
        return tuple(Skipped(day, reason) for day, reason in closures if reason is not None)

    @cached_property
    def _closed_days(self) -> tuple[date, ...]:
        return tuple(skipped.day for skipped in self._skipped)


def court_calendar(
    extra: Mapping[date, Text] = MappingProxyType({}), opened: Collection[date] = ()
) -> Calendar:
    """Business days of the Family Procedure Rules, with days that a service has closed or opened."""
    return _with("court", _table("closed_days.toml"), extra, opened) if extra or opened else _court()


def information_calendar(extra: Mapping[date, Text] = MappingProxyType({})) -> Calendar:
    """Working days of freedom of information: a holiday in any part of the United Kingdom closes a day."""
    return _with("information", _united_kingdom(), extra) if extra else _information()


@cache
def _court() -> Calendar:
    return _with("court", _table("closed_days.toml"), {})


@cache
def _information() -> Calendar:
    return _with("information", _united_kingdom(), {})


def _with(name: str, table: Calendar, extra: Mapping[date, Text], opened: Collection[date] = ()) -> Calendar:
    shipped = {day: why for day, why in table.closed.items() if day not in opened}
    closed = MappingProxyType({**shipped, **extra})
    return Calendar(name, closed, table.proclaimed_to, table.first, table.last)


def _united_kingdom() -> Calendar:
    ours, elsewhere = _table("closed_days.toml"), _table("closed_days_elsewhere.toml")
    return Calendar(
        name="information",
        closed={**elsewhere.closed, **ours.closed},
        proclaimed_to=min(ours.proclaimed_to, elsewhere.proclaimed_to),
        first=max(ours.first, elsewhere.first),
        last=min(ours.last, elsewhere.last),
    )


@cache
def _table(file_name: str) -> Calendar:
    table = tomllib.loads((_FOLDER / file_name).read_text(encoding="utf-8"))
    names = read_texts(table["names"])
    closed: dict[date, Text] = {}
    for year in table["days"].values():
        moved = year.pop("substitutes", [])
        for key, day in year.items():
            closed[day] = _words()["substitute"].fill(holiday=names[key]) if key in moved else names[key]
    return Calendar(file_name, closed, table["proclaimed_to"], table["first"], table["last"])


@cache
def _words() -> dict[str, Text]:
    return read_texts(tomllib.loads((_FOLDER / "closures.toml").read_text(encoding="utf-8")))
