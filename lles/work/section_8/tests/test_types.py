"""An order whose heading leaves open what it makes under section 8: unknown until somebody has read it."""

from collections.abc import Callable
from datetime import date

import pytest
from django.utils import timezone

from lles.casefile.changes.directions import record_order
from lles.casefile.models import Case, Officer, Order, OrderTerms
from lles.casefile.queries.section_8 import are_arrangements_made_on, makes_arrangements
from lles.casefile.tests.pages import client_of, fill, text_of

MADE = date(2026, 3, 4)
C43 = "Child arrangements, specific issue or prohibited steps order (C43)"
OPEN = {"en": "its heading leaves it open", "cy": "mae ei bennawd yn gadael hynny'n agored"}
PERHAPS, LACKS = "makes or varies child arrangements, it must carry", "whether the order of Wednesday 4 March"
READ = {"only_about_living": "unknown", "varies": "unknown", "carries_notice": "unknown"}


@pytest.fixture
def order(case: Case, own: Officer) -> Callable[..., Order]:
    """Records an order of 4 March 2026."""

    def recorded(title: str = C43, code: str = "") -> Order:
        order = record_order(case=case, by=own, at=timezone.now(), kind="", title=title, made_on=MADE)
        Order.objects.filter(pk=order.pk).update(code=code)
        order.refresh_from_db()
        return order

    return recorded


def page_of(case: Case, order: Order) -> str:
    return f"/cases/{case.reference}/section-8/orders/{order.pk}/"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_it_is_asked_about_where_the_orders_of_the_case_stand(
    case: Case, own: Officer, order: Callable[..., Order], language: str
) -> None:
    order()
    for page in ("orders/", "section-8/"):
        assert OPEN[language] in text_of(client_of(own, language), f"/cases/{case.reference}/{page}")


@pytest.mark.parametrize(
    ("types", "makes", "warned"),
    [
        ([], None, PERHAPS),
        (["child_arrangements"], True, LACKS),
        (["child_arrangements", "prohibited_steps"], True, LACKS),
        (["prohibited_steps", "specific_issue"], False, ""),
    ],
)
def test_whoever_reads_it_chooses_every_order_that_it_makes(
    case: Case, own: Officer, order: Callable[..., Order], types: list[str], makes: bool | None, warned: str
) -> None:
    row, client = order(), client_of(own)
    page = text_of(client, page_of(case, row))
    assert "Which orders does it make?" in page
    assert "checked" not in page
    assert "esidence order" not in page
    assert fill(client, page_of(case, row), **READ, types=types).status_code == 302
    assert OrderTerms.objects.get().types == types
    assert (makes_arrangements(row), are_arrangements_made_on(case, MADE)) == (makes, makes)
    page = text_of(client, f"/cases/{case.reference}/section-8/")
    assert (OPEN["en"] in page) == (makes is None)
    for one in (PERHAPS, LACKS):
        assert (one in page) == (one == warned)


def test_what_was_read_stands_until_it_is_read_anew(
    case: Case, own: Officer, order: Callable[..., Order]
) -> None:
    row, client = order(), client_of(own)
    for types, makes in ((["child_arrangements"], True), (["specific_issue"], False), ([], None)):
        fill(client, page_of(case, row), **READ, types=types)
        assert makes_arrangements(row) is makes


def test_an_order_that_names_its_type_is_not_asked_for_it(
    case: Case, own: Officer, order: Callable[..., Order]
) -> None:
    row = order("Child arrangements order (C43)")
    assert "Which orders does it make?" not in text_of(client_of(own), page_of(case, row))
    assert makes_arrangements(row)


@pytest.mark.parametrize(
    ("title", "code", "makes"),
    [
        ("Final order", "caSpecificProhibitedOrder", None),
        ("", "childArrangementsSpecificProhibitedOrder", None),
        ("Prohibited steps order", "caSpecificProhibitedOrder", False),
        ("Child arrangements order", "caSpecificProhibitedOrder", True),
        ("Final order", "blankOrderOrDirections", False),
    ],
)
def test_a_code_of_the_courts_leaves_it_open_where_the_heading_names_none(
    order: Callable[..., Order], title: str, code: str, makes: bool | None
) -> None:
    assert makes_arrangements(order(title, code)) is makes


def test_one_order_of_a_day_that_is_known_is_enough(case: Case, order: Callable[..., Order]) -> None:
    order()
    assert are_arrangements_made_on(case, MADE) is None
    order("Prohibited steps order")
    assert are_arrangements_made_on(case, MADE) is None
    order("Child arrangements order")
    assert are_arrangements_made_on(case, MADE) is True
    assert are_arrangements_made_on(case, date(2026, 3, 5)) is False
    assert are_arrangements_made_on(case, None) is False
