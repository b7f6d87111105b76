"""What the law says of orders under section 8 and of what is asked, each scenario under its own sentence."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lles.law.days_in_force import days_in_force
from lles.law.findings import Finding
from lles.law.living_together import ParentsTogether, Together
from lles.law.section_8 import section_8_order_has_a_type_of_its_day
from lles.law.tests.scenario import Facts, Rules, Scenario, day, day_or_none, outcome, scenarios, words
from lles.work.section_8.rules import (
    Bound,
    ChildOfCase,
    Fostered,
    OrderMade,
    check_order,
    check_what_is_asked,
)

TODAY = date(2026, 3, 4)
DAY = timedelta(days=1)
DAYS = st.dates(date(1992, 1, 1), date(2080, 12, 31))


def yes_or_no(facts: Facts, name: str) -> bool | None:
    """An answer among the facts, None where nobody knows."""
    answer = facts.get(name)
    assert answer is None or isinstance(answer, bool)
    return answer


def a_child(facts: Facts) -> ChildOfCase:
    """The child of a scenario."""
    born, care_from, care_to = (day_or_none(facts, name) for name in ("born", "care_from", "care_to"))
    return ChildOfCase("Efa Bevan", born, care_from, care_to)


def rules_of(found: tuple[Finding, ...]) -> list[str]:
    """Which rules warn."""
    assert all(one.warns and one.says.en != one.says.cy for one in found)
    return [one.provision for one in found]


def types_of(facts: Facts) -> frozenset[str] | None:
    """The types of the order of a scenario; None where it leaves them open."""
    return None if facts["type"] == "open" else frozenset(str(facts["type"]).split())


def of_order(rule: str) -> Callable[[Facts], object]:
    """What one rule says of the order of a scenario."""

    def said(facts: Facts) -> object:
        bound = (Bound("Ceri Bevan", tuple(words(facts, "ties"))),) if "ties" in facts else ()
        order = OrderMade(
            types_of(facts), day(facts, "made"), yes_or_no(facts, "living"), yes_or_no(facts, "varies"),
            day_or_none(facts, "ends"), yes_or_no(facts, "notice"), bound,
        )  # fmt: skip
        since = day_or_none(facts, "together")
        parents = [ParentsTogether("Ann", "Bob", (Together(since),), True)] if since else []
        return [one for one in rules_of(check_order(order, [a_child(facts)], parents, TODAY)) if one == rule]

    return said


def asked(facts: Facts) -> object:
    """What the law says of what is asked."""
    since = day_or_none(facts, "fostered_from")
    fostered = Fostered(
        "Ceri Bevan", since, day_or_none(facts, "fostered_to"), yes_or_no(facts, "consent"),
        yes_or_no(facts, "relative"), day_or_none(facts, "lived_since"),
    ) if since else None  # fmt: skip
    today = day_or_none(facts, "today") or TODAY
    return rules_of(
        check_what_is_asked(
            words(facts, "asks"), [a_child(facts)], [fostered] if fostered else [],
            day_or_none(facts, "asked_on"), today,
        )
    )  # fmt: skip


OF_ORDERS = ("S8-TOGETHER", "S8-CARE", "S8-AGE16", "S8-WARN", "S8-CONDITIONS")


def a_type(facts: Facts) -> object:
    """Whether an order of a type was not made on a day."""
    found = section_8_order_has_a_type_of_its_day(str(facts["type"]), day(facts, "made"))
    return found.weight.value if found else None


def in_force(facts: Facts) -> object:
    """Whether a condition is in force on a day, or on any to another."""
    made, since, last, order_ends, discharged, until = (
        day_or_none(facts, name) for name in ("made", "since", "last", "order_ends", "discharged", "until")
    )
    on = day(facts, "on")
    return days_in_force(made, since, last, order_ends, discharged).within(on, until or on)


RULES: Rules = {
    "in_force": in_force,
    **{rule: of_order(rule) for rule in OF_ORDERS},
    "asked": asked,
    "S8-TYPES": a_type,
    "types": of_order("S8-TYPES"),
}


@pytest.mark.parametrize("scenario", scenarios(__file__), ids=str)
def test_it_holds(scenario: Scenario) -> None:
    assert outcome(scenario, RULES) == scenario.gives


@pytest.mark.parametrize(
    ("living", "en", "cy"),
    [
        (False, "Of the orders under section 8 only one", "O blith gorchmynion adran 8"),
        (None, "It is not recorded whether the order", "Ni chofnodwyd a yw'r gorchymyn"),
    ],
)
def test_what_nobody_knows_is_said_as_unknown(living: bool | None, en: str, cy: str) -> None:
    order = OrderMade(
        frozenset({"child_arrangements"}), TODAY, living, ends_on=date(2040, 1, 1), carries_notice=living
    )
    found = check_order(order, [ChildOfCase("Efa Bevan", date(2017, 5, 1), TODAY)], (), TODAY)
    care, age, notice = found
    assert en in care.says.en
    assert cy in care.says.cy
    assert ("It is not recorded" in age.says.en) == (living is None)
    assert ("It is not recorded" in notice.says.en) == (living is None)


@given(DAYS, DAYS, st.integers(0, 800))
def test_a_child_is_in_care_from_the_first_to_the_last_day_and_on_no_other(
    made_on: date, since: date, days: int
) -> None:
    until = since + days * DAY
    child = ChildOfCase("Efa Bevan", care_from=since, care_to=until)
    found = rules_of(check_order(OrderMade(frozenset({"prohibited_steps"}), made_on), [child], (), made_on))
    assert ("S8-CARE" in found) == (since <= made_on <= until)


@given(DAYS, DAYS, DAYS, st.sampled_from([True, False, None]))
def test_no_order_runs_past_sixteen_unsaid_unless_it_is_only_about_living(
    born: date, made_on: date, ends_on: date, living: bool | None
) -> None:
    order = OrderMade(frozenset({"child_arrangements"}), made_on, living, True, ends_on, True)
    in_force = made_on >= date(2014, 4, 22)
    found = rules_of(check_order(order, [ChildOfCase("Efa Bevan", born)], (), made_on))
    sixteenth = (ends_on.year - 16, ends_on.month, ends_on.day) >= (born.year, born.month, born.day)
    assert ("S8-AGE16" in found) == (sixteenth and living is not True)
    assert ("S8-TYPES" in found) == (not in_force)
