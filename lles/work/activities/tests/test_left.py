"""An activity whose order ceased because somebody left England and Wales has one last day: that one."""

from datetime import date, datetime

import pytest

from lles.casefile.models import Case, Officer
from lles.casefile.tests.pages import client_of, text_of
from lles.work.activities.queries.facts import last_day_of
from lles.work.activities.queries.pages import shown
from lles.work.activities.queries.running import orders_running
from lles.work.activities.tests.conftest import Record
from lles.work.activities.tests.recorded import MADE, open_tasks, write
from lles.work.activities.tests.recorded import text_of as text_of_document

LEFT, ENDS = date(2026, 4, 1), date(2026, 9, 3)


@pytest.mark.parametrize("months", [6, None])
def test_its_last_day_is_the_day_on_which_they_left(record: Record, case: Case, months: int | None) -> None:
    activity = record(months=months, is_monitored=True)
    assert "referral" in open_tasks(case)
    record(activity, months=months, is_monitored=True, left_on=LEFT)
    seen = shown(activity, date(2026, 4, 2))
    assert (last_day_of(activity), seen.ends_on, seen.days[-1].on, seen.days[-1].is_late) == (
        LEFT,
        LEFT,
        LEFT,
        True,
    )
    assert open_tasks(case) == {"monitor": LEFT}
    assert not any("no last day is known" in one.says.en for one in seen.findings)
    (row,) = orders_running(Case.objects.filter(pk=case.pk))
    assert (row.ends_on, row.why) == (LEFT, None)


@pytest.mark.parametrize("left_on", [MADE, ENDS, date(2026, 9, 4)])
def test_a_day_before_the_order_or_after_its_end_changes_no_last_day(record: Record, left_on: date) -> None:
    assert (
        last_day_of(record(months=6, left_on=left_on, reasons={"ACT-RESIDENCE": "The court knew."})) == ENDS
    )


def test_its_page_says_that_day_in_the_head_and_in_the_strip(record: Record, own: Officer) -> None:
    activity = record(months=6, left_on=LEFT)
    text = text_of(client_of(own), f"/cases/{activity.case.reference}/activities/{activity.pk}/")
    assert "last day Wed 1 April" in text
    assert "3 Sept" not in text


def test_a_provider_reads_the_day_of_the_order_and_not_the_day_on_which_they_left(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    activity = record(months=6, left_on=LEFT, given_in="wales", approved_in=("wales",))
    write(activity, own, now, "referral", aims="Calm handovers.")
    texts = " ".join(text_of_document(one) for one in case.documents.filter(kind="activity_referral"))
    assert "3 September 2026" in texts
    assert "1 April 2026" not in texts
