"""The rules of activity directions and conditions, each scenario under its own sentence."""

from dataclasses import replace
from datetime import date

import pytest

from lles.law.calendar import court_calendar
from lles.law.due import Due, DueDay
from lles.law.findings import Finding
from lles.law.jurisdiction import Nation
from lles.law.order_clock import OrderFacts
from lles.law.tests.scenario import Facts, Rules, Scenario, day, day_or_none, outcome, scenarios, words
from lles.work.activities import rules
from lles.work.activities.rules import Bound, Form, Session

MADE = date(2026, 3, 4)
TIES = ("is_a_party", "child_lives_there", "time_is_provided_for", "is_under_a_condition")


def weight(finding: Finding | None) -> object:
    """How a finding weighs, if there is one."""
    return finding.weight.value if finding else None


def clock(facts: Facts) -> object:
    """The last day of an activity and what is found."""
    months = facts.get("months")
    found = rules.activity_clock(
        OrderFacts(
            made_on=day(facts, "made"),
            starts_on=day_or_none(facts, "starts"),
            months=months if isinstance(months, int) else None,
            end_on=day_or_none(facts, "end"),
            is_imported=facts.get("imported") is True,
        )
    )
    return [found.ends_on or "nothing", [f"{one.provision} {one.weight.value}" for one in found.findings]]


def explained_as(facts: Facts) -> object:
    """By which law the day of an order is explained."""
    why, power = (
        rules.activity_clock(OrderFacts(day(facts, "made"))).days[0].why,
        rules.PROVISIONS["ACT-WHO-D"],
    )
    return {power.sentence("made_then"): "contact orders", power.says: "child arrangements"}[why]


def effect(facts: Facts) -> object:
    """Whether an activity has effect on a day, though somebody left."""
    clock = rules.activity_clock(OrderFacts(day(facts, "made"), end_on=day_or_none(facts, "end")))
    return rules.clock_until_somebody_left(clock, day_or_none(facts, "left")).has_effect_on(day(facts, "on"))


def bound(facts: Facts) -> Bound:
    """Somebody who is to take part, as a scenario states them."""
    party, lives_there, time, condition = (facts.get(tie) is True for tie in TIES)
    someone = Bound("one", "Ceri", party, lives_there, time, condition, day_or_none(facts, "born"))
    is_a_parent = None if facts.get("parent") == "unknown" else facts.get("parent") is True
    return replace(someone, is_a_parent=is_a_parent, left_on=day_or_none(facts, "left"))


def not_final(facts: Facts) -> object:
    """How a direction beside the final order weighs."""
    form = Form(str(facts["form"]))
    found = rules.direction_is_not_given_when_proceedings_end(
        form, day(facts, "made"), day_or_none(facts, "final"), is_known=facts.get("known") is not False
    )
    return weight(found)


def unanswered(facts: Facts) -> object:
    """The questions of the court that have no answer."""
    found = rules.court_gets_the_answers_it_asks_about_an_activity(words(facts, "answered"), MADE)
    return [dict(one.facts)["question"] for one in found]


def failure(facts: Facts) -> object:
    """The days of which the court is told."""
    sessions = (
        Session("one", "Ceri", date(2026, 4, 25), True),
        Session("one", "Ceri", date(2026, 5, 2), False),
    )
    found = rules.failure_to_take_part_is_reported(sessions, facts.get("monitored") is True)
    assert all("2 May 2026" in one.says.en for one in found)
    return [date(2026, 5, 2) for _ in found]


def fund(facts: Facts) -> object:
    """Who may help with fees, and how the approval of the provider weighs."""
    nation = Nation(str(facts["nation"]))
    says = rules.nation_of_the_child_helps_with_fees(nation).says
    sentences = rules.PROVISIONS["ACT-FUND"].sentences
    who = next(name for name, said in sentences.items() if said == says)
    approved = [Nation(one) for one in words(facts, "approved")]
    given = Nation(str(facts["given"]))
    return [who, weight(rules.provider_is_approved_where_the_activity_is_given(approved, given)) or "nothing"]


def programme(facts: Facts) -> object:
    """The nation to whose programme the service refers."""
    said = rules.service_refers_to_the_programme_of_the_nation(Nation(str(facts["nation"])))
    sentences = rules.PROVISIONS["ACT-PROGRAMME"].sentences
    return next(name for name, sentence in sentences.items() if sentence == said)


def due(found: DueDay) -> object:
    """The day on which something is due, if there is one."""
    return found.on if isinstance(found, Due) else "nothing"


RULES: Rules = {
    "ACT-REPORT": lambda facts: due(rules.report_of_a_failure_due(day(facts, "heard"), court_calendar())),
    "ACT-END": lambda facts: due(
        rules.end_of_an_activity_is_known(day_or_none(facts, "last"), court_calendar())
    ),
    "monitor": lambda facts: due(
        rules.monitoring_of_an_activity_ends(day_or_none(facts, "ordered"), None, day_or_none(facts, "ends"))
    ),
    "answers": lambda facts: due(rules.answers_about_an_activity_due(day_or_none(facts, "ordered"), None)),
    "clock": clock,
    "effect": effect,
    "explained as": explained_as,
    "ACT-WHO-D": lambda facts: weight(
        rules.activity_binds_somebody_who_can_be_bound(bound(facts), Form(str(facts["form"])))
    ),
    "condition on file": lambda facts: weight(
        rules.condition_that_ties_somebody_is_on_file(
            bound(facts), Form(str(facts["form"])), facts.get("on_file") is True
        )
    ),
    "ACT-KINDS": lambda facts: weight(
        rules.activity_is_of_a_kind_that_may_be_asked(
            str(facts["kind"]), MADE, is_sealed=facts.get("sealed") is True
        )
    ),
    "ACT-NOTFINAL": not_final,
    "ACT-CHILD": lambda facts: weight(
        rules.child_is_not_bound_unless_a_parent(bound(facts), day(facts, "made"))
    ),
    "ACT-RESIDENCE": lambda facts: weight(
        rules.activity_ceases_when_somebody_lives_elsewhere(bound(facts), day(facts, "made"))
    ),
    "ACT-EXCEPTED": lambda facts: weight(
        rules.activity_does_not_go_with_an_excepted_order(facts["excepted"] is True)
    ),
    "ACT-INFO": unanswered,
    "ACT-PROGRAMME": programme,
    "failure": failure,
    "ACT-FUND": fund,
    "ACT-DAYS": lambda facts: weight(
        rules.nothing_comes_before_its_order("happened", day(facts, "on"), day_or_none(facts, "made"))
    ),
    "end": lambda facts: weight(
        rules.activity_ends_after_what_happened(day(facts, "on"), day_or_none(facts, "last"))
    ),
    "order": lambda facts: weight(
        rules.order_comes_before_what_happened(day_or_none(facts, "made"), day_or_none(facts, "first"))
    ),
}


@pytest.mark.parametrize("scenario", scenarios(__file__), ids=str)
def test_it_holds(scenario: Scenario) -> None:
    assert outcome(scenario, RULES) == scenario.gives


def test_no_last_day_lies_before_the_order() -> None:
    made_on = date(2026, 1, 1)
    clock = rules.activity_clock(OrderFacts(made_on, starts_on=date(2025, 1, 1), months=6))
    assert clock.ends_on is None
    assert [one.weight.value for one in clock.findings if one.provision == "ACT-MONITOR"] == ["bars"]
    until = rules.activity_clock(OrderFacts(made_on, starts_on=date(2025, 12, 1), end_on=made_on))
    assert until.ends_on == made_on


@pytest.mark.parametrize("nation", list(Nation))
def test_each_nation_has_its_programme_in_both_languages(nation: Nation) -> None:
    said = rules.service_refers_to_the_programme_of_the_nation(nation)
    assert said.en != said.cy


def test_it_explains_its_days_in_both_languages() -> None:
    explained = rules.EXPLAINED["ACT-MONITOR"]({"start": "2026-03-04", "months": "2"})
    assert "Sunday 3 May 2026" in explained.explain("en")
    assert "dydd Sul 3 Mai 2026" in explained.explain("cy")
