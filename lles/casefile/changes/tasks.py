"""Opening and ending tasks."""

from collections.abc import Sequence
from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.models import Case, Child, Direction, Officer, Party, Task
from lles.casefile.timeline import Word, says


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
) -> Done[Task]:
    """Opens a task, once: a second opening of the same open task only joins the newer direction to it."""
    same = case.tasks.filter(kind=kind, child=child, party=party, subject=subject, ended_at=None).first()
    if same is not None:
        if direction is not None:
            Task.objects.filter(pk=same.pk).update(direction=direction)
        return Done(same, None)
    task = Task.objects.create(
        case=case, kind=kind, child=child, party=party, direction=direction, subject=subject, opened_at=at
    )
    return Done(task, says("task_opened", task=Word(f"task.{kind}")))


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
    outcome."""
    tasks = case.tasks.filter(kind=kind, ended_at=None)
    tasks = tasks.filter(party=party) if party is not None else tasks
    tasks = tasks.filter(subject=subject) if subject else tasks
    ended = list(tasks)
    Task.objects.filter(pk__in=[task.pk for task in ended]).update(ended_at=at, outcome=outcome)
    entry = (
        says("task_ended", task=Word(f"task.{kind}"), outcome=Word(f"outcome.{outcome}")) if ended else None
    )
    return Done(ended, entry)
