"""Which directions of the court wait: each thing done discharges one, through amendments and whatever is
taken back, and a direction in an order about something else means the last order of its kind before it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.directions import Directed, amend_direction, lift_direction, record_order
from lles.casefile.models import Case, Direction, Officer, Order
from lles.casefile.queries.directions import directions_about, undischarged

KIND = "some_report"
MADE, SOON, LATE = date(2026, 3, 4), date(2026, 6, 4), date(2027, 2, 1)
Orders = Callable[..., Order]


@pytest.fixture
def orders(case: Case, own: Officer, now: datetime) -> Orders:
    """Records an order with reports by these days, some days on."""

    def ordered(*due: date, kind: str = "of_some_kind", days: int = 0) -> Order:
        directed = [Directed(KIND, due_on=one, paragraph=str(row)) for row, one in enumerate(due)]
        at = now + timedelta(days=days)
        return record_order(case=case, by=own, at=at, kind=kind, title="", made_on=MADE, directions=directed)

    return ordered


def waits(case: Case, *done_at: datetime) -> Sequence[date | None]:
    return [one.due_on for one in undischarged(case.directions.all(), done_at)]


def live(case: Case, due: date) -> Direction:
    return case.directions.get(due_on=due, superseded_at=None)


def test_each_thing_done_discharges_the_one_that_is_due_first(
    orders: Orders, case: Case, now: datetime
) -> None:
    orders(LATE, SOON)
    day = timedelta(days=1)
    assert waits(case) == [SOON, LATE]
    assert waits(case, now - day) == [SOON, LATE]
    assert waits(case, now + day) == [LATE]
    assert waits(case, now + day, now + 2 * day) == []


@pytest.mark.parametrize(("to", "left"), [(SOON, [LATE]), (date(2026, 8, 1), [date(2026, 8, 1), LATE])])
def test_an_amendment_of_what_is_discharged_asks_again_where_it_has_another_day_alone(
    orders: Orders, case: Case, own: Officer, now: datetime, to: date, left: list[date]
) -> None:
    order, day = orders(SOON, LATE), timedelta(days=1)
    said = Directed(KIND, due_on=to, paragraph="7")
    amend_direction(case=case, by=own, at=now + 2 * day, direction=live(case, SOON), said=said, order=order)
    assert waits(case, now + day) == left


def test_what_was_done_for_one_that_is_taken_back_discharges_no_other(
    orders: Orders, case: Case, own: Officer, now: datetime
) -> None:
    orders(SOON, LATE)
    day = timedelta(days=1)
    lift_direction(case=case, by=own, at=now + 2 * day, direction=live(case, SOON), reason="Not needed.")
    assert waits(case, now + day) == [LATE]
    assert waits(case, now + 3 * day) == []


def test_an_order_about_something_else_means_the_last_of_the_kind_before_it(
    orders: Orders, case: Case
) -> None:
    first = orders()
    orders(SOON, kind="", days=1)
    second = orders(days=2)
    orders(LATE, kind="", days=3)
    numbers = [first.pk, second.pk]
    for order, due in ((first, SOON), (second, LATE)):
        assert [one.due_on for one in directions_about(order, [KIND], numbers)] == [due]
