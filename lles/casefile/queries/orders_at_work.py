"""The orders at work over the cases that an officer sees: those that end soon, and those whose plan or terms
are not whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lles.casefile.access import cases
from lles.casefile.models import Case, Officer
from lles.casefile.queries.living_together import first_ceasing
from lles.casefile.register import RunningOrder, orders_running
from lles.law.order_periods import last_day_before

SOON = timedelta(days=28)


@dataclass(frozen=True)
class OrderOnCase:
    """An order at work, with its case; `days_left` counts from today to its last day, today not counted, and
    is less than nothing where the arrangements on which it hangs have ceased."""

    order: RunningOrder
    case: Case
    days_left: int | None


@dataclass(frozen=True)
class OrdersAtWork:
    """The orders whose last day is near, the nearest first; and those that lack a complete plan or terms."""

    ending: Sequence[OrderOnCase]
    lacking: Sequence[OrderOnCase]


def orders_at_work(officer: Officer, today: date) -> OrdersAtWork:
    """The orders at work on the open cases that this officer sees, as far as they have not ended. One that
    has nothing to be about any more, because the parents lived together, stands there until its own last day:
    a person has to see that."""
    about = cases(officer).filter(closed_at=None)
    running = [one for one in orders_running(about) if one.ends_on is None or one.ends_on >= today]
    known = (
        about.select_related("officer").prefetch_related("children").in_bulk({one.case for one in running})
    )
    sooner = [_as_it_ceases(one, known[one.case], today) for one in running if one.case in known]
    rows = [OrderOnCase(one, known[one.case], _days_left(one, today)) for one in sooner]
    ending = [row for row in rows if row.order.ends_on and row.order.ends_on <= today + SOON]
    ending.sort(key=lambda row: (row.days_left, row.case.pk))
    lacking = sorted((row for row in rows if row.order.lacks), key=lambda row: row.case.opened_at)
    return OrdersAtWork(ending, lacking)


def _as_it_ceases(order: RunningOrder, case: Case, today: date) -> RunningOrder:
    """The order with its last day sooner where the arrangements on which it hangs cease within it, because
    the parents live together (S8-TOGETHER)."""
    hangs_on = order.hangs_on
    if hangs_on is None:
        return order
    ceases = first_ceasing(
        case, hangs_on.made_on, hangs_on.first, order.ends_on, today,
        of_living_alone=hangs_on.of_living_alone,
    )  # fmt: skip
    if ceases is None:
        return order
    return replace(order, ends_on=last_day_before(ceases.on), why=ceases.why, ceases=ceases.what)


def _days_left(order: RunningOrder, today: date) -> int | None:
    return (order.ends_on - today).days if order.ends_on else None
