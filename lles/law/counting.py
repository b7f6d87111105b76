"""Counting from a day to a day: the bare arithmetic under `periods`, with no explanation."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from lles.law.bilingual import Text
from lles.law.calendar import Calendar
from lles.law.not_reckoned import NotReckoned
from lles.law.provisions import Law, load

MONTHS_IN_YEAR = 12
DAYS_IN_WEEK = 7
OUT_OF_REACH = Text(
    en="The counting leads to a day that no calendar can write.",
    cy="Mae'r cyfrif yn arwain at ddiwrnod na all unrhyw galendr ei ysgrifennu.",
)


class DayOutOfReach(NotReckoned):
    """The counting leads to a day that no calendar can write."""

    def __init__(self, plain: str) -> None:
        super().__init__(OUT_OF_REACH, plain)


class CountRefused(ValueError):
    """A count is a whole number that is not negative."""


@cache
def counting_law() -> Law:
    """The rules of counting (CAL-*)."""
    return load(Path(__file__).parent / "counting.toml")


def shifted(day: date, days: int) -> date:
    """The day so many days later, or earlier."""
    try:
        return day + timedelta(days=days)
    except OverflowError as error:
        raise DayOutOfReach(f"{day.isoformat()} and {days} days") from error


def in_months(day: date, n: int) -> date:
    """The same day of a later month, or the last day of that month (CAL-MONTH)."""
    return _corresponding(day, n)[0]


def last_of_months(day: date, n: int) -> date:
    """The last day of a period of months beginning with a day (CAL-BEGINNING)."""
    if day.day == 1 and n:
        month = in_months(day, n - 1)
        return month.replace(day=monthrange(month.year, month.month)[1])
    corresponding, exists = _corresponding(day, n)
    return shifted(corresponding, -1) if exists else corresponding


def _corresponding(day: date, n: int) -> tuple[date, bool]:
    year, month = divmod(day.year * MONTHS_IN_YEAR + day.month - 1 + n, MONTHS_IN_YEAR)
    if not date.min.year <= year <= date.max.year:
        raise DayOutOfReach(f"{day.isoformat()} and {n} months")
    length = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, length)), day.day <= length


def is_short(n: int, starts: date) -> bool:
    """True when a period of so many days counts working days only (CAL-SHORT)."""
    return n <= counting_law()["CAL-SHORT"].number("longest_short_period_in_days", starts)


def within(starts: date, n: int, calendar: Calendar) -> date:
    """The last day of a period of clear days (CAL-CLEAR, CAL-SHORT, CAL-CLOSED)."""
    calendar.refuse_outside(starts.year)
    if is_short(n, starts):
        return calendar.working_day_after(starts, n)
    return calendar.working_day_from(shifted(starts, n))
