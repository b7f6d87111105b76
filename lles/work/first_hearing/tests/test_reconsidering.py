"""Until when a party may ask the court to reconsider what it ordered without a hearing (DIR-RECONSIDER)."""

from datetime import UTC, date, datetime

import pytest

from lles.casefile.changes.directions import record_order
from lles.casefile.models import Case, Hearing, Officer, Order
from lles.casefile.tests.pages import client_of, text_of
from lles.law.calendar import court_calendar
from lles.law.due import Due, NoDay
from lles.work.first_hearing.rules.hearings import day_to_ask_the_court_to_reconsider

MADE = date(2026, 4, 1)
SAYS = {
    "en": "If it was made without a hearing, a party may ask the court to reconsider it until Tue 14 April",
    "cy": "Os gwnaed ef heb wrandawiad, caiff parti ofyn i'r llys ei ailystyried. Y diwrnod olaf: ",
}


@pytest.fixture
def order(case: Case, own: Officer, now: datetime) -> Order:
    """An order of 1 April 2026 of which no hearing is known."""
    return record_order(case=case, by=own, at=now, kind="", title="Directions", made_on=MADE)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_an_order_of_which_no_hearing_is_known_says_until_when_and_why(
    case: Case, own: Officer, order: Order, language: str
) -> None:
    page = text_of(client_of(own, language), f"/cases/{case.reference}/orders/")
    assert SAYS[language] in page
    assert {"en": "received it later has the days from then", "cy": "yn ddiweddarach"}[language] in page


@pytest.mark.parametrize(
    ("type_code", "on", "key", "is_asked"),
    [
        ("ABA5-FHR", MADE, "", False),
        ("ABA5-FHR", date(2026, 3, 31), "", True),
        ("ABA5-FHR", date(2026, 3, 31), "h", False),
        ("ABA5-SGA", MADE, "h", True),
        ("ABA5-2GA", MADE, "", True),
    ],
)
def test_it_hangs_on_whether_the_parties_were_heard(
    case: Case, own: Officer, order: Order, type_code: str, on: date, key: str, is_asked: bool
) -> None:
    at = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    Hearing.objects.create(case=case, court_key="h", type_code=type_code, starts_at=at)
    Order.objects.update(hearing_keys=[key] if key else [])
    page = text_of(client_of(own), f"/cases/{case.reference}/orders/")
    assert (SAYS["en"] in page) is is_asked


def test_an_order_without_its_day_says_none(case: Case, own: Officer, order: Order) -> None:
    Order.objects.update(made_on=None)
    assert "to reconsider it" not in text_of(client_of(own), f"/cases/{case.reference}/orders/")


def test_a_day_beyond_the_table_of_closed_days_is_none_with_its_reason() -> None:
    known, none = (
        day_to_ask_the_court_to_reconsider(day, court_calendar()) for day in (MADE, date(2150, 1, 5))
    )
    assert isinstance(known, Due)
    assert (known.on, known.provision) == (date(2026, 4, 14), "DIR-RECONSIDER")
    assert isinstance(none, NoDay)
