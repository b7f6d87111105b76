"""A task for which nothing asks any more ends as it is: done, taken back by the court, or not needed."""

from datetime import datetime, timedelta

from lles.casefile.models import Case, Officer
from lles.casefile.tests.directing import direct, lift, outcomes_of
from lles.work.enforcement.changes.moving import move_order
from lles.work.enforcement.changes.wrong import record_wrong
from lles.work.enforcement.queries.facts import unreported
from lles.work.enforcement.tests.conftest import Record
from lles.work.enforcement.tests.recorded import ends, happens, open_tasks
from lles.work.enforcement.tests.written import write

DAY = timedelta(days=1)


def outcomes(case: Case) -> dict[str, str]:
    return outcomes_of(case, "enforcement")


def test_what_the_court_takes_back_was_not_done(case: Case, own: Officer, now: datetime) -> None:
    for kind in ("enforcement_information", "enforcement_monitoring"):
        direct(case, own, now, kind)
        lift(case, own, now + DAY)
    assert outcomes(case) == {"information": "lifted", "monitor": "lifted"}


def test_an_answer_to_the_court_is_done(apply: Record, case: Case, own: Officer, now: datetime) -> None:
    enforcement = apply()
    direct(case, own, now, "enforcement_information")
    write(enforcement, own, now + DAY, "information", reasons={"ENF-INFO": "He was not reached."})
    assert outcomes(case)["information"] == "done"


def test_what_was_reported_and_was_recorded_wrongly_needs_no_report(
    ordered: Record, case: Case, own: Officer, now: datetime
) -> None:
    enforcement = ordered()
    assert outcomes(case)["terms"] == "done"
    row = happens(enforcement, own, now, "failure")
    record_wrong(
        case=case,
        by=own,
        at=now,
        enforcement=enforcement,
        row=row,
        why="It was somebody else.",
        language="en",
    )
    assert outcomes(case)["failure"] == "not_needed"


def test_at_the_end_what_was_not_done_is_not_needed_and_monitoring_is_done(
    ordered: Record, case: Case, own: Officer, now: datetime
) -> None:
    ends(ordered(hours=None), own, now, "revoked")
    found = outcomes(case)
    assert (found["terms"], found["monitor"]) == ("not_needed", "done")


def test_an_order_that_goes_to_the_right_application_leaves_nothing_done_at_the_wrong_one(
    ordered: Record, case: Case, own: Officer, now: datetime
) -> None:
    enforcement = ordered(hours=None)
    move_order(case=case, by=own, at=now + DAY, enforcement=enforcement, why="It names somebody else.")
    left = case.tasks.filter(subject=str(enforcement.pk)).exclude(ended_at=None)
    left = left.exclude(kind="enforcement.application")
    assert dict(left.values_list("kind", "outcome")) == {
        "enforcement.terms": "not_needed", "enforcement.monitor": "not_needed",
    }  # fmt: skip


def test_a_failure_and_unsuitability_are_each_reported_before_the_task_is_done(
    ordered: Record, case: Case, own: Officer, now: datetime
) -> None:
    enforcement = ordered()
    for kind in ("failure", "unsuitable"):
        happens(enforcement, own, now, kind)
    write(enforcement, own, now + DAY, "failure", happened="He did not come.")
    heard = unreported(enforcement)
    assert (heard.kind if heard else None, "failure" in open_tasks(case)) == ("unsuitable", True)
    write(enforcement, own, now + 2 * DAY, "unsuitable", why="He cannot lift.")
    assert (unreported(enforcement), outcomes(case)["failure"]) == (None, "done")
