"""By when danger is told, written and asked about again: scenarios, and that every day explains itself."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from lles.casefile.rules import danger
from lles.casefile.rules.danger import moment_of
from lles.casefile.rules.law import casefile_law
from lles.law.calendar import court_calendar
from lles.law.due import Due, NoDay
from lles.law.jurisdiction import Nation
from lles.law.tests.scenario import Facts, Scenario, day, outcome, scenarios, words
from lles.work.urgent_referral import rules

LONDON = ZoneInfo("Europe/London")


def told(facts: Facts) -> object:
    """The moment by which somebody who protects is told."""
    seen_at = datetime.fromisoformat(str(facts["seen"])).astimezone(LONDON)
    nations = frozenset(Nation(one) for one in words(facts, "nations"))
    by = moment_of(rules.immediate_risk_is_referred_at_once(rules.DangerFacts(seen_at, nations)))
    return by.isoformat() if by else None


def first(facts: Facts) -> object:
    """How it weighs that nobody was told."""
    found = rules.immediate_danger_is_told_first(facts["told"] is True)
    return found.weight.value if found else None


RULES: Mapping[str, Callable[[Facts], object]] = {
    "SG-URGENT": told,
    "RA-SAFEGUARD": first,
    "RA-SAFEGUARD-ask": lambda facts: rules.asked_on_receipt(day(facts, "from")).on,
    "RA-SAFEGUARD-write": lambda facts: rules.written_by(day(facts, "from"), court_calendar()).on,
    "RA-SAFEGUARD-chase": lambda facts: rules.asked_again_by(day(facts, "from"), court_calendar()).on,
}


@pytest.mark.parametrize("scenario", scenarios(__file__), ids=str)
def test_it_holds(scenario: Scenario) -> None:
    assert outcome(scenario, RULES) == scenario.gives


def test_the_moment_says_why_in_both_languages() -> None:
    seen_at = datetime(2026, 3, 9, 10, 5, tzinfo=LONDON)
    due = rules.immediate_risk_is_referred_at_once(rules.DangerFacts(seen_at, frozenset({Nation.WALES})))
    assert isinstance(due, Due)
    assert "Monday 9 March 2026, 12:05pm" in due.says.en
    assert "dydd Llun 9 Mawrth 2026, 12:05pm" in due.says.cy


def test_a_service_that_takes_the_hours_away_is_told_that_there_is_no_moment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    law = dict(casefile_law())
    law["SG-URGENT"] = replace(law["SG-URGENT"], values=())
    monkeypatch.setattr(danger, "casefile_law", lambda: law)
    seen_at = datetime(2026, 3, 9, 10, 5, tzinfo=LONDON)
    assert isinstance(
        rules.immediate_risk_is_referred_at_once(rules.DangerFacts(seen_at, frozenset())), NoDay
    )
