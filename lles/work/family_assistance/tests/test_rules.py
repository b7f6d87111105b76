"""The rules of family assistance orders, each scenario under its own sentence."""

from datetime import date

import pytest

from lles.law.bilingual import Text
from lles.law.due import Due
from lles.law.findings import Finding, Weight
from lles.law.jurisdiction import Nation
from lles.law.order_clock import OrderFacts
from lles.law.tests.scenario import Facts, Rules, Scenario, day, day_or_none, outcome, scenarios, words
from lles.work.family_assistance import rules
from lles.work.family_assistance.rules import (
    Authority,
    Consent,
    InForce,
    NamedPerson,
    Opinion,
    Standing,
    Supplier,
)

MADE = date(2026, 3, 4)
LAST = ("FAO-END", "FAO-DURATION-MAX")


def order(facts: Facts) -> OrderFacts:
    """An order as a scenario states it."""
    months = facts.get("months")
    return OrderFacts(
        made_on=day(facts, "made"),
        starts_on=day_or_none(facts, "starts"),
        months=months if isinstance(months, int) else None,
        end_on=day_or_none(facts, "end"),
        is_imported=facts.get("imported") is True,
    )


def weighed(*findings: Finding | None) -> list[str]:
    """Findings as "rule weight"."""
    return [f"{one.provision} {one.weight.value}" for one in findings if one is not None]


def weight(finding: Finding | None) -> object:
    """How a finding weighs, if there is one."""
    return finding.weight.value if finding else None


def clock(facts: Facts) -> object:
    """The last day of the order and what is found."""
    found = rules.family_assistance_clock(order(facts))
    return [found.ends_on or "nothing", weighed(*found.findings)]


def last_day(facts: Facts, rule: str = "FAO-DURATION-DEFAULT") -> object:
    """The last day of an order by one rule."""
    days = rules.family_assistance_clock(order(facts)).days
    return next((one.on for one in days if one.rule == rule), "nothing")


def people(facts: Facts) -> tuple[NamedPerson, ...]:
    """Everybody a scenario names, by what they are to the child."""
    return tuple(
        NamedPerson(
            person=standing.value,
            name=standing.value,
            standing=standing,
            consent=consent(facts, standing.value),
            could_comment=facts[standing.value] == "commented",
            is_heard=facts[standing.value] == "heard",
        )
        for standing in Standing
        if standing.value in facts
    )


def consent(facts: Facts, person: str) -> Consent | None:
    """What a person answered."""
    said = facts[person]
    if isinstance(said, date):
        return Consent(True, said, day_or_none(facts, "withdrawn"))
    return Consent(False, MADE) if said == "refuses" else None


def who(findings: tuple[Finding, ...]) -> list[str]:
    """Whom findings are about."""
    return [dict(one.facts).get("person", "nobody") for one in findings]


def consents(facts: Facts) -> object:
    """Whose consent is lacking, and how that weighs."""
    is_ours = facts.get("sealed") is not True
    found = rules.everyone_named_consents(people(facts), day_or_none(facts, "made"), is_ours=is_ours)
    return [f"{person} {one.weight.value}" for person, one in zip(who(found), found, strict=True)]


def directed(facts: Facts) -> object:
    """Who is directed about visits without being named."""
    everybody = people(facts)
    named = tuple(one for one in everybody if facts[one.person] == "named")
    return who(rules.people_named_tell_their_address_and_allow_visits(everybody, named))


def opinion(facts: Facts) -> object:
    """How many things the opinion leaves open."""
    given = day_or_none(facts, "given")
    known = Opinion(given, Supplier.SERVICE, frozenset(words(facts, "answers"))) if given else None
    found = rules.court_has_the_opinion_of_the_officer(known, day(facts, "made"))
    return len(found) or ()


def opinion_by(facts: Facts) -> object:
    """How the kind of officer weighs."""
    made, supplier = day_or_none(facts, "made") or MADE, Supplier(str(facts["supplier"]))
    known = Opinion(made, Supplier(str(facts["by"])), frozenset())
    return weight(rules.opinion_comes_from_the_kind_of_officer_made_available(known, supplier, made))


def suitable(facts: Facts) -> object:
    """How many questions have no answer."""
    nation, answered = Nation(str(facts["nation"])), words(facts, "answered")
    return len(rules.opinion_answers_what_makes_an_order_suitable(answered, nation, MADE))


def authority(facts: Facts) -> object:
    """How an order on the authority weighs."""
    asked = Authority("Newport", facts.get("agrees") is True, False, facts.get("will_live") is True)
    is_sealed = facts.get("sealed") is True
    return weight(rules.authority_agrees_or_the_child_lives_in_its_area(asked, is_sealed=is_sealed))


def in_force(facts: Facts) -> list[InForce]:
    """The other order of a scenario, if there is one."""
    return [InForce(day(facts, "from"), day_or_none(facts, "to"))] if "from" in facts else []


def contact(facts: Facts) -> object:
    """How a direction about contact weighs."""
    return weight(
        rules.help_with_contact_needs_a_contact_provision_in_force(
            in_force(facts),
            day(facts, "made"),
            day_or_none(facts, "end"),
            is_sealed=facts.get("sealed") is True,
        )
    )


def report(facts: Facts) -> object:
    """How a directed report weighs."""
    found = rules.report_concerns_a_section_8_order_in_force(in_force(facts), day(facts, "made"))
    return weight(found)


def report_late(facts: Facts) -> object:
    """How the day of a directed report weighs beside the last day."""
    days = (day_or_none(facts, name) for name in ("ordered", "end"))
    return weight(rules.directed_report_comes_while_the_order_runs(*days))


def review_late(facts: Facts) -> object:
    """How the day that a plan sets for its review weighs beside the days of the order."""
    review, made, end = (day_or_none(facts, name) for name in ("review", "made", "end"))
    return weight(rules.plan_is_reviewed_while_the_order_runs(review, made, end))


def report_due(facts: Facts) -> object:
    """The day of a directed report and its provision."""
    found = rules.directed_report_due(day_or_none(facts, "ordered"), None, day_or_none(facts, "end"))
    return [found.on, found.provision] if found.on else found.says.en


def longer(facts: Facts) -> object:
    """How a later end weighs."""
    ends = (day(facts, name) for name in ("asked", "made", "end"))
    return weight(rules.longer_help_needs_a_new_order(*ends, by_court=facts.get("by_court") is True))


def end(facts: Facts) -> object:
    """What is found of the end on a day."""
    on, last = day(facts, "on"), day(facts, "end")
    still_open = rules.what_is_open_after_the_last_day([int(one) for one in words(facts, "open")], on, last)
    return weighed(rules.nothing_new_begins_after_the_last_day(on, last), still_open)


def ended_by_court(facts: Facts) -> object:
    """The last day with its rule and the first day after it, and how the day of the decision weighs."""
    on, whole = day(facts, "on"), rules.family_assistance_clock(order(facts))
    clock = rules.the_court_ends_the_order(whole, on)
    last = next(one for one in clock.days if one.on == clock.ends_on and one.rule in LAST)
    found = rules.court_decides_after_the_order_is_made(on, whole.made_on)
    return [clock.ends_on, last.rule, clock.days[-1].on, weight(found) or "nothing"]


def scope(facts: Facts) -> object:
    """How the actions and an open risk weigh."""
    found = rules.order_is_not_used_for_what_it_is_not_for(
        words(facts, "actions"), facts.get("risk") is True, day(facts, "on")
    )
    return [one.weight.value for one in found]


def plan(facts: Facts) -> object:
    """Which parts of a plan are empty."""
    found = rules.plan_has_its_six_parts(words(facts, "written"), day(facts, "on"))
    return [dict(one.facts)["part"] for one in found]


def available(facts: Facts) -> object:
    """Who is made available."""
    supplier, nation = Supplier(str(facts["supplier"])), Nation(str(facts["nation"]))
    said = rules.officer_is_made_available_to_advise_and_assist(supplier, nation)
    sentences = rules.PROVISIONS["FAO-OFFICER"].sentences
    return next(name for name, sentence in sentences.items() if sentence == said)


RULES: Rules = {
    "clock": clock,
    "FAO-DURATION-DEFAULT": last_day,
    "FAO-DURATION-MAX": lambda facts: last_day(facts, "FAO-DURATION-MAX"),
    "FAO-REVIEW": lambda facts: (
        rules.plan_is_reviewed_before_the_order_ends(day(facts, "made"), day(facts, "end")).result
    ),
    "FAO-END": end,
    "FAO-NOEXTEND": longer,
    "FAO-NAMED": lambda facts: [
        person for person in who(rules.only_people_close_to_the_child_are_named(people(facts)))
    ],
    "FAO-CONSENT": consents,
    "FAO-CHILD-NOCONSENT": lambda facts: who(rules.child_is_heard_but_need_not_consent(people(facts))),
    "FAO-COMMENT": lambda facts: who(
        rules.everyone_named_may_comment_on_the_opinion(people(facts), day(facts, "made"))
    ),
    "FAO-WITHDRAW": lambda facts: who(
        rules.withdrawn_consent_does_not_end_the_order(people(facts), day(facts, "made"))
    ),
    "FAO-ADDRESS": directed,
    "ended by court": ended_by_court,
    "new address": lambda facts: weighed(
        *rules.new_address_of_whoever_must_tell_it_is_looked_at(words(facts, "moved"))
    ),
    "FAO-OPINION": opinion,
    "FAO-OPINION-WHO": opinion_by,
    "FAO-SUITABLE": suitable,
    "FAO-LA": authority,
    "FAO-CONTACT": contact,
    "FAO-REPORT": report,
    "report due": report_due,
    "review late": review_late,
    "report late": report_late,
    "FAO-PLAN": plan,
    "FAO-SCOPE": scope,
    "FAO-OFFICER": available,
    "FAO-NOCHANGE": lambda facts: weight(rules.officer_does_not_change_an_order()),
}


@pytest.mark.parametrize("scenario", scenarios(__file__), ids=str)
def test_it_holds(scenario: Scenario) -> None:
    assert outcome(scenario, RULES) == scenario.gives


def test_it_bars_what_only_practice_and_the_house_forbid_as_settings() -> None:
    assert rules.officer_does_not_change_an_order().weight is Weight.BARS
    assert rules.PROVISIONS["FAO-NOCHANGE"].settable


def test_it_warns_of_an_order_without_a_plan_but_lets_it_run() -> None:
    assert weight(rules.order_runs_with_a_plan(False, MADE)) == "warns"
    assert rules.order_runs_with_a_plan(True, MADE) is None


def test_it_says_who_advises_and_assists_in_each_nation() -> None:
    said = {
        rules.officer_is_made_available_to_advise_and_assist(supplier, nation).en
        for supplier in Supplier
        for nation in Nation
    }
    assert len(said) == 4


def test_it_says_the_usual_length_in_both_languages() -> None:
    assert rules.usual_length(MADE).en == "Orders usually run for 3 to 6 months."
    assert rules.usual_length(MADE).cy == "Fel arfer, mae gorchymyn yn para 3–6 mis."


def test_it_explains_its_days_in_both_languages() -> None:
    explained = rules.EXPLAINED["FAO-DURATION-DEFAULT"]({"made": "2026-03-04"})
    assert "Wednesday 3 March 2027" in explained.explain("en")
    assert "dydd Mercher 3 Mawrth 2027" in explained.explain("cy")
    assert "2 September 2026" in rules.EXPLAINED["FAO-REVIEW"](
        {"made": "2026-03-04", "end": "2027-03-03"}
    ).explain("en")
    assert "3 March 2027" in rules.EXPLAINED["FAO-REPORT"]({"end": "2027-03-03"}).explain("en")


def test_the_end_of_an_order_comes_up_four_weeks_before_its_day() -> None:
    last = Due(date(2027, 3, 3), None, "FAO-DURATION-DEFAULT", None, None, None, (), Text(en="Why", cy="Pam"))
    assert rules.comes_up_before(last).comes_up_on == date(2027, 2, 3)
