"""The rules of intake, each scenario under its own sentence."""

import pytest

from lles.law.calendar import court_calendar
from lles.law.tests.scenario import Facts, Rules, Scenario, day, outcome, scenarios
from lles.work.intake import rules

CALENDAR = court_calendar()


def late(facts: Facts) -> object:
    """How a first hearing on this day weighs."""
    finding = rules.first_hearing_is_listed_in_its_weeks(day(facts, "day"), day(facts, "hearing"))
    return finding.weight.value if finding else None


RULES: Rules = {
    "CAP-SENDPAPERS": lambda facts: (
        rules.court_sends_the_papers_within_working_days(day(facts, "day"), CALENDAR).result
    ),
    "CAP-GATEKEEP": lambda facts: rules.gatekeeping_by_a_working_day(day(facts, "day"), CALENDAR).result,
    "week": lambda facts: rules.usual_week_begins(day(facts, "day")).result,
    "FH-LIST": lambda facts: rules.last_week_ends(day(facts, "day")).result,
    "late": late,
    "FH-NOTICE": lambda facts: rules.respondent_has_notice_of_the_first_hearing(day(facts, "day")).result,
}


@pytest.mark.parametrize("scenario", scenarios(__file__), ids=str)
def test_it_holds(scenario: Scenario) -> None:
    assert outcome(scenario, RULES) == scenario.gives


@pytest.mark.parametrize("rule", sorted(rules.EXPLAINED))
def test_it_explains_each_computed_day_in_both_languages(rule: str) -> None:
    facts = {"issue": "2026-04-02", "papers": "2026-04-02", "hearing": "2026-04-30"}
    explained = rules.EXPLAINED[rule](facts)
    assert explained.explain("en") != explained.explain("cy")
