"""What is attached to an order under section 8 is put right, and ends by a later order or with its own."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from lles.casefile.changes.directions import record_order
from lles.casefile.changes.taken_back import take_back_order
from lles.casefile.models import Attached, AttachedDischarged, AttachedWrong, Case, Officer, Order, Party
from lles.casefile.queries.section_8 import (
    attached_to,
    days_of,
    discharged_by,
    is_bound_by_a_condition,
    is_bound_while,
)
from lles.casefile.tests.pages import client_of, fill, summary_of, text_of
from lles.work.section_8.changes import record_discharged, record_terms_of_order, say_attached_wrong

DAY = timedelta(days=1)
MADE, LATER = date(2026, 3, 4), date(2026, 5, 1)
Ordered = Callable[..., Order]


@pytest.fixture
def ordered(case: Case, own: Officer, now: datetime) -> Ordered:
    """Records a child arrangements order of a day."""

    def recorded(made_on: date = MADE) -> Order:
        return record_order(
            case=case, by=own, at=now, kind="", title="Child arrangements order (C43)", made_on=made_on,
            is_another=True,
        )  # fmt: skip

    return recorded


def attach(order: Order, party: Party, by: Officer, now: datetime, since: date | None = None) -> Attached:
    return Attached.objects.create(
        order=order, kind="condition", party=party, paragraph="4", words="He rings on Fridays.",
        language="en", since=since, by=by, at=now,
    )  # fmt: skip


def test_one_that_was_recorded_wrongly_is_struck_out_and_begins_what_is_right(
    case: Case, own: Officer, now: datetime, ordered: Ordered, father: Party
) -> None:
    order = ordered()
    row, client = attach(order, father, own, now), client_of(own)
    here = f"/cases/{case.reference}/section-8/"
    assert "Say what is wrong with it" in summary_of(fill(client, f"{here}attached/{row.pk}/wrong/"))
    typed = {"why": "It is paragraph 5.", "language_of_words": "en"}
    before = case.entries.count()
    assert fill(client, f"{here}attached/{row.pk}/wrong/", **typed).status_code == 302
    assert case.entries.count() == before + 1
    assert not is_bound_by_a_condition(father, MADE)
    assert attached_to(order) == []
    page, again = text_of(client, here), f"{here}orders/{order.pk}/condition/?like={row.pk}"
    assert "<s>Condition: Gareth Bevan" in page
    assert "It is paragraph 5." in page
    assert again in page
    assert "He rings on Fridays.</textarea>" in text_of(client, again)
    assert client.get(f"{here}attached/{row.pk}/wrong/").status_code == 404
    with pytest.raises(DatabaseError), transaction.atomic():
        AttachedWrong.objects.update(why="")


def test_one_that_a_later_order_discharges_has_no_effect_from_its_day(
    case: Case, own: Officer, now: datetime, ordered: Ordered, father: Party
) -> None:
    row, client = attach(ordered(), father, own, now), client_of(own)
    page = f"/cases/{case.reference}/section-8/attached/{row.pk}/discharge/"
    assert client.get(page).status_code == 404
    later = ordered(LATER)
    assert "Choose the order, or that none discharges it" in summary_of(fill(client, page))
    assert fill(client, page, order=str(later.pk)).status_code == 302
    assert [is_bound_by_a_condition(father, on) for on in (LATER - DAY, LATER)] == [True, False]
    assert "from that day on it has no effect" in text_of(client, f"/cases/{case.reference}/section-8/")
    assert fill(client, page, order="none").status_code == 302
    assert is_bound_by_a_condition(father, LATER)
    with pytest.raises(DatabaseError), transaction.atomic():
        AttachedDischarged.objects.update(order=None)


def test_it_stands_again_where_that_order_is_taken_back_and_goes_along_where_it_stood_twice(
    case: Case, own: Officer, now: datetime, ordered: Ordered, father: Party
) -> None:
    known: dict[str, Any] = {"case": case, "by": own, "at": now}
    row, later, twin = attach(ordered(), father, own, now), ordered(LATER), ordered(LATER)
    record_discharged(**known, attached=row, order=twin)
    take_back_order(**known, order=twin, what="twice", why="The same.", same_as=later)
    assert not is_bound_by_a_condition(father, LATER)
    take_back_order(**known, order=later, what="never", why="There is none.")
    assert is_bound_by_a_condition(father, LATER)


def test_what_is_wrong_in_one_that_stands_twice_does_not_go_along(
    case: Case, own: Officer, now: datetime, ordered: Ordered, father: Party
) -> None:
    known: dict[str, Any] = {"case": case, "by": own, "at": now}
    order, twin, later = ordered(), ordered(), ordered(LATER)
    say_attached_wrong(**known, attached=attach(twin, father, own, now), why="No.", language="en")
    record_discharged(**known, attached=attach(twin, father, own, now, LATER - DAY), order=later)
    take_back_order(**known, order=twin, what="twice", why="The same.", same_as=order)
    (row,) = attached_to(order)
    assert (days_of(row).first, days_of(row).last) == (LATER - DAY, LATER - DAY)


def test_it_ends_with_the_last_day_of_its_order(
    case: Case, own: Officer, now: datetime, ordered: Ordered, father: Party
) -> None:
    order = ordered()
    attach(order, father, own, now, MADE + DAY)
    record_terms_of_order(
        case=case, by=own, at=now, order=order, types=(), only_about_living=None, varies=None, ends_on=LATER,
        carries_notice=None,
    )  # fmt: skip
    assert [is_bound_by_a_condition(father, on) for on in (LATER, LATER + DAY)] == [True, False]
    assert is_bound_while(father, MADE, MADE + DAY)
    assert not is_bound_while(father, MADE, MADE)
    assert not is_bound_while(father, LATER + DAY, None)


def test_what_is_struck_out_of_the_other_one_stands_there_again_where_this_one_stood_twice(
    case: Case, own: Officer, now: datetime, ordered: Ordered, father: Party
) -> None:
    known: dict[str, Any] = {"case": case, "by": own, "at": now}
    order, twin = ordered(), ordered()
    struck, row = (attach(one, father, own, now) for one in (order, twin))
    say_attached_wrong(**known, attached=struck, why="It stands in another order.", language="en")
    take_back_order(**known, order=twin, what="twice", why="The same.", same_as=order)
    assert [one.words for one in attached_to(order)] == [row.words]
    assert is_bound_by_a_condition(father, MADE)


@pytest.mark.parametrize("first", [True, False])
def test_the_last_that_was_said_of_what_both_have_stands_where_one_stood_twice(
    case: Case, own: Officer, now: datetime, ordered: Ordered, father: Party, first: bool
) -> None:
    known: dict[str, Any] = {"case": case, "by": own, "at": now}
    order, twin, later, last = ordered(), ordered(), ordered(LATER), ordered(LATER + DAY)
    stays, goes = (attach(one, father, own, now) for one in (order, twin))
    said = [(goes, later), (stays, last)]
    for attached, by_order in said[:1] if first else said:
        record_discharged(**known, attached=attached, order=by_order)
    take_back_order(**known, order=twin, what="twice", why="The same.", same_as=order)
    (row,) = attached_to(order)
    assert discharged_by(row) == (later if first else last)


def test_a_discharge_that_was_withdrawn_since_is_not_said_again_of_the_other_one(
    case: Case, own: Officer, now: datetime, ordered: Ordered, father: Party
) -> None:
    known: dict[str, Any] = {"case": case, "by": own, "at": now}
    row, later, twin = attach(ordered(), father, own, now), ordered(LATER), ordered(LATER)
    for order in (twin, None):
        record_discharged(**known, attached=row, order=order)
    take_back_order(**known, order=twin, what="twice", why="The same.", same_as=later)
    assert is_bound_by_a_condition(father, LATER)
