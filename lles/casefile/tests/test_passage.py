"""One passage of the door: lines and tasks are written together, and what failed by itself leaves none."""

from contextlib import suppress
from datetime import datetime

from django.db import OperationalError

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.models import Case, Officer
from lles.casefile.passage import attempt, opens
from lles.casefile.tests.pages import statements
from lles.casefile.timeline import says

LETTER, CALL, CHECKS = "safeguarding.letter", "safeguarding.call", "safeguarding.checks"


@change(needs=Verb.WORK)
def try_and_go_on(*, case: Case, by: Officer, at: datetime) -> Done[None]:
    """A part fails after its own changes; another one follows."""
    open_task(case=case, by=by, at=at, kind=CALL)
    with suppress(OperationalError), attempt():
        open_task(case=case, by=by, at=at, kind=LETTER)
        raise OperationalError
    open_task(case=case, by=by, at=at, kind=CHECKS)
    return Done(None, says("due_days_moved", days=()))


@change(needs=Verb.WORK)
def open_anew(*, by: Officer, at: datetime, trying: bool) -> Done[Case]:
    """A case that comes into being with three tasks, of which one ends and one may fail."""
    case = Case.objects.create(
        reference="C-1", law="private", pathway="cap", received_on=at.date(), opened_at=at, officer=by
    )
    opens(case)
    for kind in (LETTER, CALL, LETTER):
        open_task(case=case, by=by, at=at, kind=kind)
    end_tasks(case=case, by=by, at=at, kind=CALL, outcome="filed")
    with suppress(OperationalError), attempt():
        open_task(case=case, by=by, at=at, kind=CHECKS)
        if trying:
            raise OperationalError
    return Done(case, says("due_days_moved", days=()), case=case)


def kinds(case: Case) -> list[str]:
    return [str(one.facts["task"]["word"]) for one in case.entries.filter(kind="task_opened").order_by("pk")]


def test_a_part_that_failed_leaves_neither_its_rows_nor_its_lines(
    case: Case, own: Officer, now: datetime
) -> None:
    try_and_go_on(case=case, by=own, at=now)
    assert set(case.tasks.values_list("kind", flat=True)) == {CALL, CHECKS}
    assert kinds(case) == [f"task.{CALL}", f"task.{CHECKS}"]


def test_the_tasks_of_a_new_case_are_written_once_with_their_days(own: Officer, now: datetime) -> None:
    with statements() as sent:
        case = open_anew(by=own, at=now, trying=True)
    assert {(one.kind, one.outcome) for one in case.tasks.all()} == {(LETTER, ""), (CALL, "filed")}
    assert case.tasks.get(kind=LETTER).due_on is not None
    assert kinds(case) == [f"task.{LETTER}", f"task.{CALL}"]
    written = [sql for sql in sent if sql.startswith(("INSERT", "UPDATE"))]
    assert len(written) == 3, written


def test_a_new_case_waits_for_nobody_and_is_reached_as_any_other(own: Officer, now: datetime) -> None:
    case = open_anew(by=own, at=now, trying=False)
    assert {one.kind for one in case.tasks.all()} == {LETTER, CALL, CHECKS}
    assert case.entries.order_by("pk").values_list("kind", flat=True).last() == "due_days_moved"
