"""Where no due day can be told there is a reason in its place, in both languages and on the file."""

import json
from datetime import date

import pytest

from lles.law.bilingual import Text
from lles.law.calendar import court_calendar
from lles.law.counting import DayOutOfReach
from lles.law.due import Due, NoDay, due_day_from_data, ordered_due, reckons
from lles.law.not_reckoned import NotReckoned
from lles.law.periods import working_days_after
from lles.law.provisions import NoValueOnDay

REASON = Text("Nobody knows.", "Does neb yn gwybod.")


@reckons("X-DUE")
def far_day(starts: date | None) -> Due:
    """A rule of due days in two steps."""
    if starts is None:
        raise NotReckoned(REASON)
    on = working_days_after(starts, 2, court_calendar()).result
    return Due(on, None, "X-DUE", None, None, None, (), REASON)


def test_it_gives_the_reason_of_the_rule_in_place_of_the_day() -> None:
    assert far_day(None) == NoDay("X-DUE", REASON)
    assert far_day(date(2026, 3, 4)).on == date(2026, 3, 6)


def test_it_names_the_year_whose_closed_days_are_not_entered() -> None:
    found = far_day(date(2030, 12, 31))
    assert found.on is None
    assert "2031" in found.says.en
    assert "2031" in found.says.cy


def test_it_is_never_late() -> None:
    assert not far_day(None).is_late_on(date.max)
    assert not far_day(None).is_overdue_on(date.max)


@pytest.mark.parametrize("due", [far_day(None), far_day(date(2026, 3, 4))])
def test_it_goes_to_plain_values_and_back(due: Due | NoDay) -> None:
    assert due_day_from_data(json.loads(json.dumps(due.as_data()))) == due


def test_the_day_of_an_order_stands_where_the_rule_gives_none() -> None:
    ordered = ordered_due(date(2031, 3, 4), None, far_day(None))
    assert ordered.on == date(2031, 3, 4)
    assert not ordered.warnings


@pytest.mark.parametrize(
    "refusal", [NoValueOnDay("X", "weeks", date(2001, 1, 1)), DayOutOfReach("9999-12-31 and 1 days")]
)
def test_every_refusal_says_why_in_both_languages(refusal: NotReckoned) -> None:
    assert refusal.says.en
    assert refusal.says.cy
    assert refusal.says.en != refusal.says.cy
