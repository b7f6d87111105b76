"""Closed days and Pathfinder areas in force: what is shipped, with what the service has set over it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models.functions import JSONObject

from lles.casefile.models import ClosedDay, Office, PathfinderArea
from lles.casefile.prepared import Asked
from lles.casefile.timeline import word
from lles.law.bilingual import Text
from lles.law.calendar import Calendar, court_calendar
from lles.law.pathway import Area, areas

Row = tuple[str, bool, str, str]

_known: ContextVar[Calendar | None] = ContextVar("calendar in force", default=None)
_of_page: ContextVar[Calendar | None] = ContextVar("calendar of a page", default=None)


def calendar_in_force() -> Calendar:
    """The working days of the courts as they stand now; a page has read them with its reader's account."""
    return _known.get() or _of_page.get() or _read()


def calendar_of_office(office: Office | None) -> Calendar:
    """The days on which an office works: those of the courts, without the days on which it alone is
    closed (JUR-HOURS)."""
    calendar = calendar_in_force()
    if office is None or not office.closed_on:
        return calendar
    return calendar.closed_too(map(date.fromisoformat, office.closed_on), word("office_part.closed"))


def _read() -> Calendar:
    rows = _CLOSED.all_of()
    return _calendar(tuple((row.day.isoformat(), row.is_closed, row.name_en, row.name_cy) for row in rows))


_CLOSED = Asked(lambda: ClosedDay.objects.filter(withdrawn_at=None).order_by("day"))


@contextmanager
def knowing_the_calendar() -> Iterator[Calendar]:
    """Reads the calendar afresh, once for everything that is derived meanwhile."""
    known = _known.get() or _read()
    token = _known.set(known)
    try:
        yield known
    finally:
        _known.reset(token)


@contextmanager
def on_a_page(calendar: Calendar) -> Iterator[None]:
    """What a page reckons, it reckons by the calendar that came with the account of its reader."""
    token = _of_page.set(calendar)
    try:
        yield
    finally:
        _of_page.reset(token)


def closed_days_column() -> ArraySubquery:
    """What the service has set of closed days, as a column that comes with the account of a request."""
    rows = ClosedDay.objects.filter(withdrawn_at=None).order_by("day")
    named = {"day": "day", "closed": "is_closed", "en": "name_en", "cy": "name_cy"}
    return ArraySubquery(rows.values(one=JSONObject(**named)))


def calendar_of(rows: Sequence[Mapping[str, Any]]) -> Calendar:
    """The calendar in force, from that column."""
    return _calendar(tuple((str(row["day"]), bool(row["closed"]), row["en"], row["cy"]) for row in rows))


@lru_cache(maxsize=8)
def _calendar(rows: tuple[Row, ...]) -> Calendar:
    closed = {date.fromisoformat(day): Text(en, cy) for day, is_closed, en, cy in rows if is_closed}
    opened = frozenset(date.fromisoformat(day) for day, is_closed, _, _ in rows if not is_closed)
    return court_calendar(closed, opened)


def areas_in_force() -> Mapping[str, Area]:
    """The areas of Pathfinder: the shipped ones, each replaced by what the service set, and its own."""
    return {**areas(), **{row.area: _area(row) for row in areas_set()}}


def areas_set() -> Sequence[PathfinderArea]:
    """What the service has set of Pathfinder areas."""
    return _AREAS.all_of()


_AREAS = Asked(lambda: PathfinderArea.objects.filter(withdrawn_at=None).order_by("area"))


def _area(row: PathfinderArea) -> Area:
    return Area(
        id=row.area,
        name=Text(row.name_en, row.name_cy),
        starts=row.starts,
        known_by=None,
        ends=row.ends,
        codes=frozenset(row.court_codes),
        begins=tuple(row.court_names),
    )


@dataclass(frozen=True)
class ListedDay:
    """A closed day as the administrator's page lists it; `row` is None for a day of the shipped table."""

    day: date
    name: Text
    is_closed: bool
    row: ClosedDay | None


def days_of_year(year: int) -> tuple[ListedDay, ...]:
    """The holidays of a year with what the service has set, in order."""
    rows = {row.day: row for row in ClosedDay.objects.filter(withdrawn_at=None, day__year=year)}
    shipped = {day: name for day, name in court_calendar().closed.items() if day.year == year}
    own = {day: Text(row.name_en, row.name_cy) for day, row in rows.items() if row.is_closed}
    named = {**shipped, **own}
    return tuple(
        ListedDay(day, named.get(day, Text("", "")), row.is_closed if row else True, row)
        for day in sorted({*named, *rows})
        for row in (rows.get(day),)
    )


def closed_day(pk: int) -> ClosedDay | None:
    """One thing the service has said of a day, while it stands."""
    return ClosedDay.objects.filter(pk=pk, withdrawn_at=None).first()
