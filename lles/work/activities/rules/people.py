"""Who can be asked to take part in an activity (ACT-WHO-D, ACT-CHILD, ACT-RESIDENCE, ACT-EXCEPTED)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lles.casefile.rules.days import age_on
from lles.law.findings import Finding, Weight
from lles.work.activities.rules.provisions import activities_law


class Form(StrEnum):
    """An activity is asked by a direction, before the end, or by a condition of an order."""

    DIRECTION = "direction"
    CONDITION = "condition"


@dataclass(frozen=True)
class Bound:
    """Somebody who is to take part: the slug and name on the file, what ties them to the proceedings or to
    the order, their birthday, whether they are a parent of the child (None where nobody knows), and since
    when they live elsewhere."""

    person: str
    name: str
    is_a_party: bool = False
    child_lives_there: bool = False
    time_is_provided_for: bool = False
    is_under_a_condition: bool = False
    born_on: date | None = None
    is_a_parent: bool | None = None
    left_on: date | None = None

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Whom a finding is about."""
        return (("person", self.person),)


def activity_binds_somebody_who_can_be_bound(bound: Bound, form: Form) -> Finding | None:
    """Warn of a direction to somebody who is no party, or of a condition on a stranger (ACT-WHO-D)."""
    provision = activities_law()["ACT-WHO-D"]
    tied = bound.child_lives_there or bound.time_is_provided_for or bound.is_under_a_condition
    if bound.is_a_party if form is Form.DIRECTION else tied:
        return None
    return provision.finding(form.value, facts=bound.facts, name=bound.name)


def condition_that_ties_somebody_is_on_file(
    bound: Bound, form: Form, has_a_condition: bool
) -> Finding | None:
    """Warn of a condition on somebody as one under a condition of section 11(7)(b) while none is on the file
    (ACT-WHO-D)."""
    if form is Form.DIRECTION or not bound.is_under_a_condition or has_a_condition:
        return None
    return activities_law()["ACT-WHO-D"].finding("no_condition", facts=bound.facts, name=bound.name)


def child_is_not_bound_unless_a_parent(bound: Bound, made_on: date) -> Finding | None:
    """Warn of a child who would be bound and is not known to be a parent of the child in question
    (ACT-CHILD)."""
    provision = activities_law()["ACT-CHILD"]
    age = provision.number("age", made_on)
    if bound.born_on is None or bound.is_a_parent or age_on(bound.born_on, made_on) >= age:
        return None
    key = "perhaps" if bound.is_a_parent is None else "child"
    return provision.finding(key, facts=bound.facts, name=bound.name, age=age, day=made_on)


def activity_ceases_when_somebody_lives_elsewhere(bound: Bound, made_on: date) -> Finding | None:
    """Warn of somebody who lived elsewhere when the order was made; note that it ceased on the day somebody
    left (ACT-RESIDENCE)."""
    provision = activities_law()["ACT-RESIDENCE"]
    if bound.left_on is None:
        return None
    if bound.left_on <= made_on:
        return provision.finding("elsewhere", weight=Weight.WARNS, facts=bound.facts, name=bound.name)
    return provision.finding("ceased", facts=bound.facts, name=bound.name, day=bound.left_on)


def activity_does_not_go_with_an_excepted_order(is_excepted: bool) -> Finding | None:
    """Warn of an activity beside an order that goes with adoption (ACT-EXCEPTED)."""
    return activities_law()["ACT-EXCEPTED"].finding() if is_excepted else None


def direction_is_not_given_when_proceedings_end(
    form: Form, made_on: date, final_order_on: date | None, *, is_known: bool = True
) -> Finding | None:
    """Warn of a direction of the same day as the final order, or of a later one; ask where nobody has said
    whether the order that holds it is final (ACT-NOTFINAL)."""
    provision = activities_law()["ACT-NOTFINAL"]
    if form is Form.CONDITION:
        return None
    if final_order_on is None or made_on < final_order_on:
        return None if is_known else provision.finding("unknown", weight=Weight.NOTES, day=made_on)
    if made_on == final_order_on:
        return provision.finding("same_day", day=made_on)
    return provision.finding("after", day=made_on, final=final_order_on)
