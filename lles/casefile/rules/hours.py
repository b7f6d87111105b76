"""When an office closes: its hours by the day of the week, and the closed days of the calendar."""

from collections.abc import Mapping, Sequence
from datetime import date, time

from lles.law.calendar import Calendar, YearOutsideTable
from lles.law.jurisdiction import WEEKDAYS


def is_open_on(hours: Mapping[str, Sequence[str]], day: date, calendar: Calendar) -> bool:
    """Whether an office is open at all on a day; in a year outside the table its hours alone say."""
    try:
        holiday = day.weekday() < 5 and not calendar.is_working(day)
    except YearOutsideTable:
        holiday = False
    return not holiday and bool(hours.get(WEEKDAYS[day.weekday()]))


def closes_at(hours: Mapping[str, Sequence[str]], day: date, calendar: Calendar) -> time | None:
    """When an office closes on a day; None where it does not open."""
    if not is_open_on(hours, day, calendar):
        return None
    return time.fromisoformat(hours[WEEKDAYS[day.weekday()]][-1])
