"""Days, hours and bilingual texts as a page says them, in the language of the reader."""

from datetime import date, datetime, time
from functools import lru_cache

from django.utils import timezone
from django.utils.translation import get_language

from lles.casefile.timeline import LONDON
from lles.law.bilingual import Language, Text, day_in_words, moment_in_words, time_in_words
from lles.law.bilingual import opening as capital

_SHORT_WEEKDAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "cy": ("Llun", "Maw", "Mer", "Iau", "Gwe", "Sad", "Sul"),
}


def language() -> Language:
    """The language of the page being made."""
    return "cy" if (get_language() or "en").startswith("cy") else "en"


def said(text: Text) -> str:
    """A bilingual text in the language of the page."""
    return text.said(language())


def day(value: date, *, weekday: bool = True, opening: bool = False) -> str:
    """A day in full: Thursday 12 March 2026; opening: with a capital, where it begins a line."""
    return _begun(day_in_words(_local(value), language(), weekday=weekday), opening)


def short_day(value: date) -> str:
    """A day in a list: Thu 12 March, with the year where it is not this one."""
    shown = _local(value)
    return _in_a_list(shown, shown.year == timezone.localdate().year, language())


@lru_cache(maxsize=4096)
def _in_a_list(shown: date, is_this_year: bool, said_in: Language) -> str:
    words = day_in_words(shown, said_in, weekday=False, year=not is_this_year)
    return f"{_SHORT_WEEKDAYS[said_in][shown.weekday()]} {words}"


def moment(value: datetime, *, opening: bool = False) -> str:
    """A day and its hour: Thursday 12 March 2026, 10am."""
    return _begun(moment_in_words(value.astimezone(LONDON), language()), opening)


def clock(value: datetime | time) -> str:
    """An hour: 10am."""
    shown = value.astimezone(LONDON).time() if isinstance(value, datetime) else value
    return time_in_words(shown, language())


def _begun(words: str, begins_a_line: bool) -> str:
    return capital(words) if begins_a_line else words


def _local(value: date) -> date:
    return value.astimezone(LONDON).date() if isinstance(value, datetime) else value
