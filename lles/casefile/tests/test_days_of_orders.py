"""The day of an order on the file: chosen with the order, and typed only where none of them is it."""

from datetime import date
from typing import Any

import pytest

from lles.casefile.forms.days_of_orders import DaysOfOrdersForm, OrderOnFile
from lles.casefile.forms.people import PastDayField
from lles.casefile.tests.pages import day

MADE, TODAY = date(2026, 3, 4), date(2026, 6, 1)
ORDERS = (
    OrderOnFile("7", "C43, 4 March 2026", MADE),
    OrderOnFile("8", "C43, 5 March 2026", date(2026, 3, 5)),
)


class Form(DaysOfOrdersForm):
    on = PastDayField(label="On which day?", required=False)


def form(data: dict[str, str] | None = None, orders: tuple[OrderOnFile, ...] = ORDERS, **more: Any) -> Form:
    made = Form(data, today=TODAY, **more)
    made.offer_orders("on", "Which order?", orders)
    return made


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ({"on_order": "7"}, MADE),
        (day("on", date(2026, 1, 2)), date(2026, 1, 2)),
        ({"on_order": "7", **day("on", MADE)}, MADE),
        ({}, None),
    ],
)
def test_an_order_that_is_chosen_gives_its_day(typed: dict[str, str], given: date | None) -> None:
    asked = form(typed)
    assert asked.is_valid()
    assert asked.cleaned_data["on"] == given


@pytest.mark.parametrize("typed", [{"on_order": "7", **day("on", date(2026, 3, 5))}, {"on_order": "9"}])
def test_another_day_beside_it_or_an_order_of_nobody_is_refused(typed: dict[str, str]) -> None:
    assert not form(typed).is_valid()


def test_a_day_that_is_known_stands_as_its_order_where_one_alone_is_of_that_day() -> None:
    known = form(initial={"on": MADE}).initial
    assert (known["on_order"], known["on"]) == ("7", None)
    twice = (*ORDERS, OrderOnFile("9", "Another", MADE))
    for asked in (form(initial={"on": MADE}, orders=twice), form(initial={"on": TODAY})):
        assert "on_order" not in asked.initial
        assert asked.initial["on"] is not None


def test_the_orders_stand_above_the_boxes_and_without_any_the_boxes_stand_alone() -> None:
    assert list(form().fields)[-2:] == ["on_order", "on"]
    assert "on_order" not in form(orders=()).fields
