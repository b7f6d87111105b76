"""Whoever is monitored as somebody under a condition: it stands on the file, and is where the page begins."""

from datetime import datetime, timedelta

import pytest

from lles.casefile.changes.door import NeedsReason
from lles.casefile.models import Attached, Case, Officer, Party
from lles.casefile.tests.pages import client_of, text_of
from lles.work.monitoring.changes.order import Naming
from lles.work.monitoring.models import Monitoring
from lles.work.monitoring.queries.facts import findings_of
from lles.work.monitoring.queries.period import period_of
from lles.work.monitoring.tests.conftest import MADE, Record

CHOSEN = 'value="under_a_condition" selected'


def test_a_condition_on_the_file_is_the_starting_value_and_its_lack_is_warned_of(
    made: Monitoring, record: Record, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    page = f"/cases/{case.reference}/monitoring/{made.pk}/terms/"
    assert CHOSEN not in text_of(client_of(own), page)
    people, reasons = [Naming(father, "under_a_condition")], {"MON-WHO": "The order says so."}
    with pytest.raises(NeedsReason) as asked:
        record(people=people)
    assert [one.provision for one in asked.value.findings] == ["MON-WHO"]
    monitoring = record(people=people, reasons=reasons)
    assert "MON-WHO" in [one.provision for one in findings_of(monitoring, MADE)]
    order = case.orders.get(title="Child arrangements order")
    Attached.objects.create(order=order, kind="condition", party=father, since=MADE, by=own, at=now)
    assert "MON-WHO" not in [one.provision for one in findings_of(monitoring, MADE)]
    Monitoring.objects.filter(pk=made.pk).update(terms_at=None)
    made.people.update(left_at=now)
    assert text_of(client_of(own), page).count(CHOSEN) == 1


@pytest.mark.parametrize(("late", "warned"), [(0, False), (1, True)])
def test_a_condition_counts_that_begins_while_monitoring_runs_and_none_that_begins_later(
    record: Record, case: Case, own: Officer, now: datetime, father: Party, late: int, warned: bool
) -> None:
    people, reasons = [Naming(father, "under_a_condition")], {"MON-WHO": "The order says so."}
    monitoring = record(people=people, reasons=reasons)
    period = period_of(monitoring)
    assert period is not None
    begins = period[1] + timedelta(days=late)
    order = case.orders.get(title="Child arrangements order")
    Attached.objects.create(order=order, kind="condition", party=father, since=begins, by=own, at=now)
    assert ("MON-WHO" in [one.provision for one in findings_of(monitoring, MADE)]) == warned
