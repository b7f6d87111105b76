"""Words in both languages: one value holds the English and the Welsh, and is said in either."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

Language = Literal["en", "cy"]
LANGUAGES: tuple[Language, ...] = ("en", "cy")

_WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "cy": ("dydd Llun", "dydd Mawrth", "dydd Mercher", "dydd Iau", "dydd Gwener", "dydd Sadwrn", "dydd Sul"),
}
_MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "cy": (
        *("Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin"),
        *("Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"),
    ),
}
_MIDDAY = {"en": "midday", "cy": "hanner dydd"}
_MIDNIGHT = {"en": "midnight", "cy": "hanner nos"}
_SOUNDS_A_VOWEL = re.compile("[aeiou]|[wy](?![aeiouwy])")
_PLACEHOLDER = re.compile(r"\{(?P<name>[a-z][a-z0-9_]*)(?::(?P<form>[a-z]+))?\}")


class PlaceholderNotFilled(KeyError):
    """A sentence asks for a value that nobody gave."""


class UnknownForm(ValueError):
    """A placeholder asks for a form of a day that does not exist."""


def day_in_words(day: date, language: Language, *, weekday: bool = True, year: bool = True) -> str:
    """A day in full words: Thursday 12 March 2026, dydd Iau 12 Mawrth 2026."""
    words = [str(day.day), _MONTHS[language][day.month - 1]]
    if weekday:
        words.insert(0, _WEEKDAYS[language][day.weekday()])
    if year:
        words.append(str(day.year))
    return " ".join(words)


def month_in_words(month: int, language: Language) -> str:
    """The name of a month, 1 to 12."""
    return _MONTHS[language][month - 1]


def opening(words: str) -> str:
    """Words that begin a line: with a capital."""
    return words[:1].upper() + words[1:]


def time_in_words(moment: time, language: Language) -> str:
    """A time of day as the service writes it in both languages: 10am, 4:30pm, midday."""
    if (moment.hour, moment.minute) == (12, 0):
        return _MIDDAY[language]
    if (moment.hour, moment.minute) == (0, 0):
        return _MIDNIGHT[language]
    minutes = f":{moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def moment_in_words(local_datetime: datetime, language: Language) -> str:
    """A day and its time of day; the moment is already in the clock of the reader."""
    return (
        f"{day_in_words(local_datetime.date(), language)}, {time_in_words(local_datetime.time(), language)}"
    )


@dataclass(frozen=True)
class Text:
    """One sentence or name in both languages; neither is a translation that may be missing."""

    en: str
    cy: str

    def said(self, language: Language) -> str:
        """The words in one language."""
        return self.en if language == "en" else self.cy

    def fill(self, **params: "Filling") -> "Text":
        """The same words with every {placeholder} filled; {day:bare} leaves out the weekday,
        {day:soft} softens it after a Welsh word that asks for that."""
        return Text(en=_filled(self.en, params, "en"), cy=_filled(self.cy, params, "cy"))

    def placeholders(self) -> dict[Language, frozenset[str]]:
        """The names each language asks for; a sound pair asks for the same ones."""
        return {
            said: frozenset(found["name"] for found in _PLACEHOLDER.finditer(self.said(said)))
            for said in LANGUAGES
        }

    def as_data(self) -> dict[str, str]:
        """The pair as plain values, fit for JSON."""
        return {"en": self.en, "cy": self.cy}

    @classmethod
    def from_data(cls, data: object) -> "Text":
        """The pair again from plain values."""
        if not isinstance(data, Mapping):
            raise TypeError(f"not a pair of languages: {type(data).__name__}")
        return cls(en=str(data["en"]), cy=str(data["cy"]))


Filling = str | int | date | time | Text


def _filled(words: str, params: Mapping[str, Filling], language: Language) -> str:
    def fill_one(found: re.Match[str]) -> str:
        if found["name"] not in params:
            raise PlaceholderNotFilled(found["name"])
        return _said(params[found["name"]], language, found["form"])

    return _PLACEHOLDER.sub(fill_one, words)


def _said(value: Filling, language: Language, form: str | None) -> str:
    if isinstance(value, Text):
        return value.said(language)
    if isinstance(value, datetime):
        return moment_in_words(value, language)
    if isinstance(value, date):
        return _day_said(value, language, form)
    if isinstance(value, time):
        return time_in_words(value, language)
    return str(value)


def _day_said(day: date, language: Language, form: str | None) -> str:
    if form == "bare":
        return day_in_words(day, language, weekday=False)
    words = day_in_words(day, language)
    if form is None:
        return words
    if form != "soft":
        raise UnknownForm(form)
    return f"d{words}" if language == "cy" else words


def both_names(first: str, second: str) -> Text:
    """Two names as one: in Welsh with the form of "and" that the sound of the second one asks for."""
    sound = unicodedata.normalize("NFD", second).encode("ascii", "ignore").decode().lower()
    return Text(f"{first} and {second}", f"{first} {'ac' if _SOUNDS_A_VOWEL.match(sound) else 'a'} {second}")
