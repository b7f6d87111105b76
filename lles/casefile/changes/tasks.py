"""Opening and ending tasks."""

from collections.abc import Collection, Sequence
from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Barred, Done, change
from lles.casefile.changes.due_days import derive_bounds
from lles.casefile.models import Case, Child, Direction, Officer, Party, Task
from lles.casefile.passage import current, is_new, tasks_of
from lles.casefile.prepared import Asked
from lles.casefile.register import Event, task_kind
from lles.casefile.rules.closed_cases import work_waits_until_the_case_is_open
from lles.casefile.timeline import LONDON, Word, says


@change(needs=Verb.WORK)
def open_task(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    kind: str,
    child: Child | None = None,
    party: Party | None = None,
    direction: Direction | None = None,
    subject: str = "",
    waits_for: Officer | None = None,
) -> Done[Task]:
    """Opens a task, once: a second opening of the same open task only joins the newer direction to it. In a
    closed case a danger opens the case again, what leaves it or came in is done there, and all else waits: a
    person opens the case first, and the pieces of work, which ask again as it is opened, open nothing."""
    task = Task(
        case=case, kind=kind, child=child, party=party, direction=direction, subject=subject,
        waits_for=waits_for, opened_at=at,
    )  # fmt: skip
    known = task_kind(kind) if case.closed_at is not None else None
    is_danger = known is not None and known.comes_first
    if known is not None and not (is_danger or known.in_closed or known.arrives):
        if not by.is_service:
            raise Barred([work_waits_until_the_case_is_open()])
        return Done(task, None)
    same = _open_already(task)
    if same is not None:
        if direction is not None:
            same.direction = direction
            _keep(same, "direction")
        return Done(same, None)
    derive_bounds(task)
    _keep(task)
    is_asked = task.is_asked_for(at.astimezone(LONDON).date())
    opened = says("task_opened", task=Word(f"task.{kind}")) if is_asked else None
    return Done(task, opened, ((Event.DANGER_IN_CLOSED_CASE, {}),) if is_danger else ())


@change(needs=Verb.WORK)
def end_tasks(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    kind: str,
    outcome: str,
    party: Party | None = None,
    subject: str = "",
) -> Done[Sequence[Task]]:
    """Ends the open tasks of a kind, for one party or one subject where they are named, with their
    outcome; of one that was not asked for yet nothing is said."""
    ended = _open_about(case, kind, party, subject)
    for task in ended:
        task.ended_at, task.outcome = at, outcome
    Task.objects.filter(pk__in=[task.pk for task in ended if task.pk]).update(ended_at=at, outcome=outcome)
    on = at.astimezone(LONDON).date()
    is_said = any(task.from_on is None or task.from_on <= on for task in ended)
    entry = (
        says("task_ended", task=Word(f"task.{kind}"), outcome=Word(f"outcome.{outcome}")) if is_said else None
    )
    return Done(ended, entry)


def end_unasked(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    kind: str,
    done_at: datetime | None,
    party: Party | None = None,
    subject: str = "",
    is_lifted: bool = False,
) -> None:
    """Inside a change: ends the open task of a kind, about one party and one subject, for which nothing asks
    any more, with what is true of it: done since it was opened, taken back by the court, or not needed."""
    for task in _open_about(case, kind, party, subject)[:1]:
        given = task.direction
        if done_at is not None and done_at >= task.opened_at:
            outcome = "done"
        else:
            is_lifted = is_lifted or (given is not None and given.superseded_at is not None)
            outcome = "lifted" if is_lifted else "not_needed"
        end_tasks(case=case, by=by, at=at, kind=kind, outcome=outcome, party=party, subject=subject)


def end_all_about(*, case: Case, by: Officer, at: datetime, kinds: Collection[str], subject: str) -> None:
    """Inside a change: ends, as not needed, the open tasks of some kinds about a subject or a part of it."""
    for task in open_tasks_of(case, kinds):
        if task.subject.partition("-")[0] == subject:
            end_unasked(
                case=case, by=by, at=at, kind=task.kind, done_at=None, party=task.party, subject=task.subject
            )


def _open_about(case: Case, kind: str, party: Party | None, subject: str) -> list[Task]:
    return [
        task
        for task in open_tasks_of(case, [kind])
        if (party is None or task.party_id == party.pk) and (not subject or task.subject == subject)
    ]


def open_tasks_of(case: Case, kinds: Collection[str]) -> Sequence[Task]:
    """The open tasks of some kinds; those of a new case are not written yet."""
    gathered = tasks_of(case)
    if gathered is None:
        return _OPEN.all_in(case, tuple(kinds)) if kinds else ()
    return [task for task in gathered if task.kind in kinds and task.ended_at is None]


_OPEN = Asked(lambda case, kinds: Task.objects.filter(case=case, kind__in=kinds, ended_at=None))


def _open_already(task: Task) -> Task | None:
    of_whom = (task.child_id, task.party_id, task.subject)
    known = open_tasks_of(task.case, [task.kind])
    return next((one for one in known if (one.child_id, one.party_id, one.subject) == of_whom), None)


def _keep(task: Task, *changed: str) -> None:
    """Writes a task; one of a new case is gathered, and written with its day as the passage ends."""
    here = current()
    if here is None or not is_new(task.case):
        task.save(update_fields=changed or None)
    elif not changed:
        here.tasks.append(task)
