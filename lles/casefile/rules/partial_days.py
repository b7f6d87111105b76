"""Days of which only the year or the month may be known: "2015", "2015-03", "2015-03-04"."""

import re
from datetime import date, timedelta

from lles.law.bilingual import Text, day_in_words, month_in_words

_WRITTEN = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")


def partial_day_in_words(written: str) -> Text | None:
    """As much of a day as is known, in both languages; None where nothing is."""
    if not is_partial_day(written):
        return None
    year, month, day = _parts(written)
    if day:
        known = date(year, month, day)
        return Text(en=day_in_words(known, "en", weekday=False), cy=day_in_words(known, "cy", weekday=False))
    if month:
        return Text(en=f"{month_in_words(month, 'en')} {year}", cy=f"{month_in_words(month, 'cy')} {year}")
    return Text(en=str(year), cy=str(year))


def period_in_words(began: str, ended: str) -> Text | None:
    """From when to when something was, as far as it is known."""
    first, last = partial_day_in_words(began), partial_day_in_words(ended)
    if first and last and first != last:
        return Text(en=f"{first.en} to {last.en}", cy=f"{first.cy} hyd {last.cy}")
    if last and not first:
        return Text(en=f"until {last.en}", cy=f"hyd {last.cy}")
    return first


def is_partial_day(written: str) -> bool:
    """True for a year, a month of a year, or a day that exists."""
    if not _WRITTEN.fullmatch(written):
        return False
    year, month, day = _parts(written)
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return False
    return True


def first_day_of(written: str) -> date:
    """The first day that a partial day may mean."""
    year, month, day = _parts(written)
    return date(year, month or 1, day or 1)


def last_day_of(written: str) -> date:
    """The last day that a partial day may mean."""
    year, month, day = _parts(written)
    if day:
        return date(year, month, day)
    after = date(year + 1, 1, 1) if month in (0, 12) else date(year, month + 1, 1)
    return after - timedelta(days=1)


def _parts(written: str) -> tuple[int, int, int]:
    year, month, day = (*written.split("-"), "0", "0")[:3]
    return int(year), int(month), int(day)
