"""What the law has to say of an order under section 8 and of what is asked: all of it at once (S8-*)."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lles.casefile.rules.order_strip import OrderDay
from lles.law.bilingual import Text
from lles.law.days_in_force import InForce
from lles.law.findings import Finding
from lles.law.living_together import (
    ParentsTogether,
    arrangements_cease_if_the_order_makes_any,
    arrangements_cease_when_the_parents_live_together,
)
from lles.law.pathway import kinds_of, plain_kind
from lles.law.section_8 import (
    ARRANGEMENTS,
    child_arrangements_order_carries_a_warning_notice,
    child_in_care_has_no_other_section_8_order,
    child_in_care_is_asked_about,
    condition_binds_somebody_it_can_bind,
    day_of_the_ceiling,
    foster_parent_needs_consent_to_ask_for_leave,
    order_does_not_run_past_the_ceiling,
    order_is_not_made_at_the_ceiling,
    order_says_which_types_it_makes,
    section_8_law,
    section_8_order_has_a_type_of_its_day,
)

ABOUT_MORE = frozenset({"contact", "prohibited_steps", "specific_issue"})
LIVING = frozenset({"child_arrangements_live_with", "live_with"})


@dataclass(frozen=True)
class ChildOfCase:
    """A child by name, with the birthday and the time in care as far as they are known."""

    name: str
    born_on: date | None = None
    care_from: date | None = None
    care_to: date | None = None


@dataclass(frozen=True)
class Bound:
    """Somebody whom a condition binds, by name, and what ties them to the order or to the child."""

    name: str
    ties: tuple[str, ...]


@dataclass(frozen=True)
class OrderMade:
    """An order under section 8: its types and day, and what was read in it, None where nobody knows."""

    types: frozenset[str] | None
    made_on: date
    only_about_living: bool | None = None
    varies: bool | None = None
    ends_on: date | None = None
    carries_notice: bool | None = None
    conditions: tuple[Bound, ...] = ()

    @property
    def is_only_about_living(self) -> bool | None:
        """Whether it is only about with whom and when the child lives: by its types, else as it was read."""
        if self.types and not ABOUT_MORE.isdisjoint(self.types):
            return False
        return True if self.types == frozenset({"residence"}) else self.only_about_living

    @property
    def makes_arrangements(self) -> bool | None:
        """Whether parents who live together end anything of it; None where nobody knows."""
        return None if self.types is None else not self.types.isdisjoint(ARRANGEMENTS)


@dataclass(frozen=True)
class Fostered:
    """An applicant who is or was a local authority foster parent: the days, None for the last one while it
    goes on, and what allows them to ask."""

    name: str
    since: date
    until: date | None
    has_consent: bool | None
    is_relative: bool | None
    lived_there_since: date | None


def check_order(
    order: OrderMade, children: Collection[ChildOfCase], parents: Collection[ParentsTogether], today: date
) -> tuple[Finding, ...]:
    """Everything the law has to say of an order under section 8."""
    found = (
        order_says_which_types_it_makes(order.types, order.made_on),
        *(section_8_order_has_a_type_of_its_day(one, order.made_on) for one in sorted(order.types or ())),
        *(one for child in children for one in _of_a_child(order, child)),
        child_arrangements_order_carries_a_warning_notice(order.types, order.made_on, order.carries_notice),
        *(
            condition_binds_somebody_it_can_bind(one.name, one.ties, order.made_on)
            for one in order.conditions
        ),
        *(_ceased(order, parents, today)),
    )
    return tuple(one for one in found if one is not None)


def _of_a_child(order: OrderMade, child: ChildOfCase) -> Iterator[Finding | None]:
    only_living, made_on = order.is_only_about_living, order.made_on
    yield child_in_care_has_no_other_section_8_order(
        child.name, only_living, made_on, child.care_from, child.care_to
    )
    yield order_is_not_made_at_the_ceiling(child.name, child.born_on, made_on, order.varies)
    yield order_does_not_run_past_the_ceiling(child.name, child.born_on, made_on, order.ends_on, only_living)


def _ceased(order: OrderMade, parents: Collection[ParentsTogether], today: date) -> Iterator[Finding | None]:
    for one in parents:
        if order.makes_arrangements:
            yield arrangements_cease_when_the_parents_live_together(one, today, order.made_on)
        elif order.makes_arrangements is None:
            yield arrangements_cease_if_the_order_makes_any(one, today, order.made_on)


def asks_only_about_living(kinds: Collection[str]) -> bool:
    """Whether of the orders under section 8 only one about with whom the child lives is asked for; where
    none is named, the court may still be asked for any."""
    asked = {plain_kind(one) for one in kinds} & kinds_of("section_8")
    return bool(asked) and asked <= LIVING


def check_what_is_asked(
    kinds: Collection[str], children: Collection[ChildOfCase], fostered: Collection[Fostered],
    asked_on: date | None, today: date,
) -> tuple[Finding, ...]:  # fmt: skip
    """Everything the law has to say of a case in which orders under section 8 are asked for."""
    only_living = asks_only_about_living(kinds)
    found = [
        child_in_care_is_asked_about(one.name, only_living, today, one.care_from, one.care_to)
        for one in children
    ]
    found += [_of_a_foster_parent(one, asked_on) for one in fostered if asked_on is not None]
    return tuple(one for one in found if one is not None)


def _of_a_foster_parent(one: Fostered, asked_on: date) -> Finding | None:
    if one.since > asked_on:
        return None
    return foster_parent_needs_consent_to_ask_for_leave(
        one.name, one.until or asked_on, asked_on,
        is_allowed=bool(one.has_consent or one.is_relative), lived_there_since=one.lived_there_since,
    )  # fmt: skip


def days_of_order(
    order: OrderMade, children: Collection[ChildOfCase], attached: Iterable[tuple[Text, InForce]],
    ceasing: Iterable[OrderDay],
) -> tuple[OrderDay, ...]:  # fmt: skip
    """The days of an order under section 8, in their order: made, what is attached to it, its last day, the
    birthdays that are its ceiling, and those on which its arrangements cease."""
    law = section_8_law()
    types, conditions, ceiling = law["S8-TYPES"], law["S8-CONDITIONS"], law["S8-AGE16"]
    days = [_day(order.made_on, types.sentence("day"), types.sentence("day_why"), types.id)]
    why = conditions.sentence("in_force_why")
    for what, force in attached:
        if force.first and force.first > order.made_on:
            days.append(_day(force.first, conditions.sentence("begins", what=what), why, conditions.id))
        if force.last and force.last != order.ends_on:
            days.append(_day(force.last, conditions.sentence("ends", what=what), why, conditions.id))
    if order.ends_on:
        last, its_why = conditions.sentence("last"), conditions.sentence("last_why")
        days.append(_day(order.ends_on, last, its_why, conditions.id))
    if not order.is_only_about_living:
        known = [
            (one.name, day_of_the_ceiling(one.born_on, order.made_on)) for one in children if one.born_on
        ]
        days += [
            _day(reaches, ceiling.sentence("day", name=name), ceiling.sentence("day_why"), ceiling.id)
            for name, reaches in known
            if reaches > order.made_on
        ]
    return tuple(sorted((*days, *ceasing), key=lambda one: one.on))


def _day(on: date, what: Text, why: Text, rule: str) -> OrderDay:
    return OrderDay(on, what, why, rule, is_late=False)
