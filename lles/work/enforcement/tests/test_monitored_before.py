"""Monitoring that the court directs before its enforcement order is on the file is of the same matter."""

from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.directions import Directed, lift_direction, record_order
from lles.casefile.models import Case, Direction, Officer, Order, Party
from lles.casefile.tests.pages import client_of, text_of
from lles.work.enforcement.models import Enforcement
from lles.work.enforcement.tests.conftest import Record
from lles.work.enforcement.tests.recorded import MADE, ends, open_tasks

DAY, JUNE = timedelta(days=1), date(2026, 6, 1)


def order(case: Case, by: Officer, at: datetime, *directed: Directed, kind: str = "") -> Order:
    return record_order(case=case, by=by, at=at, kind=kind, title="C21", made_on=MADE, directions=directed)


def watch(party: Party | None = None) -> Directed:
    return Directed("enforcement_monitoring", due_on=JUNE, party=party)


@pytest.mark.parametrize("names_him", [True, False])
def test_the_order_that_comes_later_is_the_one_that_is_monitored(
    case: Case, own: Officer, now: datetime, father: Party, *, names_him: bool
) -> None:
    order(case, own, now, watch(father if names_him else None))
    assert open_tasks(case) == {"application": None, "monitor": JUNE}
    made = order(case, own, now + DAY, kind="enforcement")
    assert Enforcement.objects.get(case=case).order == made
    assert open_tasks(case) == {"application": None, "terms": None, "monitor": JUNE}


def test_it_is_of_the_application_that_waits_for_its_order(
    apply: Record, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    enforcement = apply()
    order(case, own, now, watch(father))
    assert open_tasks(case)["monitor"] == JUNE
    made = order(case, own, now + DAY, kind="enforcement")
    enforcement.refresh_from_db()
    assert (enforcement.order, Enforcement.objects.count()) == (made, 1)


def test_of_two_that_wait_the_order_is_that_of_the_one_that_is_to_be_monitored(
    apply: Record, case: Case, own: Officer, now: datetime, father: Party, mother: Party
) -> None:
    monitored, other = apply(), apply(party=mother)
    order(case, own, now, watch(father))
    made = order(case, own, now + DAY, kind="enforcement")
    for one in (monitored, other):
        one.refresh_from_db()
    assert (monitored.order, other.order, Enforcement.objects.count()) == (made, None, 2)


def test_an_order_that_is_over_is_not_the_one_that_is_meant(
    ordered: Record, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    first = ordered()
    ends(first, own, now, reasons={"ENF-HOURS": "He was ill."})
    order(case, own, now + DAY, watch(father))
    second = Enforcement.objects.exclude(pk=first.pk).get()
    made = order(case, own, now + 2 * DAY, kind="enforcement")
    second.refresh_from_db()
    task = case.tasks.get(kind="enforcement.monitor", ended_at=None)
    assert (second.order, task.subject, task.due_on) == (made, str(second.pk), JUNE)


def test_what_the_court_takes_back_before_its_order_is_monitored_no_more(
    case: Case, own: Officer, now: datetime
) -> None:
    order(case, own, now, watch())
    live = Direction.objects.get(case=case)
    lift_direction(case=case, by=own, at=now + DAY, direction=live, reason="The court says so.")
    assert open_tasks(case) == {"application": None}


def test_the_page_of_what_waits_for_its_order_says_so(case: Case, own: Officer, now: datetime) -> None:
    order(case, own, now, watch())
    page = f"/cases/{case.reference}/enforcement/{Enforcement.objects.get().pk}/"
    assert "Application to enforce" in text_of(client_of(own), page)
