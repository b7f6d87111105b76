"""What hearings of both courts have in common: status, type, and days in order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from lles.links.court import codes
from lles.links.court.facts import HearingDay
from lles.links.court.reading import Field

VERY_LONG = timedelta(days=30)


def status_of(field: Field) -> str:
    """Read the status of a hearing; an unknown one is kept as text."""
    came = field.text()
    known = codes.HEARING_STATUSES.get(codes.folded(came))
    if came and known is None:
        field.reading.note("unknown_code", field.path, came)
    return known or came


def type_words(field: Field, words: str) -> str:
    """Say the type of a hearing in the court's words, or where they are missing in those of the list."""
    came = field.text()
    known = codes.HEARING_TYPES.get(came.upper())
    if came and known is None:
        field.reading.note("unknown_code", field.path, came)
    return words or (known["en"] if known else "")


def days_in_order(hearing: Field, days: Iterable[HearingDay | None]) -> tuple[HearingDay, ...]:
    """Put the days of a hearing in order, the same day once, and warn of a very long hearing."""
    found = sorted({day for day in days if day}, key=lambda day: (day.starts_at, day.venue_code, day.venue))
    if found and (found[-1].ends_at or found[-1].starts_at) - found[0].starts_at > VERY_LONG:
        hearing.reading.note("hearing_very_long", hearing.path)
    return tuple(found)
