"""What tells one case from another: its number, and the words for its state and type."""

from __future__ import annotations

import re

from lles.links.court import codes
from lles.links.court.reading import Field

USUAL_LENGTH = 16
_DIGITS = re.compile(r"\d{1,20}", re.ASCII)
EXACT = 2**53


def number_of(field: Field) -> str | None:
    """Read the court's number of a case as digits; a case without one is held, not lost."""
    if not field:
        field.reading.note("no_case_number", field.path)
        return None
    if isinstance(field.value, float) and not (field.value.is_integer() and abs(field.value) < EXACT):
        field.reading.warn("case_number_not_understood", field.path, field.value)
        return None
    came = str(int(field.value)) if isinstance(field.value, float) else field.text()
    field.reading.tick(field.path)
    digits = re.sub(r"[\s-]", "", came) if not came.startswith("-") else came
    if not _DIGITS.fullmatch(digits) or not int(digits):
        field.reading.warn("case_number_not_understood", field.path, came)
        return None
    if len(digits) != USUAL_LENGTH:
        field.reading.note("case_number_unusual", field.path, came)
    return digits


def state_of(field: Field) -> str | None:
    """Read the court's state of a case; an unknown one is kept as text."""
    came = field.text()
    known = codes.STATES.get(codes.folded(came))
    if came and known is None:
        field.reading.note("unknown_code", field.path, came)
    return known or came or None


def region_of(field: Field) -> str | None:
    """Read the region of the court that manages a case; an unknown one is kept as text."""
    came = field.text()
    known = codes.REGIONS.get(codes.folded(came))
    if came and known is None:
        field.reading.note("unknown_code", field.path, came)
    return known or came or None


def warn_of_case_type(*fields: Field) -> None:
    """Warn of a kind of case that these services do not send."""
    for field in fields:
        came = field.text()
        if came and codes.folded(came) not in codes.CASE_TYPES:
            field.reading.note("unknown_code", field.path, came)
