"""The times in which parents of a case live together, and what follows for the orders that hang on that."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations, groupby

from lles.casefile.models import Case, LivingTogether, Party
from lles.casefile.prepared import Asked
from lles.casefile.rules.order_strip import OrderDay
from lles.law.living_together import (
    ParentsTogether,
    Together,
    days_on_which_arrangements_cease,
    living_part_can_cease,
)

Time = tuple[str, str, date, date | None, bool | None]


def pairs_of(case: Case) -> Sequence[tuple[Party, Party]]:
    """Every two people of a case who may be the parents of a child: the adults, each with each."""
    people = sorted(case.parties.filter(is_organisation=False), key=lambda one: one.pk)
    return list(combinations(people, 2))


def times_together(case: Case) -> Sequence[LivingTogether]:
    """The times as they stand, pair by pair, the first one first."""
    return _STANDING.all_in(case)


_STANDING = Asked(
    lambda case: (
        LivingTogether.objects.filter(case=case, is_wrong=False, replaced_by=None)
        .select_related("first", "second", "told_party", "by")
        .order_by("first", "second", "since", "pk")
    )
)


def earlier_times(case: Case) -> Sequence[LivingTogether]:
    """What was recorded before and stands no longer, the latest first."""
    rows = case.living_together.exclude(is_wrong=False, replaced_by=None)
    return list(rows.select_related("first", "second", "by").order_by("-pk"))


def time_together(case: Case, pk: int) -> LivingTogether | None:
    """One time of the case by any row about it: the last row, which says what is known of it now."""
    rows = case.living_together.select_related("first", "second")
    row = rows.filter(pk=pk).first()
    while row is not None and (later := rows.filter(replaces=row).first()):
        row = later
    return row


def parents_together(times: Iterable[Time]) -> tuple[ParentsTogether, ...]:
    """The parents with their times, from rows that stand pair by pair; of parental responsibility the last
    row says what is known."""
    return tuple(
        ParentsTogether(first, second, tuple(Together(one[2], one[3]) for one in rows), rows[-1][4])
        for (first, second), group in groupby(times, key=lambda one: one[:2])
        for rows in [list(group)]
    )


def parents_together_of(case: Case) -> tuple[ParentsTogether, ...]:
    """The parents of a case who live together, or did."""
    return parents_together(
        (one.first.name, one.second.name, one.since, one.until, one.both_responsible)
        for one in times_together(case)
    )


def days_of_ceasing(
    case: Case, made_on: date | None, first: date | None, last: date | None, today: date,
    *, of_living_alone: bool = False,
) -> tuple[OrderDay, ...]:  # fmt: skip
    """The days within an order that hangs on child arrangements made on a day, on which those cease or will;
    where it hangs on where the child lives alone, those on which that part can cease (S8-TOGETHER)."""
    found = (
        one
        for parents in parents_together_of(case)
        if not of_living_alone or living_part_can_cease(parents)
        for one in days_on_which_arrangements_cease(parents, today, made_on)
    )
    return tuple(
        OrderDay(one.on, one.what, one.why, one.rule, is_late=False)
        for one in found
        if (first is None or first <= one.on) and (last is None or one.on <= last)
    )


def first_ceasing(
    case: Case, made_on: date | None, first: date | None, last: date | None, today: date,
    *, of_living_alone: bool = False,
) -> OrderDay | None:  # fmt: skip
    """The first of those days: the order has no effect from then on, or will have none if the parents go on
    living together (S8-TOGETHER)."""
    days = days_of_ceasing(case, made_on, first, last, today, of_living_alone=of_living_alone)
    return min(days, key=lambda one: one.on, default=None)
