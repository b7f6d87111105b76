"""Windows of at most fifteen minutes in the clock of a court's service, also when clocks change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

LONGEST = timedelta(minutes=15)
SHORTEST = timedelta(seconds=1)


@dataclass(frozen=True)
class Window:
    """A stretch of the service's own clock, both ends included; `until` is its end in UTC."""

    start: datetime
    end: datetime
    until: datetime

    def halves(self) -> tuple[Window, Window]:
        """Part the window at the whole second nearest to its middle."""
        half = timedelta(seconds=max(1, round((self.end - self.start).total_seconds() / 2)))
        middle = self.start + half
        return Window(self.start, middle, self.until - (self.end - middle)), Window(
            middle, self.end, self.until
        )

    def is_shortest(self) -> bool:
        """Say whether the window can be parted no further."""
        return self.end - self.start <= SHORTEST


def windows(since: datetime, until: datetime, zone: tzinfo, longest: timedelta = LONGEST) -> Iterator[Window]:
    """Walk from one moment to another, leaving no second out, each stretch under one offset."""
    at, last = _whole_second(since), _whole_second(until)
    while at < last:
        stop = _before_change(at, min(at + longest, last), zone)
        start = at.astimezone(zone).replace(tzinfo=None, fold=0)
        yield Window(start, start + (stop - at), stop)
        at = stop


def _before_change(at: datetime, stop: datetime, zone: tzinfo) -> datetime:
    """End the stretch where the clock changes, if it changes within it."""
    if _offset(at, zone) == _offset(stop - SHORTEST, zone):
        return stop
    low, high = at, stop
    while high - low > SHORTEST:
        middle = low + timedelta(seconds=(high - low) // SHORTEST // 2)
        low, high = (middle, high) if _offset(middle, zone) == _offset(at, zone) else (low, middle)
    return high


def _offset(moment: datetime, zone: tzinfo) -> timedelta | None:
    return moment.astimezone(zone).utcoffset()


def _whole_second(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone says no certain time")
    return moment.astimezone(UTC).replace(microsecond=0)
