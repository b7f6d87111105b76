"""The feed is walked to the end: nothing is skipped in silence, and a court that is down makes no gaps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from lles.links.court.client import CourtService
from lles.links.court.errors import CourtBusy, CourtError, CourtRefused, CourtSilent, CourtUnreachable
from lles.links.court.payload import loads, read_answer
from lles.links.court.poll import PROBE, Gap, Progress, poll
from lles.links.court.settings import ServiceSettings
from lles.links.court.standin import StandIn
from lles.links.court.tests.invented import PRIVATE
from lles.links.court.windows import Window

SINCE = datetime(2026, 5, 11, 9, tzinfo=UTC)
UNTIL = datetime(2026, 5, 11, 10, tzinfo=UTC)
CHANGED = datetime(2026, 5, 11, 9, 30, 15)  # noqa: DTZ001 (the service's clock)


class Walk:
    """A walk against the stand-in, with the time it would have slept."""

    def __init__(self, court: StandIn) -> None:
        self.slept: list[float] = []
        self.taken: list[str | None] = []
        self.windows: list[Window] = []
        settings = court.settings("private", read_seconds=0.2, searches_a_minute=10_000, overlap_minutes=0)
        self.service = CourtService(settings, sleep=self.slept.append)

    def take(self, window: Window, content: bytes) -> None:
        self.windows.append(window)
        self.taken += [case.number for case in read_answer(loads(content)).cases]

    def go(self, until: datetime = UNTIL) -> Progress:
        with self.service:
            return poll(self.service, SINCE, until, self.take)


@pytest.fixture(name="court")
def running_court() -> Iterator[StandIn]:
    with StandIn() as court:
        court.load(PRIVATE)
        yield court


@pytest.fixture(name="walk")
def a_walk(court: StandIn) -> Walk:
    return Walk(court)


def test_it_walks_to_the_end_and_hands_every_answer_over(walk: Walk) -> None:
    assert walk.go() == Progress(UNTIL)
    assert (len(walk.windows), walk.taken) == (4, [str(PRIVATE["id"])])


def test_it_asks_again_for_the_last_minutes_before_its_mark(court: StandIn) -> None:
    seen: list[Window] = []
    settings = court.settings("private", overlap_minutes=5)
    with CourtService(settings, sleep=lambda seconds: None) as service:
        progress = poll(
            service, SINCE, SINCE + timedelta(minutes=1), lambda window, content: seen.append(window)
        )
    assert seen[0].start == datetime(2026, 5, 11, 8, 55)  # noqa: DTZ001 (the service's clock)
    assert progress.done_to == SINCE + timedelta(minutes=1)


@pytest.mark.parametrize(
    ("kind", "how"),
    [("refuse", {"status": 503}), ("refuse", {"status": 504}), ("cut", {}), ("hang", {}), ("garble", {})],
)
def test_it_is_patient_with_a_fault_that_passes(
    court: StandIn, walk: Walk, kind: str, how: dict[str, object]
) -> None:
    court.behave(kind, "search", times=2, **how)  # type: ignore[arg-type]  # named by a mapping
    assert walk.go() == Progress(UNTIL)
    assert (walk.slept, len(walk.taken)) == ([5.0, 10.0], 1)


def test_it_waits_as_long_as_it_is_told(court: StandIn, walk: Walk) -> None:
    court.behave("rate-limit", "search", seconds=9, times=3)
    assert walk.go() == Progress(UNTIL)
    assert walk.slept == [9.0, 9.0, 9.0]


def test_it_stops_without_a_gap_when_it_stays_too_often(court: StandIn, walk: Walk) -> None:
    court.behave("rate-limit", "search", seconds=1)
    progress = walk.go()
    assert (progress.done_to, progress.gaps) == (SINCE, ())
    assert isinstance(progress.stopped_by, CourtBusy)


@pytest.mark.parametrize(
    ("kind", "error"), [("refuse", CourtRefused), ("hang", CourtSilent), ("garble", CourtSilent)]
)
def test_it_makes_no_gap_of_a_court_that_is_down(
    court: StandIn, walk: Walk, kind: str, error: type[CourtError]
) -> None:
    court.behave(kind, "search")  # type: ignore[arg-type]  # one of those named above
    progress = walk.go()
    assert (progress.done_to, progress.gaps) == (SINCE, ())
    assert isinstance(progress.stopped_by, error)


def test_it_stops_where_nobody_is_there(court: StandIn, walk: Walk) -> None:
    court.close()
    progress = walk.go()
    assert isinstance(progress.stopped_by, CourtUnreachable)
    assert (progress.done_to, len(walk.slept)) == (SINCE, 3)


def test_it_stops_at_once_where_it_is_not_let_in(court: StandIn, walk: Walk) -> None:
    court.behave("refuse", "search", status=403)
    assert isinstance(walk.go().stopped_by, CourtRefused)
    assert walk.slept == []


def test_it_parts_a_window_around_the_case_that_breaks_it(court: StandIn, walk: Walk) -> None:
    court.behave("refuse", "search", status=500, at=CHANGED)
    progress = walk.go()
    assert progress.done_to == UNTIL
    assert [gap.window.start <= CHANGED <= gap.window.end for gap in progress.gaps] == [True] * len(
        progress.gaps
    )
    assert all(gap.window.is_shortest() for gap in progress.gaps)
    assert 1 <= len(progress.gaps) <= 2


def test_it_hands_over_the_rest_of_a_window_that_was_parted(court: StandIn, walk: Walk) -> None:
    court.load({**PRIVATE, "id": 1790000000000037, "last_modified": "2026-05-11T09:31:00"})
    court.behave("refuse", "search", status=500, at=CHANGED)
    walk.go()
    assert walk.taken == ["1790000000000037"]


def test_it_keeps_the_mark_before_a_window_it_did_not_finish(court: StandIn, walk: Walk) -> None:
    court.behave("refuse", "search", status=401, at=CHANGED)
    progress = walk.go()
    assert progress.done_to == datetime(2026, 5, 11, 9, 30, tzinfo=UTC)


def test_it_takes_a_case_that_is_sent_twice_as_often_as_it_came(court: StandIn, walk: Walk) -> None:
    court.behave("repeat", "search")
    walk.go()
    assert walk.taken == [str(PRIVATE["id"])] * 2


def test_it_lets_an_error_of_ours_through(walk: Walk) -> None:
    def break_down(window: Window, content: bytes) -> None:
        raise ZeroDivisionError

    with walk.service, pytest.raises(ZeroDivisionError):
        poll(walk.service, SINCE, UNTIL, break_down)


class Down:
    """A service that answers for nothing but the probe until it, too, fails."""

    def __init__(self, settings: ServiceSettings, probes: int) -> None:
        self.settings = settings
        self.sleep: Callable[[float], None] = lambda seconds: None
        self.probes = probes

    def search(self, window: Window) -> bytes:
        if window == PROBE and self.probes:
            self.probes -= 1
            return b'{"total":0,"cases":[]}'
        raise CourtRefused(500, "down")


def test_it_tells_of_the_gaps_it_found_before_the_court_went_down(court: StandIn) -> None:
    down = Down(court.settings("private"), probes=3)
    progress = poll(down, SINCE, UNTIL, lambda window, content: None)
    assert (progress.done_to, len(progress.gaps)) == (SINCE, 2)
    assert isinstance(progress.stopped_by, CourtRefused)


def test_it_tells_of_a_gap_before_it_hands_over_what_comes_after(court: StandIn, walk: Walk) -> None:
    court.behave("refuse", "search", status=500, at=CHANGED)
    noted: list[Gap] = []
    ends: list[bool] = []
    with walk.service:
        poll(
            walk.service,
            SINCE,
            UNTIL,
            lambda window, content: ends.append(window.start >= CHANGED and not noted),
            note=noted.append,
        )
    assert noted
    assert not any(ends)
