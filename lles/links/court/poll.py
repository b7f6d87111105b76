"""Walking a court's feed window by window, with patience, parting what fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol

from lles.links.court.errors import CourtBusy, CourtError, CourtRefused, CourtSilent, CourtUnreachable
from lles.links.court.json_tree import NotJson, loads
from lles.links.court.settings import ServiceSettings
from lles.links.court.windows import Window, windows

LONG_AGO = datetime(2000, 1, 1)  # noqa: DTZ001 (a moment of the service's own clock, before any case)
PROBE = Window(LONG_AGO, LONG_AGO + timedelta(seconds=1), LONG_AGO.replace(tzinfo=UTC))
BUSY_SECONDS = 60.0
FAULT = 500

Take = Callable[[Window, bytes], object]


class Asked(Protocol):
    """What poll needs of a court's service."""

    settings: ServiceSettings
    sleep: Callable[[float], None]

    def search(self, window: Window) -> bytes: ...


@dataclass(frozen=True)
class Gap:
    """A second that the court could not answer for while it answered for others."""

    window: Window
    reason: str


@dataclass(frozen=True)
class Progress:
    """How far the feed was walked, what was left out on the way, and what stopped the walk."""

    done_to: datetime
    gaps: tuple[Gap, ...] = ()
    stopped_by: CourtError | None = None


def poll(
    service: Asked,
    since: datetime,
    until: datetime,
    take: Take,
    sleep: Callable[[float], None] | None = None,
    note: Callable[[Gap], object] | None = None,
) -> Progress:
    """Ask for every window from a moment to another and hand each answer over; say how far it got.

    When `take` is called, all before its window was taken or is a gap; `note` hears of a gap before that.
    """
    walk = _Walk(service, take, sleep or service.sleep, note or (lambda gap: None))
    done_to = since.astimezone(UTC)
    overlap = timedelta(minutes=service.settings.overlap_minutes)
    for window in windows(since - overlap, until, service.settings.zone):
        try:
            walk.go(window)
        except _Stopped as stop:
            return Progress(done_to, tuple(walk.gaps), stop.error)
        done_to = max(done_to, window.until)
    return Progress(done_to, tuple(walk.gaps))


class _Stopped(Exception):
    """The service as a whole does not answer; going on would only make gaps."""

    def __init__(self, error: CourtError) -> None:
        super().__init__(str(error))
        self.error = error


@dataclass
class _Walk:
    service: Asked
    take: Take
    sleep: Callable[[float], None]
    note: Callable[[Gap], object]
    gaps: list[Gap] = field(default_factory=list)

    def go(self, window: Window) -> None:
        error = self._try(window, self.service.settings.attempts)
        if error is not None:
            self._check_it_lives(error)
            self._part(window, error)

    def _part(self, window: Window, error: CourtError) -> None:
        """Part a failing window until what fails is a single second; that one becomes a gap."""
        if window.is_shortest():
            self._check_it_lives(error)
            gap = Gap(window, str(error))
            self.gaps.append(gap)
            self.note(gap)
            return
        for half in window.halves():
            attempts = self.service.settings.attempts if half.is_shortest() else 1
            if (still := self._try(half, attempts)) is not None:
                self._part(half, still)

    def _try(self, window: Window, attempts: int) -> CourtError | None:
        """Ask for a window; give back the error if the window itself seems to be what fails."""
        error: CourtError | None = None
        busy = unreachable = 0
        failed = 0
        while failed < attempts:
            try:
                self._ask(window)
                return None
            except CourtBusy as refusal:
                busy += 1
                self._pause_or_stop(refusal, busy, refusal.retry_after or BUSY_SECONDS)
            except CourtUnreachable as fault:
                unreachable += 1
                self._pause_or_stop(fault, unreachable, self._pause(unreachable))
            except (CourtSilent, CourtRefused) as fault:
                if isinstance(fault, CourtRefused) and fault.status < FAULT:
                    raise _Stopped(fault) from fault
                failed, error = failed + 1, fault
                if failed < attempts:
                    self.sleep(self._pause(failed))
        return error

    def _ask(self, window: Window) -> None:
        content = self.service.search(window)
        try:
            self.take(window, content)
        except NotJson as error:
            raise CourtSilent(str(error)) from error

    def _check_it_lives(self, error: CourtError) -> None:
        """Ask for a second in which nothing happened; a service that cannot answer that is down."""
        try:
            loads(self.service.search(PROBE))
        except (CourtError, NotJson):
            raise _Stopped(error) from error

    def _pause_or_stop(self, error: CourtError, times: int, seconds: float) -> None:
        if times >= self.service.settings.attempts:
            raise _Stopped(error) from error
        self.sleep(seconds)

    def _pause(self, times: int) -> float:
        return float(self.service.settings.first_pause_seconds * 2 ** (times - 1))
