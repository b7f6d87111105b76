"""A monitoring order whose parents live together: it has nothing to monitor once the arrangements cease
(S8-TOGETHER)."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
import time_machine

from lles.casefile.changes.living_together import TogetherSaid, record_living_together
from lles.casefile.models import Case, Officer, Party
from lles.casefile.queries.orders_at_work import SOON, OrderOnCase, orders_at_work
from lles.casefile.tests.pages import client_of, text_of
from lles.work.monitoring.queries.facts import Request
from lles.work.monitoring.tests.conftest import Record

DAY = timedelta(days=1)
ARRANGED, LAST = date(2026, 1, 5), date(2026, 9, 3)  # six months, beginning with 4 March
Together = Callable[..., None]


@pytest.fixture
def together(case: Case, own: Officer, now: datetime, mother: Party, father: Party) -> Together:
    """Records that the parents live together."""

    def recorded(since: date, until: date | None = None) -> None:
        said = TogetherSaid(mother, father, since, until, None, "hearing", "court")
        record_living_together(case=case, by=own, at=now, said=said)

    return recorded


def row_of(own: Officer, today: date) -> OrderOnCase:
    """The one order that stands in the view over the service as ending."""
    (row,) = orders_at_work(own, today).ending
    return row


@pytest.mark.parametrize(
    ("since", "last"),
    [
        (date(2026, 2, 10), date(2026, 8, 9)),
        (date(2026, 3, 3), LAST - DAY),
        (date(2026, 3, 4), LAST),
        (date(2026, 5, 1), LAST),
    ],
)
def test_its_last_day_is_the_day_before_the_arrangements_cease(
    record: Record, own: Officer, together: Together, since: date, last: date
) -> None:
    record(request=Request(arrangements_on=ARRANGED))
    together(since)
    row = row_of(own, last - SOON)
    assert (row.order.ends_on, row.days_left) == (last, SOON.days)
    assert row.order.why is not None
    assert ("live together" in row.order.why.en) == (last < LAST)
    assert (row.order.ceases is None) == (last == LAST)
    assert orders_at_work(own, last - SOON - DAY).ending == []


def test_parents_who_parted_in_time_shorten_nothing(record: Record, own: Officer, together: Together) -> None:
    record(request=Request(arrangements_on=ARRANGED))
    together(date(2026, 2, 10), date(2026, 8, 9))
    assert row_of(own, LAST).order.ends_on == LAST


def test_a_time_before_the_order_hides_no_later_one(record: Record, own: Officer, together: Together) -> None:
    record(request=Request(arrangements_on=None), reasons={"MON-POWER": "Nobody knows the day."})
    together(date(2024, 1, 5), date(2025, 1, 5))
    together(date(2026, 2, 10))
    assert row_of(own, LAST - SOON).order.ends_on == date(2026, 8, 9)


def test_what_has_ceased_stands_there_until_its_own_last_day(
    record: Record, own: Officer, together: Together
) -> None:
    record(request=Request(arrangements_on=ARRANGED))
    together(date(2026, 2, 10))
    row = row_of(own, date(2026, 8, 10))
    assert row.days_left == -1
    assert row.order.why is not None
    assert "ceased on Monday 10 August 2026" in row.order.why.en
    assert row_of(own, LAST).order.ends_on == date(2026, 8, 9)
    assert orders_at_work(own, LAST + DAY).ending == []


@pytest.mark.parametrize(
    ("language", "on", "words"),
    [
        ("en", date(2026, 8, 9), "(today)"),
        ("en", date(2026, 8, 10), "(it has ceased)"),
        ("cy", date(2026, 8, 10), "(nid oes iddo effaith mwyach)"),
    ],
)
def test_the_view_over_the_service_and_the_order_say_so(
    record: Record, case: Case, own: Officer, together: Together, language: str, on: date, words: str
) -> None:
    made = record(request=Request(arrangements_on=ARRANGED))
    together(date(2026, 2, 10))
    with time_machine.travel(on, tick=False):
        client = client_of(own, language)
        view = text_of(client, "/orders/")
        assert words in view
        assert ("cease if the parents still live together" in view) == (on < date(2026, 8, 10))
        page = text_of(client, f"/cases/{case.reference}/monitoring/{made.pk}/")
        listed = text_of(client, f"/cases/{case.reference}/monitoring/")
    ceased = on >= date(2026, 8, 10)
    green, grey = {"en": ("In force", "Ceased"), "cy": ("Mewn grym", "Heb effaith mwyach")}[language]
    for one in (page, listed):
        assert (grey in one, green in one) == (ceased, not ceased)
