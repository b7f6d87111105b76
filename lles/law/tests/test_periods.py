"""Periods against a slow oracle of their own: one day after another, closed days from another source."""

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lles.law import periods
from lles.law.calendar import Calendar, court_calendar, information_calendar
from lles.law.counting import CountRefused, DayOutOfReach
from lles.law.periods import Reckoning
from lles.law.tests.test_calendar import ENGLAND_AND_WALES, UNITED_KINGDOM, weekday_holidays
from lles.law.vectors import reckoners

COURT, INFORMATION = court_calendar(), information_calendar()
CLOSED = {"court": weekday_holidays(ENGLAND_AND_WALES), "information": weekday_holidays(UNITED_KINGDOM)}
ONE = timedelta(days=1)

days = st.dates(date(2013, 1, 1), date(2029, 6, 30))
counts = st.integers(0, 60)
calendars = st.sampled_from([COURT, INFORMATION])


def open_day(day: date, calendar: Calendar) -> bool:
    """True on a working day, by the other source."""
    return day.weekday() < 5 and day not in CLOSED[calendar.name]


def walked(day: date, n: int, calendar: Calendar, step: timedelta) -> date:
    """The nth working day from a day, walking one day at a time."""
    while n:
        day += step
        n -= open_day(day, calendar)
    return day


@settings(deadline=None)
@given(days, counts, calendars)
def test_it_counts_working_days_forwards(day: date, n: int, calendar: Calendar) -> None:
    assert periods.working_days_after(day, n, calendar).result == walked(day, n, calendar, ONE)


@settings(deadline=None)
@given(days, counts, calendars)
def test_it_counts_working_days_backwards(day: date, n: int, calendar: Calendar) -> None:
    assert periods.working_days_before(day, n, calendar).result == walked(day, n, calendar, -ONE)


@settings(deadline=None)
@given(days, counts)
def test_it_leaves_clear_working_days_between(event: date, n: int) -> None:
    result = periods.clear_working_days_before(event, n, COURT).result
    between = [result + ONE * k for k in range(1, (event - result).days)]
    assert sum(open_day(day, COURT) for day in between) == n
    assert open_day(result, COURT)


@settings(deadline=None)
@given(days, counts)
def test_it_never_lets_clear_days_exceed_plain_ones(event: date, n: int) -> None:
    clear = periods.clear_working_days_before(event, n, COURT).result
    assert clear <= periods.working_days_before(event, n, COURT).result


@settings(deadline=None)
@given(days, counts)
def test_it_counts_periods_set_in_days(starts: date, n: int) -> None:
    result = periods.within_days(starts, n, COURT).result
    if n <= 7:
        assert result == walked(starts, n, COURT, ONE)
    else:
        last = starts + ONE * n
        assert result == (last if open_day(last, COURT) else walked(last, 1, COURT, ONE))


@settings(deadline=None)
@given(days, counts, calendars)
def test_it_skips_exactly_the_closed_days_between(day: date, n: int, calendar: Calendar) -> None:
    reckoning = periods.working_days_after(day, n, calendar)
    between = [day + ONE * k for k in range(1, (reckoning.result - day).days)]
    assert [one.day for one in reckoning.skipped] == [d for d in between if not open_day(d, calendar)]


@settings(deadline=None)
@given(days, st.integers(1, 120))
def test_it_ends_a_period_the_day_before_the_next_one_begins(starts: date, n: int) -> None:
    last = periods.months_beginning_with(starts, n).result
    if starts.day <= 28:
        assert last + ONE == periods.add_months(starts, n).result
    assert (last + ONE).day == starts.day or (last + ONE).day == 1


@settings(deadline=None)
@given(days.filter(lambda day: day.day <= 28), st.integers(1, 24), st.integers(1, 24))
def test_it_joins_periods_without_gap_or_overlap(starts: date, first: int, second: int) -> None:
    middle = periods.months_beginning_with(starts, first).result
    joined = periods.months_beginning_with(middle + ONE, second).result
    assert joined == periods.months_beginning_with(starts, first + second).result


@settings(deadline=None)
@given(days, st.integers(0, 120))
def test_it_keeps_the_day_of_the_month_where_there_is_one(day: date, n: int) -> None:
    result = periods.add_months(day, n).result
    assert (result.year - day.year) * 12 + result.month - day.month == n
    assert result.day == day.day or (result + ONE).day == 1


@settings(deadline=None)
@given(days, st.sampled_from(sorted(reckoners())), st.integers(0, 17))
def test_it_goes_to_plain_values_and_back(day: date, kind: str, n: int) -> None:
    reckoning = reckoners()[kind](day, n)
    assert Reckoning.from_data(json.loads(json.dumps(reckoning.as_data()))) == reckoning


@settings(deadline=None)
@given(days, st.sampled_from(sorted(reckoners())), st.integers(0, 17))
def test_it_explains_every_kind_in_both_languages(day: date, kind: str, n: int) -> None:
    reckoning = reckoners()[kind](day, n)
    said = {reckoning.explain("en"), reckoning.explain("cy")}
    assert len(said) == 2
    assert reckoning.explain("en").splitlines()[0].endswith(str(day.year))


@pytest.mark.parametrize("count", [-1, -1000])
def test_it_refuses_to_count_less_than_nothing(count: int) -> None:
    with pytest.raises(CountRefused):
        periods.add_days(date(2026, 3, 4), count)


@pytest.mark.parametrize("reckon", [periods.add_days, periods.add_months, periods.minus_weeks])
def test_it_refuses_a_day_that_cannot_be_written(reckon: Callable[[date, int], Reckoning]) -> None:
    with pytest.raises(DayOutOfReach):
        reckon(date(2026, 3, 4), 999_999_999)


def test_it_does_not_move_statutory_periods_for_closed_days() -> None:
    assert periods.weeks_beginning_with(date(2026, 1, 5), 26).result == date(2026, 7, 5)
    assert not COURT.is_working(date(2026, 7, 5))


def test_it_warns_of_a_year_not_yet_proclaimed() -> None:
    assert not periods.working_days_after(date(2028, 12, 1), 5, COURT).warnings
    assert periods.working_days_after(date(2028, 12, 20), 10, COURT).warnings
    assert "2029" in periods.working_days_after(date(2029, 3, 5), 5, COURT).explain("cy")
