"""Whom one may meet, and when: scenarios, and each rule of a planned meeting."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

import pytest

from lles.casefile.rules.language import child_is_offered_welsh_too
from lles.law.calendar import court_calendar
from lles.law.findings import Weight
from lles.law.pathway import Pathway
from lles.law.tests.scenario import Scenario, day, day_or_none, outcome, scenarios
from lles.work.meetings.rules import (
    ChildSessionFacts,
    MeetingFacts,
    check_meeting,
    child_is_not_seen_before_the_first_hearing,
    child_may_be_seen_before_any_hearing,
)


def child_session(facts: Mapping[str, object]) -> object:
    """How a meeting with the child weighs."""
    session = ChildSessionFacts(
        Pathway(str(facts["pathway"])), day(facts, "session"), day_or_none(facts, "hearing"),
        facts.get("took_place") is True,
    )  # fmt: skip
    found = child_is_not_seen_before_the_first_hearing(session)
    return found.weight.value if found else "nothing"


RULES: Mapping[str, Callable[[Mapping[str, object]], object]] = {
    "SG-NOCHILD": child_session,
    "PF-CHILD": lambda facts: child_may_be_seen_before_any_hearing(Pathway(str(facts["pathway"]))),
}


@pytest.mark.parametrize("scenario", scenarios(__file__), ids=str)
def test_it_holds(scenario: Scenario) -> None:
    assert outcome(scenario, RULES) == scenario.gives


def test_it_names_the_day_of_the_hearing() -> None:
    found = child_is_not_seen_before_the_first_hearing(
        ChildSessionFacts(Pathway.CAP, date(2026, 4, 7), date(2026, 4, 9))
    )
    assert found is not None
    assert "Thursday 9 April 2026" in found.says.en
    assert "9 Ebrill 2026" in found.says.cy


SHORT = {"mon": ["10:00", "15:00"], "sat": ["10:00", "12:00"]}


@pytest.mark.parametrize(
    ("at", "nation", "hours", "warns"),
    [
        ("2026-03-06T16:45", "wales", {}, True),
        ("2026-03-06T16:15", "wales", {}, False),
        ("2026-03-07T10:00", "wales", {}, True),
        ("2026-04-06T10:00", "wales", {}, True),
        ("2026-03-06T16:45", "england", {}, False),
        ("2026-03-06T17:00", "england", {}, True),
        ("2026-03-07T10:00", "england", {}, True),
        ("2026-04-06T10:00", "england", {}, True),
        ("2026-03-09T09:30", "england", SHORT, True),
        ("2026-03-09T10:00", "wales", SHORT, False),
        ("2026-03-07T10:00", "wales", SHORT, False),
        ("2026-03-10T10:00", "wales", SHORT, True),
        ("2026-04-06T10:00", "wales", SHORT, True),
        ("2026-03-07T10:00", "", {}, False),
    ],
)
def test_outside_the_hours_of_the_office_one_is_warned(
    at: str, nation: str, hours: dict[str, list[str]], warns: bool
) -> None:
    facts = MeetingFacts(datetime.fromisoformat(at), nation, office_hours=hours)
    found = list(check_meeting(facts, court_calendar()))
    assert [one.provision for one in found] == ["JUR-HOURS"] * warns
    assert all(one.weight is Weight.WARNS for one in found)


@pytest.mark.parametrize(
    ("nation", "offered", "warns"), [("wales", True, False), ("wales", None, True), ("england", None, False)]
)
def test_a_child_in_wales_is_offered_welsh(nation: str, offered: bool | None, warns: bool) -> None:
    assert (child_is_offered_welsh_too(nation, offered) is not None) is warns
