"""The rules of representation, each scenario under its own sentence."""

from datetime import date

import pytest

from lles.law.calendar import court_calendar
from lles.law.tests.scenario import Facts, Rules, Scenario, day, outcome, scenarios, words
from lles.work.representation import rules


def guardian(facts: Facts) -> object:
    """Whether a guardian is to be found."""
    needed = rules.guardian_is_appointed_in_specified_proceedings(
        words(facts, "kinds"), facts["unnecessary"] is True
    )
    return "obliges" if needed else None


RULES: Rules = {
    "CG-SPECIFIED": lambda facts: rules.is_specified(words(facts, "kinds")),
    "CG-APPOINT": guardian,
    "CG-ALLOC": lambda facts: rules.allocation_due(day(facts, "receipt"), court_calendar()).on,
}


@pytest.mark.parametrize("scenario", scenarios(__file__), ids=str)
def test_it_holds(scenario: Scenario) -> None:
    assert outcome(scenario, RULES) == scenario.gives


def test_it_says_why_no_day_of_allocation_can_be_told() -> None:
    assert "Record the day of receipt" in rules.allocation_due(None, court_calendar()).says.en
    assert "2031" in rules.allocation_due(date(2031, 3, 4), court_calendar()).says.cy


def test_it_explains_the_day_of_allocation_in_both_languages() -> None:
    explained = rules.EXPLAINED["CG-ALLOC"]({"receipt": "2026-04-02"})
    assert "Wednesday 8 April 2026" in explained.explain("en")
    assert "dydd Mercher 8 Ebrill 2026" in explained.explain("cy")
