"""Of an order that is recorded where one of its kind and day stands, somebody says whether it is that one."""

from datetime import date, datetime
from typing import Any

import pytest

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.models import Case, Officer, Order
from lles.casefile.queries.court import order_name
from lles.casefile.tests.pages import client_of, day, fill, summary_of, text_of

MADE = date(2026, 3, 2)
ASKS = "Is it this one, or another?"


@pytest.fixture
def page(case: Case) -> str:
    return f"/cases/{case.reference}/orders/record/"


@pytest.fixture
def typed() -> dict[str, Any]:
    return {"kind": "monitoring", **day("made_on", MADE), "ends_involvement": "unknown"}


@pytest.fixture(params=["court-1", ""])
def stands(case: Case, own: Officer, now: datetime, request: pytest.FixtureRequest) -> Order:
    """One of the same kind and day, which the feed brought or somebody recorded."""
    order = record_order(case=case, by=own, at=now, kind="monitoring", made_on=MADE)
    if request.param:
        Order.objects.filter(pk=order.pk).update(court_key=request.param)
    return order


def test_it_asks_once_the_kind_and_the_day_are_those_of_one_that_stands(
    case: Case, own: Officer, stands: Order, page: str, typed: dict[str, Any]
) -> None:
    client = client_of(own)
    assert ASKS not in text_of(client, page)
    answer = fill(client, page, **typed)
    assert "Select whether it is this one or another" in summary_of(answer)
    shown = answer.content.decode()
    assert ASKS in shown
    assert 'value="another" checked' not in shown
    assert case.orders.count() == 1


def test_another_one_is_another_also_where_the_feed_brought_one(
    case: Case, own: Officer, stands: Order, page: str, typed: dict[str, Any]
) -> None:
    answer = fill(client_of(own), page, **typed, same="another")
    assert answer.status_code == 302, summary_of(answer)
    assert case.orders.filter(kind="monitoring", made_on=MADE).count() == 2
    assert case.monitorings.count() == 2


def test_this_one_gains_what_is_recorded_of_it_and_opens_nothing_twice(
    case: Case, own: Officer, stands: Order, page: str, typed: dict[str, Any]
) -> None:
    asked = {"kind-0": "monitoring_end_report", **day("due_on-0", date(2026, 6, 2))}
    answer = fill(client_of(own), page, **typed, **asked, same=str(stands.pk))
    assert answer.status_code == 302, summary_of(answer)
    assert case.monitorings.count() == 1
    assert [one.kind for one in stands.directions.all()] == ["monitoring_end_report"]


def test_nothing_is_asked_of_another_day(case: Case, own: Officer, stands: Order, page: str) -> None:
    given = {"kind": "monitoring", **day("made_on", date(2026, 3, 1)), "ends_involvement": "unknown"}
    assert fill(client_of(own), page, **given).status_code == 302
    assert case.orders.count() == 2


def test_the_later_day_of_one_that_was_recorded_here_is_its_day(
    case: Case, own: Officer, now: datetime
) -> None:
    first, later = (Directed("section_7_report", due_on=date(2026, month, 2)) for month in (4, 5))
    order = record_order(case=case, by=own, at=now, kind="", title="C21", made_on=MADE, directions=(first,))
    same = record_order(case=case, by=own, at=now, kind="", made_on=MADE, directions=(later,), same_as=order)
    assert same == order
    assert case.directions.get(superseded_at=None).due_on == later.due_on


def test_one_without_a_title_is_called_by_its_kind_in_the_language_of_its_reader(
    case: Case, own: Officer, page: str, typed: dict[str, Any]
) -> None:
    assert fill(client_of(own), page, **typed).status_code == 302
    order = case.orders.get()
    assert order.title == ""
    assert order_name(case, order).en != order_name(case, order).cy
    orders = f"/cases/{case.reference}/orders/"
    assert order_name(case, order).en in text_of(client_of(own), orders)
    assert order_name(case, order).cy in text_of(client_of(own, "cy"), orders)
