"""A task for which nothing asks any more ends as it is: done, taken back by the court, or not needed."""

from datetime import datetime, timedelta

from lles.casefile.models import Case, Direction, Officer
from lles.casefile.tests.directing import direct, lift, outcomes_of
from lles.work.activities.changes.wrong import record_wrong
from lles.work.activities.models import Activity
from lles.work.activities.tests.conftest import Record
from lles.work.activities.tests.recorded import ends, happens, write

DAY = timedelta(days=1)


def outcomes(case: Case) -> dict[str, str]:
    return outcomes_of(case, "activities")


def test_monitoring_that_the_court_takes_back_was_not_done(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    activity = record()
    direct(case, own, now, "activity_monitoring")
    happens(activity, own, now, "missed")
    lift(case, own, now + DAY)
    assert outcomes(case) == {"end": "not_needed", "monitor": "lifted", "failure": "lifted"}


def test_a_question_that_the_court_takes_back_was_not_answered(
    case: Case, own: Officer, now: datetime
) -> None:
    direct(case, own, now, "activity_information")
    lift(case, own, now + DAY)
    assert outcomes(case) == {"information": "lifted"}
    line = case.entries.filter(kind="task_ended").latest("pk")
    assert line.facts["outcome"] == {"word": "outcome.lifted"}


def test_an_answer_is_done_and_a_later_question_that_is_taken_back_is_not(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    direct(case, own, now, "activity_information")
    activity = record(Activity.objects.get(), order=None)
    write(activity, own, now + DAY, "information", {"ACT-INFO": "He was not reached."}, activity="Yes.")
    assert outcomes(case) == {"terms": "done", "information": "done"}
    Direction.objects.update(superseded_at=now + DAY)
    direct(case, own, now + 2 * DAY, "activity_information")
    lift(case, own, now + 3 * DAY)
    assert outcomes(case)["information"] == "lifted"


def test_at_the_end_what_was_not_done_is_not_needed_and_monitoring_is_done(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    ends(record(is_monitored=True), own, now)
    assert outcomes(case) == {"referral": "not_needed", "monitor": "done"}


def test_a_missed_session_that_was_recorded_wrongly_needs_no_report(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    activity = record(is_monitored=True)
    row = happens(activity, own, now, "missed")
    record_wrong(
        case=case, by=own, at=now, activity=activity, row=row, why="It was somebody else.", language="en"
    )
    assert outcomes(case) == {"failure": "not_needed"}
    happens(activity, own, now, "missed")
    write(activity, own, now + DAY, "failure", happened="The provider told us.")
    assert outcomes(case) == {"failure": "done"}
