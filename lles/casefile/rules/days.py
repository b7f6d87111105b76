"""How far days lie apart, as pages and letters say it: whole years of age, working days ahead."""

from datetime import date, timedelta

from lles.law.bilingual import Text
from lles.law.calendar import Calendar, YearOutsideTable


def age_on(born_on: date, day: date) -> int:
    """Whole years since birth."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def working_days_until(day: date, today: date, calendar: Calendar) -> int | Text:
    """How many working days lie ahead, up to and with a day, or why nobody can say."""
    try:
        ahead = (today + timedelta(n) for n in range(1, (day - today).days + 1))
        return sum(calendar.is_working(one) for one in ahead)
    except YearOutsideTable as outside:
        return outside.says


def working_day_before(day: date, calendar: Calendar) -> date:
    """The last working day before a day; yesterday where the table of closed days does not hold it."""
    try:
        return calendar.working_day_before(day, 1)
    except YearOutsideTable:
        return day - timedelta(1)
