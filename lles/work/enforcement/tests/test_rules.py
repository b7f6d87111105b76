"""The rules of enforcement, each scenario under its own sentence."""

from datetime import date

import pytest

from lles.law.calendar import court_calendar
from lles.law.due import DueDay
from lles.law.findings import Finding
from lles.law.order_clock import OrderFacts
from lles.law.tests.scenario import Facts, Rules, Scenario, day, day_or_none, outcome, scenarios, words
from lles.work.enforcement import rules
from lles.work.enforcement.rules import Accused, Suspension

ON = date(2026, 3, 4)


def weight(finding: Finding | None) -> object:
    """How a finding weighs, if there is one."""
    return finding.weight.value if finding else None


def number(facts: Facts, name: str) -> int:
    """A whole number among the facts."""
    value = facts[name]
    assert isinstance(value, int)
    return value


def clock(facts: Facts) -> object:
    """The last day for the work and what is found."""
    found = rules.enforcement_clock(
        OrderFacts(
            made_on=day(facts, "made"),
            starts_on=day_or_none(facts, "starts"),
            months=number(facts, "months") if "months" in facts else None,
            end_on=day_or_none(facts, "end"),
            is_imported=facts.get("imported") is True,
        )
    )
    return [found.ends_on or "nothing", [f"{one.provision} {one.weight.value}" for one in found.findings]]


def effect(facts: Facts) -> object:
    """Whether an order has effect on a day, though somebody left."""
    clock = rules.enforcement_clock(OrderFacts(day(facts, "made"), end_on=day_or_none(facts, "end")))
    until = rules.clock_until_somebody_lives_elsewhere(clock, day_or_none(facts, "left"))
    return until.has_effect_on(day(facts, "on"))


def suspended(facts: Facts) -> object:
    """The last day for the work of an order that was suspended."""
    held = (Suspension(day(facts, "from"), day_or_none(facts, "to")),) if "from" in facts else ()
    last, notes = rules.last_day_for_the_work(OrderFacts(day(facts, "made")), held)
    assert bool(notes) is (last is None)
    return last


def hours(facts: Facts) -> object:
    """How a number of hours weighs, beside those of other orders."""
    added = tuple(int(one) for one in words(facts, "added"))
    return [
        one.weight.value for one in rules.unpaid_work_keeps_to_its_hours(number(facts, "hours"), ON, added)
    ]


def accused(facts: Facts) -> Accused:
    """Somebody said to have broken an order."""
    notice, born, left = (day_or_none(facts, name) for name in ("notice", "born", "left"))
    return Accused("one", "Ceri", notice, born, left)


def notice(facts: Facts) -> object:
    """How the day of the notice weighs."""
    varied = day_or_none(facts, "varied")
    found = rules.person_had_the_notice_before_the_breach(accused(facts), day(facts, "breach"), varied)
    return weight(found)


def checks(facts: Facts) -> object:
    """Whether checks are made afresh."""
    asked = facts.get("asked") is True
    days = day(facts, "order"), day(facts, "applied")
    return weight(rules.checks_are_fresh_where_the_order_is_old(*days, asked))


def unanswered(facts: Facts) -> object:
    """The questions of the court that have no answer."""
    found = rules.court_gets_the_answers_it_asks_about_unpaid_work(words(facts, "answered"), ON)
    return [dict(one.facts)["question"] for one in found]


def compensation(facts: Facts) -> object:
    """What is said of a compensation."""
    found = rules.compensation_is_asked_for_and_not_above_the_loss(
        number(facts, "loss"), number(facts, "ordered"), facts.get("asked") is True
    )
    return [one.says.en for one in found]


RULES: Rules = {
    "clock": clock,
    "effect": effect,
    "suspended": suspended,
    "ENF-HOURS": hours,
    "ENF-LIST": lambda facts: (
        rules.enforcement_application_is_listed_within_working_days(
            day(facts, "issued"), court_calendar()
        ).result
    ),
    "ENF-CHECKS": checks,
    "ENF-NOTICE": notice,
    "ENF-AGE": lambda facts: weight(
        rules.breach_was_not_before_eighteen(accused(facts), day(facts, "breach"))
    ),
    "ENF-RESIDENCE": lambda facts: weight(
        rules.enforcement_order_ceases_when_somebody_lives_elsewhere(accused(facts), day(facts, "made"))
    ),
    "ENF-INFO": unanswered,
    "ENF-PROBATION": lambda facts: weight(
        rules.further_failure_after_a_warning_is_reported(day(facts, "warned"), day(facts, "failed"))
    ),
    "ENF-DISCLOSE-PROB": lambda facts: weight(
        rules.probation_is_told_what_the_court_gives_leave_for(day_or_none(facts, "leave"), day(facts, "on"))
    ),
    "ENF-WARN2": lambda facts: weight(
        rules.enforcement_order_carries_its_own_notice(facts["notice"] is True)
    ),
    "ENF-CONSIDER": lambda facts: list(
        rules.court_considers_these_things_before_it_enforces(day(facts, "on"))
    ),
    "ENF-MON": lambda facts: (
        opens.on if (opens := rules.every_enforcement_order_is_monitored(day(facts, "made"))) else None
    ),
    "COMP-LOSS": compensation,
    "ENF-DAYS": lambda facts: weight(
        rules.failure_is_not_before_its_order(day(facts, "on"), day(facts, "ordered"))
    ),
    "ENF-REPORT": lambda facts: (
        rules.report_of_what_probation_reports_due(day(facts, "heard"), court_calendar()).on
    ),
    "ENF-STANDARD": lambda facts: rules.PROVISIONS["ENF-STANDARD"].in_force(day(facts, "on")),
}


@pytest.mark.parametrize("scenario", scenarios(__file__), ids=str)
def test_it_holds(scenario: Scenario) -> None:
    assert outcome(scenario, RULES) == scenario.gives


def test_it_gives_back_no_day_twice_where_suspensions_overlap() -> None:
    apart = (Suspension(date(2026, 9, 1), date(2026, 9, 10)), Suspension(date(2026, 9, 5), date(2026, 9, 12)))
    assert rules.last_day_for_the_work(OrderFacts(date(2026, 6, 1)), apart)[0] == date(2027, 6, 12)
    inside = (Suspension(date(2026, 9, 1), date(2026, 9, 10)), Suspension(date(2026, 9, 2), date(2026, 9, 3)))
    assert rules.last_day_for_the_work(OrderFacts(date(2026, 6, 1)), inside)[0] == date(2027, 6, 10)


def test_an_order_of_six_months_has_six_months_after_a_suspension() -> None:
    held = (Suspension(date(2026, 9, 1), date(2026, 9, 10)),)
    facts = OrderFacts(date(2026, 6, 1), months=6)
    assert rules.last_day_for_the_work(facts, held)[0] == date(2026, 12, 10)
    assert rules.clock_with_suspensions(facts, held).ends_on == date(2026, 12, 10)


def test_no_last_day_lies_before_the_order() -> None:
    clock = rules.enforcement_clock(OrderFacts(date(2026, 6, 1), starts_on=date(2025, 1, 1), months=6))
    assert clock.ends_on is None
    assert [one.weight.value for one in clock.findings] == ["bars"]


def test_it_gives_the_headings_of_advice_in_both_languages() -> None:
    headings = rules.court_considers_these_things_before_it_enforces(ON)
    assert len(headings) == 8
    assert all(said.en != said.cy for said in headings.values())


STATED = {
    "ENF-LIST": ({"issued": "2026-04-20"}, "19 May 2026", "19 Mai 2026"),
    "ENF-CHECKS": ({"order": "2026-01-12"}, "12 April 2026", "12 Ebrill 2026"),
    "ENF-HOURS": ({"made": "2026-06-01"}, "31 May 2027", "31 Mai 2027"),
    "ENF-PROBATION": ({"warning": "2026-02-10"}, "9 February 2027", "9 Chwefror 2027"),
    "ENF-REPORT": ({"heard": "2026-03-04"}, "11 March 2026", "11 Mawrth 2026"),
}


@pytest.mark.parametrize("rule", sorted(rules.EXPLAINED))
def test_it_explains_its_days_in_both_languages(rule: str) -> None:
    facts, en, cy = STATED[rule]
    explained = rules.EXPLAINED[rule](facts)
    assert en in explained.explain("en")
    assert cy in explained.explain("cy")


MADE = date(2026, 6, 1)
APART = Suspension(date(2026, 9, 1), date(2026, 9, 10))


def clock_of(*suspensions: Suspension) -> tuple[date | None, list[tuple[date, str]]]:
    """The last day of an order of 1 June 2026, and its days with their rules."""
    clock = rules.clock_with_suspensions(OrderFacts(MADE), suspensions)
    return clock.ends_on, [(one.on, one.rule) for one in clock.days]


def test_the_clock_gives_back_the_days_of_a_suspension() -> None:
    last, days = clock_of(APART)
    assert last == date(2027, 6, 10)
    assert (date(2027, 6, 11), "ENF-HOURS") in days
    assert date(2027, 5, 31) not in [on for on, _rule in days]
    whys = [one.why.en for one in rules.clock_with_suspensions(OrderFacts(MADE), (APART,)).days]
    assert any("given back" in why for why in whys)


def test_the_clock_without_a_suspension_is_that_of_the_order() -> None:
    assert rules.clock_with_suspensions(OrderFacts(MADE), ()) == rules.enforcement_clock(OrderFacts(MADE))


def test_a_suspension_without_an_end_leaves_no_last_day() -> None:
    clock = rules.clock_with_suspensions(OrderFacts(MADE), (Suspension(date(2026, 9, 1), None),))
    assert clock.ends_on is None
    assert "ENF-HOURS" not in [one.rule for one in clock.days]
    assert "ENF-HOURS" in [one.provision for one in clock.findings]


def test_the_months_begin_after_a_suspension_from_the_first_day() -> None:
    last, days = clock_of(Suspension(MADE, date(2026, 6, 30)))
    assert last == date(2027, 6, 30)
    assert (date(2026, 7, 1), "ENF-HOURS") in days


def test_the_last_day_that_the_order_itself_states_stays() -> None:
    stated = OrderFacts(MADE, end_on=date(2027, 3, 31))
    assert rules.clock_with_suspensions(stated, (APART,)).ends_on == date(2027, 3, 31)


def test_a_further_failure_is_reported_through_the_whole_of_the_last_day() -> None:
    window = rules.may_fail_until(date(2026, 2, 10))
    assert (window.on, window.rule) == (date(2027, 2, 9), "ENF-PROBATION")
    assert "10 February 2026" in window.why.en


def test_checks_are_fresh_where_the_court_asks_and_no_day_is_known() -> None:
    assert rules.checks_are_fresh_where_the_court_asks(True) is not None
    assert rules.checks_are_fresh_where_the_court_asks(False) is None


def test_fresh_checks_are_there_when_the_court_lists_the_application() -> None:
    due = rules.fresh_checks_due(date(2026, 4, 20), court_calendar())
    assert (due.on, due.provision) == (date(2026, 5, 19), "ENF-CHECKS")


def test_the_day_until_which_the_court_lists_says_why() -> None:
    listed = rules.is_listed_until(date(2026, 4, 20), court_calendar())
    assert (listed.on, listed.rule) == (date(2026, 5, 19), "ENF-LIST")
    assert "20 working days" in listed.why.en


def test_monitoring_ends_with_the_work_unless_the_court_sets_a_day() -> None:
    def ends(ordered_on: date | None, work_ends_on: date | None) -> DueDay:
        return rules.monitoring_of_unpaid_work_ends(ordered_on, None, work_ends_on)

    assert getattr(ends(None, date(2027, 5, 31)), "on", None) == date(2027, 5, 31)
    assert getattr(ends(date(2027, 4, 1), date(2027, 5, 31)), "on", None) == date(2027, 4, 1)
    assert getattr(ends(None, None), "on", None) is None
