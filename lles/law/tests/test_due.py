"""Due days: the order wins, both days are shown, and nothing is lost on the way to JSON and back."""

import json
from dataclasses import replace
from datetime import date, time

import pytest

from lles.law.bilingual import Text
from lles.law.calendar import court_calendar
from lles.law.due import ORDER_WINS, Due, last_arguable_in, ordered_due
from lles.law.findings import Weight
from lles.law.periods import working_days_after

RECEIVED, TARGET, LAST_ARGUABLE = date(2026, 3, 4), date(2026, 3, 19), date(2026, 3, 20)
BY_RULE = Due(
    on=TARGET,
    at_time=None,
    provision="X-BEFORE",
    target_on=TARGET,
    last_arguable_on=LAST_ARGUABLE,
    within_on=date(2026, 3, 27),
    reckonings=(working_days_after(RECEIVED, 17, court_calendar(), provision="X-WITHIN"),),
    says=Text("Due on a day.", "Dyddiad cwblhau."),
)


def test_it_lets_the_day_of_the_order_win() -> None:
    due = ordered_due(date(2026, 3, 17), time(12), BY_RULE)
    assert (due.on, due.at_time, due.provision) == (date(2026, 3, 17), time(12), ORDER_WINS)
    assert (due.target_on, due.reckonings) == (TARGET, BY_RULE.reckonings)
    assert not due.findings


def test_it_gives_an_order_without_a_time_the_usual_one() -> None:
    assert ordered_due(date(2026, 3, 17), None, None).at_time == time(16)


@pytest.mark.parametrize(("ordered", "warned"), [(TARGET, []), (LAST_ARGUABLE, [Weight.WARNS])])
def test_it_warns_of_an_order_later_than_the_rule(ordered: date, warned: list[Weight]) -> None:
    assert [finding.weight for finding in ordered_due(ordered, None, BY_RULE).findings] == warned


def test_it_is_late_after_the_target_and_overdue_after_the_last_arguable_day() -> None:
    assert not BY_RULE.is_late_on(TARGET)
    assert BY_RULE.is_late_on(LAST_ARGUABLE)
    assert not BY_RULE.is_overdue_on(LAST_ARGUABLE)
    assert BY_RULE.is_overdue_on(date(2026, 3, 21))


@pytest.mark.parametrize(
    "due",
    [
        replace(BY_RULE, within_on=TARGET),
        replace(BY_RULE, on=date(2026, 3, 18), within_on=date(2026, 3, 18)),
        replace(BY_RULE, provision=ORDER_WINS),
    ],
)
def test_it_is_overdue_at_once_where_no_reading_leaves_time(due: Due) -> None:
    assert due.last_on == due.on
    assert due.arguable_until is None
    assert last_arguable_in(due.as_data()) is None


def test_the_last_day_that_can_be_argued_is_one_for_pages_and_for_rules() -> None:
    assert BY_RULE.arguable_until == BY_RULE.last_on == last_arguable_in(BY_RULE.as_data()) == LAST_ARGUABLE


def test_it_goes_to_plain_values_and_back() -> None:
    for due in (BY_RULE, ordered_due(LAST_ARGUABLE, None, BY_RULE), ordered_due(TARGET, time(9, 5), None)):
        assert json.loads(json.dumps(due.as_data())) == due.as_data()
        assert Due.from_data(due.as_data()) == due


def test_it_explains_itself_in_both_languages() -> None:
    due = ordered_due(LAST_ARGUABLE, None, BY_RULE)
    assert "Friday 20 March 2026 at 4pm" in due.explain("en")
    assert "dydd Gwener 20 Mawrth 2026 am 4pm" in due.explain("cy")
    assert "X-WITHIN" in due.explain("cy")


def test_it_passes_on_what_is_not_certain() -> None:
    far = working_days_after(date(2029, 3, 5), 3, court_calendar())
    assert len(replace(BY_RULE, reckonings=(far, far)).warnings) == 1
