"""The rules of the court's timetable, each scenario under its own sentence."""

import pytest

from lles.law.calendar import court_calendar
from lles.law.tests.scenario import Facts, Rules, Scenario, day, outcome, scenarios
from lles.work.timetable.rules import EXPLAINED, applications, court_days
from lles.work.timetable.rules.provisions import timetable_law

CALENDAR = court_calendar()


def late(facts: Facts) -> object:
    """How a first hearing on this day weighs."""
    finding = court_days.first_hearing_is_listed_in_its_weeks(day(facts, "day"), day(facts, "hearing"))
    return finding.weight.value if finding else None


def authority(facts: Facts) -> object:
    """How an application by a body, or by a person, weighs."""
    asked = applications.ApplicationFacts(
        (str(facts["asks"]),), day(facts, "day"), a_body_applies=bool(facts["body"])
    )
    return next((finding.weight.value for finding in applications.check_application(asked)), None)


def sixteen(facts: Facts) -> object:
    """How an application about a child of this birth weighs."""
    child = applications.ChildAsked("Efa", day(facts, "born"))
    asked = applications.ApplicationFacts(("child_arrangements",), day(facts, "day"), False, (child,))
    return next((finding.weight.value for finding in applications.check_application(asked)), None)


def clear_days(facts: Facts) -> object:
    """How many whole days lie between the last day for notice and the hearing."""
    last = court_days.respondent_has_notice_of_the_first_hearing(day(facts, "hearing")).result
    return (day(facts, "hearing") - last).days - 1


RULES: Rules = {
    "weeks hold": lambda facts: timetable_law()["FH-LIST"].in_force(day(facts, "day")),
    "clear days": clear_days,
    "CAP-SENDPAPERS": lambda facts: (
        court_days.court_sends_the_papers_within_working_days(day(facts, "day"), CALENDAR).result
    ),
    "CAP-GATEKEEP": lambda facts: court_days.gatekeeping_by_a_working_day(day(facts, "day"), CALENDAR).result,
    "week": lambda facts: court_days.usual_week_begins(day(facts, "day")).result,
    "FH-LIST": lambda facts: court_days.last_week_ends(day(facts, "day")).result,
    "late": late,
    "FH-REPLY": lambda facts: court_days.acknowledgement_follows_service(day(facts, "day")).result,
    "PF-GK1": lambda facts: (
        court_days.pathfinder_gatekeeping_about_a_working_day(day(facts, "day"), CALENDAR).result
    ),
    "PF-DECISION": lambda facts: court_days.decision_hearing_about_a_week(day(facts, "day")).result,
    "S8-LA": authority,
    "S8-AGE16": sixteen,
    "FH-NOTICE": lambda facts: (
        court_days.respondent_has_notice_of_the_first_hearing(day(facts, "day")).result
    ),
}


@pytest.mark.parametrize("scenario", scenarios(__file__), ids=str)
def test_it_holds(scenario: Scenario) -> None:
    assert outcome(scenario, RULES) == scenario.gives


@pytest.mark.parametrize("rule", sorted(EXPLAINED))
def test_it_explains_each_computed_day_in_both_languages(rule: str) -> None:
    facts = {"issue": "2026-04-02", "papers": "2026-04-02", "hearing": "2026-04-30"}
    facts |= {"served": "2026-03-16", "receipt": "2026-03-02"}
    explained = EXPLAINED[rule](facts)
    assert explained.explain("en") != explained.explain("cy")
