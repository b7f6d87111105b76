"""Closed days: against the open `holidays` package, by reason, and at the edges of the table."""

from datetime import date, timedelta

import holidays
import pytest

from lles.law.bilingual import Text
from lles.law.calendar import Calendar, YearOutsideTable, court_calendar, information_calendar

YEARS = range(2012, 2031)
ENGLAND_AND_WALES = ("ENG", "WLS")
UNITED_KINGDOM = ("ENG", "WLS", "SCT", "NIR")


def weekday_holidays(subdivisions: tuple[str, ...]) -> set[date]:
    """The holidays that fall on weekdays by a source of its own."""
    found = {
        day
        for subdivision in subdivisions
        for day in holidays.country_holidays("GB", subdiv=subdivision, years=YEARS)
    }
    return {day for day in found if day.weekday() < 5 and day.year in YEARS}


@pytest.mark.parametrize(
    ("calendar", "subdivisions"),
    [(court_calendar(), ENGLAND_AND_WALES), (information_calendar(), UNITED_KINGDOM)],
    ids=["court", "information"],
)
def test_it_agrees_with_another_source(calendar: Calendar, subdivisions: tuple[str, ...]) -> None:
    assert set(calendar.closed) == weekday_holidays(subdivisions)


def test_it_has_one_list_for_england_and_wales() -> None:
    assert weekday_holidays(("ENG",)) == weekday_holidays(("WLS",))


@pytest.mark.parametrize(
    ("day", "en", "cy"),
    [
        (date(2026, 4, 3), "Good Friday", "Gwener y Groglith"),
        (date(2026, 12, 28), "Boxing Day (substitute day)", "Dydd San Steffan (diwrnod amgen)"),
        (date(2026, 4, 4), "weekend", "penwythnos"),
    ],
)
def test_it_says_why_a_day_is_closed(day: date, en: str, cy: str) -> None:
    assert court_calendar().closure(day) == Text(en, cy)


def test_it_works_on_saint_davids_day() -> None:
    assert court_calendar().is_working(date(2027, 3, 1))


def test_it_keeps_scottish_days_for_information_alone() -> None:
    st_andrew = date(2026, 11, 30)
    assert court_calendar().is_working(st_andrew)
    assert not information_calendar().is_working(st_andrew)


@pytest.mark.parametrize("year", [2011, 2031])
def test_it_refuses_a_year_outside_its_table(year: int) -> None:
    with pytest.raises(YearOutsideTable) as refusal:
        court_calendar().is_working(date(year, 6, 1))
    assert str(year) in refusal.value.says.cy


def test_it_refuses_to_count_past_either_end() -> None:
    calendar = court_calendar()
    assert calendar.working_day_after(date(2030, 12, 30), 1) == date(2030, 12, 31)
    assert calendar.working_day_before(date(2012, 1, 4), 1) == date(2012, 1, 3)
    with pytest.raises(YearOutsideTable):
        calendar.working_day_after(date(2030, 12, 30), 2)
    with pytest.raises(YearOutsideTable):
        calendar.working_day_before(date(2012, 1, 4), 2)


def test_it_warns_once_of_each_year_not_yet_proclaimed() -> None:
    days = [date(2028, 12, 31), date(2029, 1, 1), date(2029, 5, 1), date(2030, 1, 1)]
    assert [("2029" in w.en, "2030" in w.cy) for w in court_calendar().warnings(days)] == [
        (True, False),
        (False, True),
    ]


def test_it_takes_a_day_that_a_service_adds() -> None:
    day, jubilee = date(2027, 6, 4), Text("Extra bank holiday", "Gŵyl banc ychwanegol")
    assert court_calendar().is_working(day)
    assert court_calendar({day: jubilee}).closure(day) == jubilee
    assert information_calendar({day: jubilee}).working_day_after(day - timedelta(1), 1) == date(2027, 6, 7)
