"""The view over the service: which family assistance orders end soon, and which have no complete plan."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from lles.casefile.models import Case, Officer
from lles.casefile.queries.orders_at_work import SOON, orders_at_work
from lles.casefile.tests.pages import client_of
from lles.work.family_assistance.models import Assistance, Plan
from lles.work.family_assistance.tests.conftest import Record

pytestmark = pytest.mark.django_db
LAST = date(2026, 9, 3)  # six months, beginning with 4 March


def plan(assistance: Assistance, by: Officer, at: datetime, *, is_complete: bool) -> None:
    number = assistance.plans.count() + 1
    Plan.objects.create(
        assistance=assistance, version=number, is_complete=is_complete, by=by, at=at, language="en"
    )


@pytest.mark.parametrize(
    ("today", "is_soon"),
    [
        (LAST - SOON - timedelta(days=1), False),
        (LAST - SOON, True),
        (LAST, True),
        (LAST + timedelta(days=1), False),
    ],
)
def test_an_order_stands_there_in_its_last_four_weeks(
    record: Record, own: Officer, today: date, *, is_soon: bool
) -> None:
    record(months=6)
    ending = orders_at_work(own, today).ending
    assert [one.order.ends_on for one in ending] == ([LAST] if is_soon else [])
    assert [one.days_left for one in ending] == ([(LAST - today).days] if is_soon else [])
    assert all(one.order.why for one in ending)


def test_an_order_lacks_its_terms_then_its_plan_then_nothing(
    made: Assistance, record: Record, own: Officer, now: datetime
) -> None:
    def lacks() -> list[str]:
        return [one.order.lacks.en for one in orders_at_work(own, now.date()).lacking if one.order.lacks]

    assert lacks() == ["what it says is not recorded"]
    record(months=6)
    assert lacks() == ["no complete plan"]
    plan(made, own, now, is_complete=False)
    assert lacks() == ["no complete plan"]
    plan(made, own, now, is_complete=True)
    assert lacks() == []


def test_only_who_sees_the_case_sees_its_order(record: Record, case: Case, own: Officer) -> None:
    record(months=6)
    stranger = Officer.objects.create(name="K. Stone", job="practitioner", roles=["practitioner"])
    assert orders_at_work(stranger, LAST).ending == []
    case.closed_at = case.opened_at
    case.save()
    assert orders_at_work(own, LAST).ending == []


def test_the_page_says_what_is_missing(record: Record, case: Case, own: Officer, now: datetime) -> None:
    record(months=6)
    with time_machine.travel(now, tick=False):
        page = client_of(own).get(reverse("casefile:orders_at_work")).content.decode()
    assert case.reference in page
    assert "no complete plan" in page.lower()
    assert reverse("family_assistance:order", args=(case.reference, case.assistances.get().pk)) in page
