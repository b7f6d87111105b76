"""A hearing of several days: on which of them its order was made."""

from datetime import UTC, date, datetime

import pytest

from lles.casefile.models import Case, Hearing, Officer, Order
from lles.casefile.queries.court import days_of
from lles.casefile.tests.pages import client_of, fill, summary_of, text_of

FIRST, SECOND = datetime(2026, 3, 2, 10, tzinfo=UTC), datetime(2026, 3, 3, 10, tzinfo=UTC)


@pytest.fixture
def page(case: Case) -> str:
    """Where the hearing of two days is recorded."""
    days = [[FIRST.isoformat(), None], [SECOND.isoformat(), None]]
    hearing = Hearing.objects.create(
        case=case, court_key="h", type_code="ABA5-FFH", starts_at=FIRST, ends_at=SECOND, days=days
    )
    assert days_of(hearing) == [FIRST.date(), SECOND.date()]
    return f"/cases/{case.reference}/hearings/{hearing.pk}/record/write/"


def test_the_order_has_the_day_that_is_said_and_no_day_is_taken_for_it(
    case: Case, own: Officer, page: str
) -> None:
    client = client_of(own)
    there = {f"there-{pk}": "there" for pk in case.parties.values_list("pk", flat=True)}
    typed = {**there, "ends_involvement": "no", "kind-0": "section_7_report"}
    assert "Select the day on which the order was made" in summary_of(fill(client, page, **typed))
    assert not Order.objects.exists()
    answer = fill(client, page, **typed, order_on="2026-03-03")
    assert answer.status_code == 302, summary_of(answer)
    assert case.orders.get().made_on == date(2026, 3, 3)


def test_one_without_an_order_is_asked_for_no_day(case: Case, own: Officer, page: str) -> None:
    there = {f"there-{pk}": "there" for pk in case.parties.values_list("pk", flat=True)}
    answer = fill(client_of(own), page, **there, ends_involvement="no")
    assert answer.status_code == 302, summary_of(answer)


def test_a_hearing_of_one_day_asks_for_none(case: Case, own: Officer, page: str) -> None:
    assert "On which day was the order made?" in text_of(client_of(own), page)
    Hearing.objects.update(days=[[FIRST.isoformat(), None]])
    assert "On which day was the order made?" not in text_of(client_of(own), page)
