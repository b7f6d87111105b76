"""An activity whose order ceased because somebody left England and Wales has one last day: that one."""

from datetime import date, datetime

import pytest

from lles.casefile.changes.door import NeedsReason
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, text_of
from lles.work.activities.changes.activity import record_happened
from lles.work.activities.queries.facts import last_day_of
from lles.work.activities.queries.pages import shown
from lles.work.activities.queries.running import orders_running
from lles.work.activities.tests.conftest import Record
from lles.work.activities.tests.recorded import MADE, happens, open_tasks, write
from lles.work.activities.tests.recorded import text_of as text_of_document

LAST, LEFT, ENDS = date(2026, 3, 31), date(2026, 4, 1), date(2026, 9, 3)


@pytest.mark.parametrize("months", [6, None])
def test_its_last_day_is_the_day_before_they_left(record: Record, case: Case, months: int | None) -> None:
    activity = record(months=months, is_monitored=True)
    assert "referral" in open_tasks(case)
    record(activity, months=months, is_monitored=True, left_on=LEFT)
    seen = shown(activity, date(2026, 4, 2))
    *_, last, after = seen.days
    assert (last_day_of(activity), seen.ends_on, last.on, last.is_late) == (LAST, LAST, LAST, True)
    assert (after.on, after.is_late) == (LEFT, False)
    assert open_tasks(case) == {"monitor": LAST}
    assert not any("no last day is known" in one.says.en for one in seen.findings)
    (row,) = orders_running(Case.objects.filter(pk=case.pk))
    assert (row.ends_on, row.why) == (LAST, None)


@pytest.mark.parametrize("left_on", [MADE, date(2026, 9, 4)])
def test_a_day_before_the_order_or_after_its_end_changes_no_last_day(record: Record, left_on: date) -> None:
    assert (
        last_day_of(record(months=6, left_on=left_on, reasons={"ACT-RESIDENCE": "The court knew."})) == ENDS
    )


def test_its_page_says_that_day_in_the_head_and_in_the_strip(record: Record, own: Officer) -> None:
    activity = record(months=6, left_on=LEFT)
    text = text_of(client_of(own), f"/cases/{activity.case.reference}/activities/{activity.pk}/")
    assert "last day Tue 31 March" in text
    assert "3 Sept" not in text


def test_a_provider_reads_the_day_of_the_order_and_not_the_day_on_which_they_left(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    activity = record(months=6, left_on=LEFT, given_in="wales", approved_in=("wales",))
    write(activity, own, now, "referral", aims="Calm handovers.")
    texts = " ".join(text_of_document(one) for one in case.documents.filter(kind="activity_referral"))
    assert "3 September 2026" in texts
    assert "31 March 2026" not in texts
    assert "1 April 2026" not in texts


@pytest.mark.parametrize("more", [{"left_on": date(2026, 3, 20)}, {"ends_on": date(2026, 3, 10)}])
def test_a_session_missed_when_nothing_is_asked_any_more_takes_a_reason_and_is_no_failure(
    record: Record, case: Case, own: Officer, now: datetime, more: dict[str, date]
) -> None:
    activity = record(is_monitored=True, **more)
    last = last_day_of(activity)
    assert last is not None
    with pytest.raises(NeedsReason) as asked:
        happens(activity, own, now, "missed", LEFT)
    assert [one.provision for one in asked.value.findings] == ["ACT-DAYS"]
    record_happened(
        case=case, by=own, at=now, activity=activity, kind="missed", on=LEFT, words="", language="en",
        reasons={"ACT-DAYS": "The provider says so."},
    )  # fmt: skip
    assert "failure" not in open_tasks(case)
    assert not any("The court is told" in one.says.en for one in shown(activity, LEFT).findings)
    happens(activity, own, now, "missed", last)
    assert "failure" in open_tasks(case)


@pytest.mark.parametrize(("kind", "is_told"), [("programme", True), ("violent_behaviour", False)])
def test_the_programme_of_the_nation_is_told_of_to_the_provider_of_no_other_activity(
    record: Record, case: Case, own: Officer, now: datetime, kind: str, is_told: bool
) -> None:
    activity = record(kind=kind, given_in="wales", approved_in=("wales",))
    write(activity, own, now, "referral", aims="Calm handovers.")
    texts = [text_of_document(one) for one in case.documents.filter(kind="activity_referral")]
    assert all(("Working Together for Children" in text) is is_told for text in texts)
    page = text_of(client_of(own), f"/cases/{case.reference}/activities/{activity.pk}/")
    assert ("The programme in Wales is" in page) is is_told


@pytest.mark.parametrize(("is_a_parent", "said"), [(None, "not recorded"), (False, "not a parent")])
def test_somebody_of_sixteen_is_warned_of_unless_known_to_be_a_parent(
    record: Record, father: Party, is_a_parent: bool | None, said: str
) -> None:
    father.born_on = date(2010, 1, 1)
    father.save()
    with pytest.raises(NeedsReason) as asked:
        record(is_a_parent=is_a_parent)
    (found,) = asked.value.findings
    assert (found.provision, said in found.says.en) == ("ACT-CHILD", True)
    assert record(is_a_parent=True).is_a_parent
