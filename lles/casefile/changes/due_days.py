"""Due days are derived, never counted: from the facts of the file, by the rule of the kind of task."""

from datetime import datetime

from lles.casefile import register
from lles.casefile.models import Case, Officer, Task
from lles.casefile.timeline import Word, says, write
from lles.law.due import Due


def derive_due_days(case: Case, at: datetime) -> None:
    """Derives the due day of every open task of a case again; a day that moved is said on the timeline."""
    for task in case.tasks.filter(ended_at=None):
        due = derived_due(task, case)
        stored = due.as_data() if due else None
        if stored == task.due:
            continue
        moved = task.due_on is not None and due is not None and due.on != task.due_on
        if moved and due is not None and task.due_on is not None:
            moving = says("due_day_moved", task=Word(f"task.{task.kind}"), was=task.due_on, now=due.on)
            write(moving, case=case, subject="", by=the_service(), at=at)
        Task.objects.filter(pk=task.pk).update(
            due=stored, due_on=due.on if due else None, provision=due.provision if due else ""
        )


def derived_due(task: Task, case: Case) -> Due | None:
    """The due day of a task as the facts stand now."""
    rule = register.task_kind(task.kind).due
    return rule(case) if rule else None


def the_service() -> Officer:
    """The officer as whom the service itself acts."""
    return Officer.objects.get(is_service=True)
