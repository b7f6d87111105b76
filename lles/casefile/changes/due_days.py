"""Due days are derived, never counted: from the facts of the file, by the rule of the kind of task."""

from collections.abc import Callable
from datetime import datetime
from functools import cache

from django.db.models import prefetch_related_objects

from lles.casefile import register
from lles.casefile.kinds import AskedFor
from lles.casefile.models import Case, Officer, Task
from lles.casefile.once import reading
from lles.casefile.passage import tasks_of
from lles.casefile.queries.service_law import knowing_the_calendar
from lles.casefile.timeline import Said, Word, says, write
from lles.law.due import DueDay

NO_DAY = (None, None, "")


def derive_due_days(case: Case, at: datetime) -> None:
    """Derives the days of every open task of a case again: when it is due, which is said on the timeline
    where it moved, and between which days it is asked for."""
    gathered = tasks_of(case)
    known = case.tasks.filter(ended_at=None).select_related("direction") if gathered is None else gathered
    tasks = [task for task in known if task.ended_at is None]
    if not tasks:
        return
    prefetch_related_objects([case], "hearings", "children", "directions")
    with reading(), knowing_the_calendar():
        due_by = {rule: rule(case) for rule in {_rule(task) for task in tasks} if rule}
        derived = [(task, due_by[rule] if (rule := _rule(task)) else _of_one(task)) for task in tasks]
        bounded = [task for task in tasks if derive_bounds(task)]
    changed = [(task, due) for task, due in derived if (due.as_data() if due else None) != task.due]
    moved = [_moved(task, due) for task, due in changed]
    for task, due in changed:
        task.due, task.due_on, task.provision = (due.as_data(), due.on, due.provision) if due else NO_DAY
    if gathered is None:
        Task.objects.bulk_update([task for task, _ in changed], ["due", "due_on", "provision"])
        Task.objects.bulk_update(bounded, ["from_on", "until_on"])
    if lines := tuple(line for line in moved if line is not None):
        write(says("due_days_moved", days=lines), case=case, subject="", by=the_service(), at=at)


def derive_bounds(task: Task) -> bool:
    """Derives between which days a task is asked for; whether they are others than they were."""
    rule = register.task_kind(task.kind).asked_of_one
    asked = rule(task) if rule else AskedFor()
    is_moved = asked != AskedFor(task.from_on, task.until_on)
    task.from_on, task.until_on = asked.from_on, asked.until_on
    return is_moved


def _moved(task: Task, due: DueDay | None) -> Said | None:
    now = due.on if due else None
    if task.due_on is None or now == task.due_on:
        return None
    if now is None:
        return says("due_day_gone", task=Word(f"task.{task.kind}"), was=task.due_on)
    return says("due_day_moved", task=Word(f"task.{task.kind}"), was=task.due_on, now=now)


def derived_due(task: Task, case: Case) -> DueDay | None:
    """The due day of a task as the facts stand now."""
    rule = _rule(task)
    return rule(case) if rule else _of_one(task)


def _of_one(task: Task) -> DueDay | None:
    rule = register.task_kind(task.kind).due_of_one
    return rule(task) if rule else None


def _rule(task: Task) -> Callable[[Case], DueDay | None] | None:
    return register.task_kind(task.kind).due


@cache
def the_service() -> Officer:
    """The officer as whom the service itself acts; the first migration made it and nothing changes it."""
    return Officer.objects.get(is_service=True)
