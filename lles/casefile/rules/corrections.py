"""Which fields of a person can be put right, and when the court says something new of one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

NAMES = ("first_name", "last_name", "previous_name")
OF_A_CHILD = (*NAMES, "born_on", "gender", "language", "social_worker")
OF_A_PERSON = ("role", *NAMES, "born_on", "gender")
OF_AN_ORGANISATION = ("role", "last_name")
RELATION = "relation"
FOUND_BY = frozenset({*NAMES, "born_on"})
"""By what others find a person in their records."""
NOT_SAID = "unknown"


@dataclass(frozen=True)
class PutRight:
    """A field as an officer put it right: what stands, and all that the court is known to say of it."""

    now: str
    known: frozenset[str]


def as_text(field: str, value: object) -> str:
    """A value of a field as it is kept: a day in figures, and of a gender that is not known nothing."""
    if isinstance(value, date):
        return value.isoformat()
    text = str(value or "")
    if field == "gender":
        return "" if text.lower() == NOT_SAID else text.lower()
    return text


def from_text(field: str, text: str) -> object:
    """The value of a field from the text that is kept of it."""
    if field == "born_on":
        return date.fromisoformat(text) if text else None
    return text


def says_something_new(said: str, standing: PutRight) -> bool:
    """Whether what the court says now is neither what an officer put right nor what the court was known to
    say before: then a person decides, and until then what was put right stands."""
    return said != standing.now and said not in standing.known


def changed(before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, tuple[str, str]]:
    """Of each field that is other than it was, what stood there and what stands now."""
    texts = {name: (as_text(name, before[name]), as_text(name, value)) for name, value in after.items()}
    return {name: (was, now) for name, (was, now) in texts.items() if was != now}


def finds_others(fields: Iterable[str]) -> bool:
    """Whether by what was put right somebody else was found in the records of others."""
    return bool(FOUND_BY & set(fields))
