"""The days of the tasks of an activity, each with its why."""

from lles.casefile.models import Case, Task
from lles.casefile.once import once
from lles.casefile.queries.service_law import calendar_in_force
from lles.casefile.timeline import LONDON
from lles.law.due import DueDay
from lles.work.activities import rules
from lles.work.activities.models import Activity
from lles.work.activities.queries.facts import last_day_of, monitored_by, unreported

TASKS = TERMS, INFORMATION, REFERRAL, MONITOR, FAILURE, END = tuple(
    f"activities.{name}" for name in ("terms", "information", "referral", "monitor", "failure", "end")
)


def _of(task: Task) -> Activity | None:
    return _activity(task.case, int(task.subject or 0))


@once
def _activity(case: Case, pk: int) -> Activity | None:
    return case.activities.filter(pk=pk).select_related("order", "party").first()


def information_due(task: Task) -> DueDay | None:
    """The day by which the court wants to know (ACT-INFO)."""
    directed = task.direction
    return rules.answers_about_an_activity_due(
        directed.due_on if directed else None, directed.due_time if directed else None
    )


def failure_due(task: Task) -> DueDay | None:
    """The day by which the court is told of a failure (ACT-REPORT)."""
    activity = _of(task)
    missed = unreported(activity).first() if activity else None
    if missed is None:
        return None
    return rules.report_of_a_failure_due(missed.at.astimezone(LONDON).date(), calendar_in_force())


def monitor_due(task: Task) -> DueDay | None:
    """The day on which monitoring comes to its end (ACT-REPORT)."""
    activity = _of(task)
    if activity is None:
        return None
    directed = monitored_by(activity)
    on, time = (directed.due_on, directed.due_time) if directed else (None, None)
    return rules.monitoring_of_an_activity_ends(on, time, last_day_of(activity))


def end_due(task: Task) -> DueDay | None:
    """The day by which it is known how an activity ended that nobody monitors (ACT-END)."""
    activity = _of(task)
    if activity is None:
        return None
    return rules.end_of_an_activity_is_known(last_day_of(activity), calendar_in_force())
