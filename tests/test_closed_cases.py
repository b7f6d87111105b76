"""What may be done in a closed case: a danger opens it again by itself; nothing else that leaves something to
do is begun there, and what leaves the case or came in is."""

from datetime import date, datetime

import pytest

from lles.casefile import register
from lles.casefile.changes.door import Barred, NeedsReason
from lles.casefile.changes.tasks import open_task
from lles.casefile.models import Case, Officer
from lles.casefile.register import Event, Occasion
from lles.conftest import case, now, office, officer_with, own, service
from lles.work.closing.changes import close_case
from lles.work.closing.queries.facts import Ended, closing_of
from lles.work.closing.work import hearing_held
from lles.work.family_assistance.changes.order import follow_directions
from lles.work.family_assistance.changes.plan import record_work
from lles.work.family_assistance.models import Assistance, Worked
from lles.work.first_hearing.models import HearingRecord
from lles.work.safeguarding.changes.screening import OPENED
from tests.test_reopening import close, open_tasks, order

__all__ = ["case", "now", "office", "officer_with", "own", "service"]
MADE = date(2026, 3, 4)
DONE_IN_IT = {
    "casefile.serve", "casefile.give_to_child", "casefile.confirm_opening", "casefile.file_by_hand",
    "casefile.filing_unknown", "casefile.filing_refused", "casefile.filing_unreachable",
    "casefile.filing_stopped", "casefile.left_before",
}  # fmt: skip


@pytest.fixture
def assistance(case: Case, own: Officer, now: datetime) -> Assistance:
    """A family assistance order at work, in a case that was closed over it."""
    order(case, own, now, "family_assistance")
    close(case, own, now)
    return Assistance.objects.get(case=case)


def work(of: Assistance, by: Officer, at: datetime, kind: str) -> Worked:
    known = {"case": of.case, "by": by, "at": at, "assistance": of, "kind": kind, "language": "en"}
    return record_work(**known, on=at.date(), words="Seen.")  # type: ignore[arg-type]  # named by a mapping


def test_a_risk_that_is_seen_opens_the_case_and_all_that_its_order_asks_for(
    assistance: Assistance, own: Officer, now: datetime
) -> None:
    work(assistance, own, now, "risk")
    case = assistance.case
    case.refresh_from_db()
    assert (case.closed_at, closing_of(case)) == (None, None)
    asked = {one[0] for one in open_tasks(case)}
    assert {"family_assistance.risk", "family_assistance.terms"} <= asked
    assert case.entries.filter(kind="case_reopened_for_danger").count() == 1
    assert not case.entries.filter(kind="case_reopened_for_the_court").exists()


def test_any_other_work_waits_until_somebody_opens_the_case(
    assistance: Assistance, own: Officer, service: Officer, now: datetime
) -> None:
    case = assistance.case
    with pytest.raises(Barred) as barred:
        work(assistance, own, now, "progress")
    assert {one.provision for one in barred.value.findings} == {"REC-CLOSED"}
    assert not Worked.objects.exists()
    follow_directions(case=case, by=service, at=now)
    hearing_held(Occasion(Event.HEARING_HELD, case, service, now, {"ends_involvement": True}))
    case.refresh_from_db()
    assert case.closed_at is not None
    assert not open_tasks(case)


def test_only_what_leaves_a_case_is_done_in_a_closed_one() -> None:
    assert {kind.name for kind in register.task_kinds() if kind.in_closed} == DONE_IN_IT


def test_what_leaves_a_closed_case_is_done_there(case: Case, own: Officer, now: datetime) -> None:
    close(case, own, now)
    open_task(case=case, by=own, at=now, kind="casefile.serve", subject="1")
    case.refresh_from_db()
    assert case.closed_at is not None
    assert {one[0] for one in open_tasks(case)} == {"casefile.serve"}


@pytest.mark.parametrize("kind", [one.name for one in register.task_kinds() if one.comes_first])
def test_whatever_comes_before_everything_opens_the_case(
    case: Case, own: Officer, now: datetime, kind: str
) -> None:
    close(case, own, now)
    open_task(case=case, by=own, at=now, kind=kind, subject="1")
    case.refresh_from_db()
    assert case.closed_at is None
    assert (kind, "1", None, None) in open_tasks(case)


def test_a_new_application_opens_the_case_before_its_work_begins(
    case: Case, own: Officer, service: Officer, now: datetime
) -> None:
    close(case, own, now)
    register.told(Occasion(Event.APPLICATION_RECEIVED, case, service, now))
    case.refresh_from_db()
    assert case.closed_at is None
    assert set(OPENED) <= {one[0] for one in open_tasks(case)}


def test_a_case_does_not_close_over_an_order_at_work_without_a_reason(
    case: Case, own: Officer, now: datetime
) -> None:
    order(case, own, now, "family_assistance")
    assert "CLO-ORDERS" in unanswered(case, own, now, "order_made")


@pytest.mark.parametrize(("later", "goes_on"), [(False, True), (True, False)])
def test_an_end_by_the_court_is_weighed_against_its_latest_word(
    case: Case, own: Officer, now: datetime, later: bool, goes_on: bool
) -> None:
    for made_on, ends in ((date(2026, 2, 1), not later), (MADE, later)):
        case.orders.create(title="Order", made_on=made_on, ends_involvement=ends, court_key=str(made_on))
    assert ("CLO-INVOLVEMENT" in unanswered(case, own, now, "involvement_ended")) is goes_on
    assert "CLO-INVOLVEMENT" not in unanswered(case, own, now, "withdrawn")


def test_so_it_is_against_what_was_last_recorded_of_a_hearing(
    case: Case, own: Officer, now: datetime
) -> None:
    case.orders.create(title="Order", made_on=date(2026, 2, 1), ends_involvement=True)
    hearing = case.hearings.create(court_key="held", starts_at=now)
    HearingRecord.objects.create(
        case=case, hearing=hearing, language="en", ends_involvement=False, by=own, at=now
    )
    assert "CLO-INVOLVEMENT" in unanswered(case, own, now, "involvement_ended")


def unanswered(case: Case, by: Officer, at: datetime, outcome: str) -> set[str]:
    tasks = {one.pk: "No longer needed." for one in case.tasks.filter(ended_at=None)}
    with pytest.raises(NeedsReason) as asked:
        close_case(case=case, by=by, at=at, ended=Ended(outcome, MADE), tasks=tasks)
    return {one.provision for one in asked.value.findings}
