"""The day of an order that was recorded here is put right, with how it is known."""

from datetime import date, datetime

import pytest

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.changes.door import NotAllowed
from lles.casefile.changes.orders import DayToldByTheCourt, correct_day
from lles.casefile.models import Case, Officer, Order
from lles.casefile.tests.pages import client_of, day, fill, summary_of, text_of

MADE, RIGHT, DUE = date(2026, 3, 2), date(2026, 3, 1), date(2026, 3, 3)


@pytest.fixture
def order(case: Case, own: Officer, now: datetime) -> Order:
    """An order that somebody recorded."""
    asked = (Directed("section_7_report", due_on=DUE),)
    return record_order(
        case=case, by=own, at=now, kind="", title="Directions", made_on=MADE, directions=asked
    )


@pytest.fixture
def page(case: Case, order: Order) -> str:
    return f"/cases/{case.reference}/orders/{order.pk}/day/"


def test_it_is_put_right_and_both_days_stand_on_the_timeline(
    case: Case, own: Officer, order: Order, page: str
) -> None:
    client = client_of(own)
    assert page in text_of(client, f"/cases/{case.reference}/orders/")
    answer = fill(client, page, **day("made_on", RIGHT), words="The sealed order came.")
    assert answer.status_code == 302, summary_of(answer)
    order.refresh_from_db()
    assert order.made_on == RIGHT
    assert "Day of an order put right" in text_of(client, f"/cases/{case.reference}/timeline/")
    said = case.entries.get(kind="order_day_corrected").facts
    assert said["why"] == "The sealed order came."
    assert "2026-03-01" in str(said["made_on"])
    assert "2026-03-02" in str(said["was"])


@pytest.mark.parametrize(
    ("made_on", "words", "says"),
    [
        (RIGHT, "", "Say how, in a few words"),
        (MADE, "The order.", "This is the day that is recorded already"),
        (date(2026, 3, 4), "The order.", "It directs something that was due before that day"),
    ],
)
def test_it_says_what_is_wrong(own: Officer, page: str, made_on: date, words: str, says: str) -> None:
    assert says in summary_of(fill(client_of(own), page, **day("made_on", made_on), words=words))


def test_nobody_puts_right_what_the_court_sent(
    case: Case, own: Officer, now: datetime, order: Order, page: str
) -> None:
    Order.objects.update(court_key="o1")
    client = client_of(own)
    assert client.get(page).status_code == 404
    assert page not in text_of(client, f"/cases/{case.reference}/orders/")
    with pytest.raises(DayToldByTheCourt):
        correct_day(case=case, by=own, at=now, order=order, made_on=RIGHT, reason="It says so.")


def test_only_who_works_on_the_case_puts_it_right(
    case: Case, teammate: Officer, now: datetime, order: Order
) -> None:
    with pytest.raises(NotAllowed):
        correct_day(case=case, by=teammate, at=now, order=order, made_on=RIGHT, reason="It says so.")
