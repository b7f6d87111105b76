"""Where the day of an order that was recorded here is put right, its activity follows."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from lles.casefile.changes.directions import KEYED
from lles.casefile.changes.orders import correct_day
from lles.casefile.models import Case, Officer, Order
from lles.casefile.tests.pages import client_of, text_of
from lles.work.activities.models import Activity
from lles.work.activities.queries.facts import last_day_of
from lles.work.activities.tests.recorded import happens, open_tasks, write
from lles.work.activities.tests.recorded import text_of as words_of

Record = Callable[..., Activity]
LATE = {"ACT-DAYS": "As the provider says."}


@pytest.fixture
def corrected(case: Case, own: Officer, now: datetime, order: Order) -> Callable[[date], None]:
    """Puts the day of the order right."""

    def to(day: date) -> None:
        assert order.court_key.startswith(KEYED)
        correct_day(case=case, by=own, at=now, order=order, made_on=day, reason="It says so.")

    return to


def test_the_due_days_and_the_papers_follow(
    record: Record, case: Case, own: Officer, now: datetime, corrected: Callable[[date], None]
) -> None:
    one = record(months=2, is_monitored=True)
    assert open_tasks(case)["monitor"] == date(2026, 5, 3)
    corrected(date(2026, 3, 2))
    assert open_tasks(case)["monitor"] == date(2026, 5, 1)
    one.refresh_from_db()
    assert last_day_of(one) == date(2026, 5, 1)
    write(one, own, now, "failure", happened="He did not come.")
    made = case.documents.get(kind="activity_failure", reader="court", language="en")
    assert "2 March 2026" in words_of(made)
    assert "1 May 2026" in text_of(client_of(own), f"/cases/{case.reference}/activities/{one.pk}/")


def test_a_session_after_the_last_day_as_it_is_now_is_no_failure_to_report(
    record: Record, case: Case, own: Officer, now: datetime, corrected: Callable[[date], None]
) -> None:
    one = record(months=1, is_monitored=True)
    happens(one, own, now, "missed", date(2026, 4, 2))
    assert "failure" in open_tasks(case)
    corrected(date(2026, 2, 24))
    assert "failure" not in open_tasks(case)
    corrected(date(2026, 3, 4))
    assert "failure" in open_tasks(case)
