"""The days of the tasks of an enforcement, each with its why."""

from lles.casefile.models import Task
from lles.casefile.queries.service_law import calendar_in_force
from lles.casefile.timeline import LONDON
from lles.law.due import DueDay
from lles.work.enforcement import rules
from lles.work.enforcement.models import Enforcement
from lles.work.enforcement.queries.directed import MONITORING, direction_about
from lles.work.enforcement.queries.facts import (
    enforcement_of,
    last_day_of,
    unreported,
)

TASKS = APPLICATION, CHECKS, INFORMATION, TERMS, MONITOR, FAILURE, CORRECTION = tuple(
    f"enforcement.{name}"
    for name in ("application", "checks", "information", "terms", "monitor", "failure", "correction")
)  # fmt: skip


def _of(task: Task) -> Enforcement | None:
    return enforcement_of(task.case, int(task.subject or 0))


def checks_due(task: Task) -> DueDay | None:
    """The day by which the fresh checks are there (ENF-CHECKS)."""
    one = _of(task)
    if one is None or one.issued_on is None:
        return None
    return rules.fresh_checks_due(one.issued_on, calendar_in_force())


def information_due(task: Task) -> DueDay | None:
    """The day by which the court wants its answers (ENF-INFO)."""
    directed = task.direction
    return rules.answers_about_unpaid_work_due(
        directed.due_on if directed else None, directed.due_time if directed else None
    )


def monitor_due(task: Task) -> DueDay | None:
    """The day on which monitoring comes to its end (ENF-MON)."""
    one = _of(task)
    if one is None:
        return None
    directed = direction_about(one, MONITORING)
    on, time = (directed.due_on, directed.due_time) if directed else (None, None)
    return rules.monitoring_of_unpaid_work_ends(on, time, last_day_of(one))


def failure_due(task: Task) -> DueDay | None:
    """The day by which the court is told what the responsible officer reported (ENF-REPORT)."""
    one = _of(task)
    heard = unreported(one) if one else None
    if heard is None:
        return None
    return rules.report_of_what_probation_reports_due(heard.at.astimezone(LONDON).date(), calendar_in_force())
