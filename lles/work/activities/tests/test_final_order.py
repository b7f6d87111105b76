"""Whether an order is final stands with the order: a direction in a final one is warned of, and where nobody
has said it is asked."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.directions import record_order
from lles.casefile.changes.door import NeedsReason
from lles.casefile.models import Case, Officer, Order
from lles.casefile.queries.court import final_order_on
from lles.casefile.tests.pages import client_of, day, fill, text_of
from lles.work.activities.queries.findings import findings_of
from lles.work.activities.tests.conftest import MADE, Record

DAY = timedelta(days=1)
Ordered = Callable[..., Order]


@pytest.fixture
def ordered(case: Case, own: Officer, now: datetime) -> Ordered:
    """Records an order of a day."""

    def recorded(made_on: date, *, is_final: bool | None = None, ends: bool | None = None) -> Order:
        return record_order(
            case=case, by=own, at=now, kind="", title="Child arrangements order", made_on=made_on,
            is_final=is_final, ends_involvement=ends, is_another=True,
        )  # fmt: skip

    return recorded


@pytest.mark.parametrize(
    ("is_final", "ends", "counts"),
    [(True, False, True), (True, None, True), (None, True, True), (None, None, False), (False, True, False)],
)
def test_an_order_counts_as_final_as_somebody_said_else_as_it_ends_our_part(
    case: Case, ordered: Ordered, is_final: bool | None, ends: bool | None, counts: bool
) -> None:
    ordered(MADE, is_final=is_final, ends=ends)
    assert final_order_on(case, MADE) == (MADE if counts else None)
    assert final_order_on(case, MADE - DAY) is None


@pytest.mark.parametrize(("is_final", "weights"), [(None, ["notes"]), (False, [])])
def test_where_nobody_has_said_it_is_asked_without_a_reason(
    record: Record, order: Order, is_final: bool | None, weights: list[str]
) -> None:
    Order.objects.filter(pk=order.pk).update(is_final=is_final)
    order.refresh_from_db()
    found = [one for one in findings_of(record(order=order), MADE) if one.provision == "ACT-NOTFINAL"]
    assert [one.weight.value for one in found] == weights


def test_a_direction_in_an_order_that_is_final_takes_a_reason(record: Record, order: Order) -> None:
    Order.objects.filter(pk=order.pk).update(is_final=True)
    order.refresh_from_db()
    with pytest.raises(NeedsReason) as asked:
        record(order=order)
    assert [one.provision for one in asked.value.findings] == ["ACT-NOTFINAL"]


def test_it_is_asked_where_an_order_is_recorded_and_where_one_under_section_8_is_read(
    case: Case, own: Officer
) -> None:
    client, root = client_of(own), f"/cases/{case.reference}/"
    typed = {"title": "Child arrangements order", "ends_involvement": "no", **day("made_on", MADE)}
    assert fill(client, f"{root}orders/record/", **typed, is_final="yes").status_code == 302
    order = case.orders.get(is_final=True)
    assert "It is a final order." in text_of(client, f"{root}orders/")
    read = {"only_about_living": "no", "varies": "no", "carries_notice": "yes", "is_final": "no"}
    page = f"{root}section-8/orders/{order.pk}/"
    assert re.search(r'<input[^>]*name="is_final"[^>]*value="yes"[^>]*checked', text_of(client, page))
    assert fill(client, page, **read).status_code == 302
    assert case.orders.get().is_final is False
    assert "It is not a final order." in text_of(client, f"{root}orders/")
