"""An order of which the court tells the day later has its work then."""

from datetime import datetime

import pytest

from lles.casefile.changes.directions import record_order
from lles.casefile.models import Case, Officer
from lles.conftest import now, office, officer_with, own, service
from lles.work.family_assistance.models import Assistance, NamedOne
from lles.work.intake.tests.test_orders_keyed import MADE, ours, sent
from lles.work.intake.tests.test_take import take
from lles.work.monitoring.models import Monitoring

__all__ = ["now", "office", "officer_with", "ours", "own", "service"]


def waits(case: Case, kind: str, asked: str) -> bool:
    return case.tasks.filter(kind=f"{kind}.{asked}", ended_at=None).exists()


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
