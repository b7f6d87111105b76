"""Whoever is asked as somebody under a condition: it stands on the file, and is where the page begins."""

from datetime import datetime

import pytest

from lles.casefile.changes.door import NeedsReason
from lles.casefile.models import Attached, Case, Officer, Order, Party
from lles.casefile.tests.pages import client_of, text_of
from lles.work.activities.models import Activity
from lles.work.activities.tests.conftest import Record

CHOSEN = 'value="is_under_a_condition" checked'


def test_a_condition_on_the_file_is_the_starting_value_and_its_lack_is_warned_of(
    record: Record, case: Case, own: Officer, now: datetime, order: Order, father: Party
) -> None:
    asked_about = Activity.objects.create(case=case, order=order, party=father, begun_at=now, begun_by=own)
    page = f"/cases/{case.reference}/activities/{asked_about.pk}/terms/"
    assert CHOSEN not in text_of(client_of(own), page)
    with pytest.raises(NeedsReason) as asked:
        record(form="condition", ties=("is_under_a_condition",))
    assert [one.provision for one in asked.value.findings] == ["ACT-WHO-D"]
    Attached.objects.create(order=order, kind="condition", party=father, by=own, at=now)
    assert record(form="condition", ties=("is_under_a_condition",)).pk
    assert text_of(client_of(own), page).count(CHOSEN) == 1
