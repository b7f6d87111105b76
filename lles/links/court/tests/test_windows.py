"""No second of a court's clock is left out, and no window is longer than the court allows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lles.links.court.windows import LONGEST, Window, windows

LONDON = ZoneInfo("Europe/London")
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
CHANGES = st.sampled_from([datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)])
ABOUT_AN_HOUR = st.timedeltas(timedelta(hours=-2), timedelta(hours=2))


def clocks(found: list[Window]) -> list[tuple[str, str]]:
    return [(f"{window.start:%H:%M}", f"{window.end:%H:%M}") for window in found]


def test_it_walks_in_quarters_of_an_hour_and_ends_at_the_end() -> None:
    found = list(windows(datetime(2026, 6, 1, 8, tzinfo=UTC), datetime(2026, 6, 1, 8, 40, tzinfo=UTC), UTC))
    assert clocks(found) == [("08:00", "08:15"), ("08:15", "08:30"), ("08:30", "08:40")]
    assert found[-1].until == datetime(2026, 6, 1, 8, 40, tzinfo=UTC)


def test_it_walks_london_time_in_summer() -> None:
    found = list(
        windows(datetime(2026, 6, 1, 8, tzinfo=UTC), datetime(2026, 6, 1, 8, 15, tzinfo=UTC), LONDON)
    )
    assert clocks(found) == [("09:00", "09:15")]


def test_it_leaps_over_the_hour_that_never_happens() -> None:
    found = windows(
        datetime(2026, 3, 29, 0, 50, tzinfo=UTC), datetime(2026, 3, 29, 1, 10, tzinfo=UTC), LONDON
    )
    assert clocks(list(found)) == [("00:50", "01:00"), ("02:00", "02:10")]


def test_it_asks_twice_for_the_hour_that_happens_twice() -> None:
    found = windows(datetime(2026, 10, 25, 0, tzinfo=UTC), datetime(2026, 10, 25, 2, tzinfo=UTC), LONDON)
    assert clocks(list(found)) == [(f"01:{a:02}", f"{1 + b // 60:02}:{b % 60:02}") for a, b in QUARTERS * 2]


QUARTERS = [(0, 15), (15, 30), (30, 45), (45, 60)]


@given(
    since=MOMENTS | st.builds(lambda change, away: change + away, CHANGES, ABOUT_AN_HOUR),
    hours=st.integers(0, 30),
)
def test_it_covers_every_moment_whatever_the_clock_does(since: datetime, hours: int) -> None:
    until = since + timedelta(hours=hours)
    found = list(windows(since, until, LONDON))
    assert all(timedelta(0) < window.end - window.start <= LONGEST for window in found)
    assert all(earlier.until - later.until < timedelta(0) for earlier, later in pairwise(found))
    covered = sum(((window.end - window.start) for window in found), timedelta(0))
    assert covered == until.replace(microsecond=0) - since.replace(microsecond=0)
    for window in found:
        assert (window.until - timedelta(seconds=1)).astimezone(LONDON).replace(tzinfo=None, fold=0) == (
            window.end - timedelta(seconds=1)
        )


@given(length=st.integers(2, 900))
def test_it_parts_a_window_without_losing_a_second(length: int) -> None:
    start = datetime(2026, 6, 1, 8)  # noqa: DTZ001 (the service's clock)
    window = Window(start, start + timedelta(seconds=length), datetime(2026, 6, 1, 9, tzinfo=UTC))
    first, second = window.halves()
    assert (first.start, first.end, second.end) == (window.start, second.start, window.end)
    assert second.until - first.until == second.end - second.start
    assert first.start < first.end < second.end


def test_it_refuses_a_moment_without_a_zone() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        list(windows(datetime(2026, 6, 1), datetime(2026, 6, 2, tzinfo=UTC), UTC))  # noqa: DTZ001 (on purpose)
