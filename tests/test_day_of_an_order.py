"""An order of which the court tells the day later has its work then."""

from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.directions import record_order
from lles.casefile.changes.orders import correct_day
from lles.casefile.models import Case, Officer
from lles.casefile.register import orders_running
from lles.conftest import now, office, officer_with, own, service
from lles.work.family_assistance.models import Assistance, NamedOne
from lles.work.intake.tests.test_orders_keyed import MADE, ours, sent
from lles.work.intake.tests.test_take import take
from lles.work.monitoring.models import Monitoring

__all__ = ["now", "office", "officer_with", "ours", "own", "service"]


def waits(case: Case, kind: str, asked: str) -> bool:
    return case.tasks.filter(kind=f"{kind}.{asked}", ended_at=None).exists()


def last_day(case: Case, now: datetime) -> date | None:
    (running,) = orders_running(Case.objects.filter(pk=case.pk))
    return running.ends_on


@pytest.mark.parametrize(("kind", "asked"), [("family_assistance", "consent"), ("monitoring", "letters")])
def test_an_order_whose_day_the_court_tells_later_has_its_work_then(
    ours: Case, service: Officer, now: datetime, kind: str, asked: str
) -> None:
    record_order(case=ours, by=service, at=now, kind=kind, title="As heard", made_on=MADE)
    order = ours.orders.get()
    ours.orders.update(made_on=None, court_key="o1")
    known = {"terms_at": now, "months": 6, "as_sealed": True}
    if kind == "monitoring":
        Monitoring.objects.filter(order=order).update(**known)
    else:
        Assistance.objects.filter(order=order).update(supplier="service", **known)
        NamedOne.objects.create(
            assistance=order.assistance, party=ours.parties.first(), standing="parent", named_at=now
        )
    assert not waits(ours, kind, asked)
    code = "familyAssistOrder" if kind == "family_assistance" else "blankOrderOrDirections"
    take(sent({"orderType": code}), service, now)
    assert waits(ours, kind, asked)


def test_the_work_of_an_order_follows_its_day_where_that_is_put_right(
    ours: Case, service: Officer, now: datetime
) -> None:
    record_order(case=ours, by=service, at=now, kind="family_assistance", title="As heard", made_on=MADE)
    Assistance.objects.update(supplier="service", terms_at=now, months=6, as_sealed=True)
    order, before = ours.orders.get(), last_day(ours, now)
    correct_day(case=ours, by=service, at=now, order=order, made_on=date(2026, 3, 13), reason="It says so.")
    assert before is not None
    assert last_day(ours, now) == before + timedelta(days=1)
