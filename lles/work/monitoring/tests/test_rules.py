"""The rules of monitoring orders, each scenario under its own sentence."""

from collections.abc import Iterable
from datetime import date

import pytest

from lles.law.bilingual import Text
from lles.law.calendar import court_calendar
from lles.law.due import Due
from lles.law.findings import Finding
from lles.law.jurisdiction import Nation
from lles.law.order_clock import OrderClock, OrderFacts
from lles.law.tests.scenario import Facts, Rules, Scenario, day, day_or_none, outcome, scenarios, words
from lles.work.monitoring import rules
from lles.work.monitoring.rules import Call, Limb, Monitored, Unit, Within, monitoring_law

LAST_DAY = date(2027, 3, 15)


def weight(finding: Finding | None) -> object:
    """How a finding weighs, if there is one."""
    return finding.weight.value if finding else None


def order(facts: Facts) -> OrderClock:
    """The clock of an order as a scenario states it."""
    months = facts.get("months")
    return rules.monitoring_clock(
        OrderFacts(
            made_on=day(facts, "made"),
            starts_on=day_or_none(facts, "starts"),
            months=months if isinstance(months, int) else None,
            end_on=day_or_none(facts, "end"),
            is_imported=facts.get("imported") is True,
        )
    )


def clock(facts: Facts) -> object:
    """The last day of monitoring and what is found."""
    found = order(facts)
    return [found.ends_on or "nothing", [f"{one.provision} {one.weight.value}" for one in found.findings]]


def power(facts: Facts) -> object:
    """How a request for these provisions weighs."""
    found = rules.monitoring_needs_a_provision_that_can_be_monitored(
        words(facts, "provisions"), day(facts, "made")
    )
    return weight(found)


def timing(facts: Facts) -> object:
    """How the day of a request weighs."""
    days = day(facts, "asked"), day_or_none(facts, "arrangements"), day_or_none(facts, "ended")
    return weight(rules.monitoring_is_asked_for_while_the_proceedings_run(*days))


def who(facts: Facts) -> object:
    """Who cannot be monitored."""
    people = tuple(Monitored(limb, limb, Limb(limb)) for limb in words(facts, "limbs"))
    found = rules.only_people_bound_by_the_arrangements_are_monitored(people, day(facts, "made"))
    assert all(one.bars for one in found)
    return [dict(one.facts).get("person", "nobody") for one in found]


def steps(facts: Facts) -> object:
    """How many are ordered steps that the law does not allow."""
    parent = facts.get("parent") is True
    one = Monitored("one", "one", Limb.NAMED_FOR_TIME, True, facts.get("child") is True, parent)
    return len(rules.child_takes_no_steps_unless_a_parent((one,)))


def call(facts: Facts) -> object:
    """What a call leaves unsaid."""
    held = Call(
        on=day(facts, "on"),
        with_whom=tuple(words(facts, "with")),
        answers_for=frozenset(words(facts, "answers")),
        has_an_account=facts.get("account") is True,
        next_on=day_or_none(facts, "next"),
    )
    found = rules.calls_begin_promptly_and_say_what_they_must(held, ["weekends"], LAST_DAY)
    return [dict(one.facts).get("unsaid", "weekends") for one in found]


def breach(facts: Facts) -> object:
    """The day of the report on a breach."""
    unit, n = facts.get("unit"), facts.get("within")
    within = Within(Unit(str(unit)), n if isinstance(n, int) else 0) if unit else None
    found = rules.breach_report_due(
        day(facts, "confirmed"), court_calendar(), within, day_or_none(facts, "ordered")
    )
    return [found.on, found.provision] if found.on else found.says.en


def report_due(facts: Facts) -> object:
    """The day of a report that the court asked for."""
    ordered, end = day_or_none(facts, "ordered"), day_or_none(facts, "end")
    found = rules.directed_report_due(ordered, None, end, is_interim=facts.get("interim") is True)
    return [found.on, found.provision] if found.on else found.says.en


def limits(facts: Facts) -> object:
    """Which actions are not monitoring."""
    found = rules.monitoring_arranges_nothing_and_advises_nobody(words(facts, "actions"), day(facts, "on"))
    return [dict(one.facts)["action"] for one in found]


def goes_on(facts: Facts) -> object:
    """How a reported failure weighs."""
    answered = facts.get("answered") is True
    found = rules.monitoring_goes_on_until_the_court_answers(
        True, answered, day(facts, "on"), day(facts, "end")
    )
    return weight(found)


def cases(facts: Facts) -> object:
    """How an order by consent in a case that has ended weighs in a nation, unless it says otherwise."""
    by_consent, has_ended = (facts.get(name) is not False for name in ("consent", "ended"))
    nation = Nation(str(facts["nation"]))
    return weight(rules.monitoring_is_meant_for_disputed_cases(by_consent, has_ended, nation))


def weights(found: Iterable[Finding]) -> object:
    """How each finding weighs."""
    return [weight(one) for one in found]


def comes_up(facts: Facts) -> object:
    """The day from which the end stands among what is to be done."""
    end = day(facts, "end")
    return rules.end_comes_up_before(
        Due(end, None, "MON-PERIOD", None, None, None, (), Text(en="Why", cy="Pam"))
    ).comes_up_on


RULES: Rules = {
    "clock": clock,
    "first call": lambda facts: rules.first_call_by(day(facts, "starts"), court_calendar()).result,
    "outside": lambda facts: weight(
        rules.day_is_monitored(day(facts, "on"), day(facts, "starts"), day(facts, "end"))
    ),
    "MON-POWER": power,
    "MON-TIMING": timing,
    "MON-WHO": who,
    "condition on file": lambda facts: len(
        rules.condition_of_whoever_is_monitored_by_it_is_on_file(
            (Monitored("one", "one", Limb(str(facts["limb"])), has_a_condition=facts["on_file"] is True),)
        )
    ),
    "MON-STEPS": steps,
    "MON-NOTACTIVITY": lambda facts: weight(
        rules.monitoring_leaves_activity_conditions_out(facts["activity"] is True)
    ),
    "MON-EXCEPTED": lambda facts: weight(rules.excepted_order_is_not_monitored(facts["excepted"] is True)),
    "MON-CASES": cases,
    "MON-METHOD": call,
    "breach": breach,
    "report due": report_due,
    "first call of": lambda facts: next(one.on for one in order(facts).days if one.rule == "MON-METHOD"),
    "MON-LIMITS": limits,
    "MON-CONTINUE": goes_on,
    "MON-SIDES": lambda facts: weights(
        rules.breach_is_alleged_until_each_side_was_asked(words(facts, "unasked"))
    ),
    "found": lambda facts: weights(
        rules.breach_is_found_on_or_after_each_account(
            day(facts, "on"), day(facts, "monitored"), day(facts, "asked")
        )
    ),
    "MON-CALL-DAY": lambda facts: (
        rules.call_is_planned_after_the_time_that_is_monitored(
            day(facts, "monitored"), court_calendar()
        ).result
    ),
    "planned": lambda facts: weights(
        rules.call_is_planned_for_a_day_to_come(day(facts, "on"), None, day(facts, "today"))
    ),
    "MON-AHEAD": comes_up,
    "MON-LETTERS": lambda facts: weights(
        rules.letter_has_an_office_and_a_period(facts.get("office") is True, facts.get("period") is True)
    ),
    "closing letter": lambda facts: weight(
        rules.closing_letter_waits_for_the_last_day(day(facts, "on"), day(facts, "end"))
    ),
    "MON-NOCONSENT": lambda facts: monitoring_law()["MON-NOCONSENT"].in_force(day(facts, "on")),
    "MON-DUTY": lambda facts: monitoring_law()["MON-DUTY"].in_force(day(facts, "on")),
    "MON-16A": lambda facts: weight(
        rules.suspicion_of_harm_while_monitoring_opens_an_assessment(day(facts, "on"))
    ),
}


@pytest.mark.parametrize("scenario", scenarios(__file__), ids=str)
def test_it_holds(scenario: Scenario) -> None:
    assert outcome(scenario, RULES) == scenario.gives


def test_it_explains_its_days_in_both_languages() -> None:
    explained = rules.EXPLAINED["MON-PERIOD"]({"start": "2026-03-16"})
    assert "Monday 15 March 2027" in explained.explain("en")
    assert "dydd Llun 15 Mawrth 2027" in explained.explain("cy")
    assert "10 April 2026" in rules.EXPLAINED["MON-METHOD"]({"start": "2026-04-01"}).explain("en")
    assert "12 May 2026" in rules.EXPLAINED["MON-REPORT"]({"breach": "2026-05-05"}).explain("en")
    assert "15 March 2027" in rules.EXPLAINED["MON-REPORT"]({"end": "2027-03-15"}).explain("en")
    interim = rules.directed_report_due(date(2026, 9, 1), None, LAST_DAY, is_interim=True)
    assert "Without the order" not in interim.says.en


def test_it_explains_the_law_of_the_day_of_the_order() -> None:
    for made_on, order in (
        (date(2014, 4, 21), "contact order"),
        (date(2014, 4, 22), "child arrangements order"),
    ):
        why = rules.monitoring_clock(OrderFacts(made_on, months=6)).days[0].why
        assert order in why.en


def test_no_last_day_and_no_call_lies_before_the_order() -> None:
    before = OrderFacts(date(2026, 3, 16), starts_on=date(2026, 1, 1), months=1, is_imported=True)
    assert rules.monitoring_clock(before).ends_on is None
    into = rules.monitoring_clock(OrderFacts(date(2026, 3, 16), starts_on=date(2026, 3, 1), months=3))
    assert into.ends_on == date(2026, 5, 31)
    assert [one.on for one in into.days if one.rule == "MON-METHOD"] == [date(2026, 3, 23)]
