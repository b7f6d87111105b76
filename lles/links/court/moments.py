"""Days and moments in every form the courts write them; None where a text says no certain day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from lles.links.court.codes import MONTHS

LONDON = ZoneInfo("Europe/London")

_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})"
    r"(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?",
    re.ASCII | re.IGNORECASE,
)
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([^\W\d_]+)\.?,?\s+(\d{4})", re.IGNORECASE)
_STROKES = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)


def day_of(value: object) -> date | None:
    """Read a day; the time that may stand beside it is left aside."""
    if isinstance(value, list):
        parts = _numbers(value)
        return _day(*parts[:3]) if parts else None
    if not isinstance(value, str):
        return None
    text = value.strip()
    if found := _ISO.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _WORDS.fullmatch(text):
        month = MONTHS.get(found[2].casefold())
        return _day(int(found[3]), month, int(found[1])) if month else None
    if found := _STROKES.fullmatch(text):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    return None


def reads_day_first(value: object) -> bool:
    """Say whether a day was written with strokes, so that day and month rest on British custom."""
    return isinstance(value, str) and _STROKES.fullmatch(value.strip()) is not None


def moment_of(value: object, clock: tzinfo) -> datetime | None:
    """Read a moment in UTC; without a zone it is taken in the clock of its service."""
    local = _moment(value)
    if local is None:
        return None
    try:
        aware = local if local.tzinfo else local.replace(tzinfo=clock)
        return aware.astimezone(UTC)
    except (OverflowError, ValueError):
        return None


def is_uncertain(value: object, clock: tzinfo) -> bool:
    """Say whether a local time falls in the hour that happens twice, or never, when the clocks change."""
    local = _moment(value)
    if local is None or local.tzinfo:
        return False
    try:
        return clock.utcoffset(local.replace(fold=0)) != clock.utcoffset(local.replace(fold=1))
    except (OverflowError, ValueError):
        return False


def _moment(value: object) -> datetime | None:
    if isinstance(value, list):
        return _moment_of_numbers(value)
    found = _ISO.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        local = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 (its clock is not known here)
        local = local.replace(microsecond=int((found[7] or "").ljust(6, "0")[:6]))
        return local.replace(tzinfo=_zone(found[8])) if found[8] else local
    except ValueError:
        return None


def _zone(text: str) -> tzinfo:
    if text.upper() == "Z":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-away if text[0] == "-" else away)


def _moment_of_numbers(value: list[object]) -> datetime | None:
    parts = _numbers(value)
    if not parts:
        return None
    year, month, day, hour, minute, second, nanos = (*parts, 0, 0, 0, 0)[:7]
    try:
        return datetime(year, month, day, hour, minute, second, nanos // 1000)  # noqa: DTZ001 (as above)
    except (ValueError, OverflowError):
        return None


def _numbers(value: list[object]) -> tuple[int, ...] | None:
    if not 3 <= len(value) <= 7:
        return None
    numbers = tuple(part for part in value if isinstance(part, int) and not isinstance(part, bool))
    return numbers if len(numbers) == len(value) else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None
