"""The tasks of an enforcement, and which of them the file asks for now."""

from datetime import datetime

from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.models import Direction, Officer
from lles.work.enforcement.models import Enforcement
from lles.work.enforcement.queries import due
from lles.work.enforcement.queries.directed import MONITORING, direction_about, question_about
from lles.work.enforcement.queries.facts import (
    runs,
    unreported,
    wants_checks,
    work_of,
)
from lles.work.enforcement.queries.moved import wrong_reports_of


def follow(enforcement: Enforcement, by: Officer, at: datetime) -> None:
    """Inside a change: opens what the enforcement asks for as it stands now, and ends what it asks for no
    more; every enforcement order opens its monitoring, and so does a court that directs it before
    (ENF-MON)."""
    goes_on, is_made = runs(enforcement), enforcement.order is not None
    asked, monitored = question_about(enforcement), direction_about(enforcement, MONITORING)
    wanted = {
        due.APPLICATION: goes_on and enforcement.said_at is None,
        due.CHECKS: goes_on and wants_checks(enforcement),
        due.INFORMATION: goes_on and asked is not None,
        due.TERMS: goes_on and is_made and work_of(enforcement) is None,
        due.MONITOR: goes_on and (is_made or monitored is not None),
        due.FAILURE: unreported(enforcement) is not None,
        due.CORRECTION: bool(wrong_reports_of(enforcement)),
    }
    about: dict[str, Direction | None] = {due.INFORMATION: asked, due.MONITOR: monitored}
    case, subject = enforcement.case, str(enforcement.pk)
    for kind, is_wanted in wanted.items():
        if is_wanted:
            open_task(case=case, by=by, at=at, kind=kind, direction=about.get(kind), subject=subject)
        else:
            end_tasks(case=case, by=by, at=at, kind=kind, outcome="done", subject=subject)
