"""The days of an order under section 8, as a picture and in words: each with why it is that day."""

from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.directions import record_order
from lles.casefile.models import Case, Child, Officer, Order, Party
from lles.casefile.tests.pages import client_of, text_of
from lles.law.bilingual import Text
from lles.law.days_in_force import InForce
from lles.work.section_8.changes import AttachedSaid, record_attached
from lles.work.section_8.queries import orders_read
from lles.work.section_8.rules import ChildOfCase, OrderMade, days_of_order

DAY = timedelta(days=1)
MADE, FIRST, LAST = date(2026, 3, 4), date(2026, 3, 10), date(2026, 9, 3)
BORN, SIXTEEN = date(2012, 6, 15), date(2028, 6, 15)
WHAT = Text(en="A condition: Gareth", cy="Amod: Gareth")
TYPES = frozenset({"child_arrangements"})


def told(order: OrderMade, born_on: date = BORN, force: InForce | None = None) -> list[tuple[date, str]]:
    """The days with their rules."""
    children, attached = [ChildOfCase("Efa", born_on)], [(WHAT, force)] if force else []
    days = days_of_order(order, children, attached, ())
    assert all(one.what.en != one.what.cy and one.why.en and one.why.cy for one in days)
    return [(one.on, one.rule) for one in days]


def test_an_order_that_names_no_day_has_its_own_and_the_birthday_that_is_its_ceiling() -> None:
    assert told(OrderMade(TYPES, MADE)) == [(MADE, "S8-TYPES"), (SIXTEEN, "S8-AGE16")]


def test_an_order_about_living_alone_has_no_ceiling() -> None:
    assert told(OrderMade(TYPES, MADE, only_about_living=True)) == [(MADE, "S8-TYPES")]


@pytest.mark.parametrize(("made_on", "is_told"), [(SIXTEEN - DAY, True), (SIXTEEN, False)])
def test_a_birthday_that_was_before_the_order_is_no_day_of_it(made_on: date, is_told: bool) -> None:
    assert ((SIXTEEN, "S8-AGE16") in told(OrderMade(TYPES, made_on))) is is_told


def test_what_is_attached_begins_and_ends_by_its_own_days_and_not_twice_with_its_order() -> None:
    order = OrderMade(TYPES, MADE, only_about_living=True, ends_on=LAST)
    ends = (LAST, "S8-CONDITIONS")
    assert told(order, force=InForce(FIRST, LAST - DAY)) == [
        (MADE, "S8-TYPES"), (FIRST, "S8-CONDITIONS"), (LAST - DAY, "S8-CONDITIONS"), ends,
    ]  # fmt: skip
    assert told(order, force=InForce(MADE, LAST)) == [(MADE, "S8-TYPES"), ends]


@pytest.fixture
def order(case: Case, own: Officer, now: datetime, father: Party) -> Order:
    """A child arrangements order with a condition that binds the father for a time."""
    Child.objects.filter(case=case).update(born_on=BORN)
    made = record_order(
        case=case, by=own, at=now, kind="", title="Child arrangements order (C43)", made_on=MADE
    )
    said = AttachedSaid(kind="condition", party=father, ties=("parent",), since=FIRST, until=LAST)
    record_attached(case=case, by=own, at=now, order=made, said=said)
    return made


@pytest.mark.parametrize(
    ("language", "heading", "says"),
    [
        ("en", "The days of the order", "Condition: Gareth Bevan: its last day"),
        ("cy", "Dyddiau&#39;r gorchymyn", "Amod: Gareth Bevan: ei ddiwrnod olaf"),
    ],
)
def test_the_page_shows_them_as_a_picture_and_in_words(
    order: Order, case: Case, own: Officer, language: str, heading: str, says: str
) -> None:
    (read,) = orders_read(case, MADE)
    assert read.order == order
    assert {one.on for one in read.days} == {MADE, FIRST, LAST, SIXTEEN}
    page = text_of(client_of(own, language), f"/cases/{case.reference}/section-8/")
    assert heading.replace("&#39;", "'") in page.replace("&#39;", "'")
    assert 'class="lles-strip"' in page
    assert says in page
