"""The tasks of an enforcement, and which of them the file asks for now."""

from datetime import datetime

from lles.casefile.changes.tasks import end_unasked, open_task
from lles.casefile.models import Direction, Officer
from lles.casefile.once import reading
from lles.work.enforcement.models import Enforcement, Report
from lles.work.enforcement.queries import due
from lles.work.enforcement.queries.directed import MONITORING, direction_about, question_about
from lles.work.enforcement.queries.facts import (
    fresh_checks,
    runs,
    unreported,
    wants_checks,
    work_of,
)
from lles.work.enforcement.queries.moved import end_of, reports_of, wrong_reports_of


@reading()
def follow(enforcement: Enforcement, by: Officer, at: datetime) -> None:
    """Inside a change: opens what the enforcement asks for as it stands now, and ends what it asks for no
    more; every enforcement order opens its monitoring, and so does a court that directs it before
    (ENF-MON)."""
    ended, is_made = end_of(enforcement), enforcement.order is not None
    goes_on, checks, work = runs(enforcement), wants_checks(enforcement), work_of(enforcement)
    asked, monitored = question_about(enforcement), direction_about(enforcement, MONITORING)
    wanted = {
        due.APPLICATION: goes_on and enforcement.said_at is None,
        due.CHECKS: goes_on and checks,
        due.INFORMATION: goes_on and asked is not None,
        due.TERMS: goes_on and is_made and work is None,
        due.MONITOR: goes_on and (is_made or monitored is not None),
        due.FAILURE: unreported(enforcement) is not None,
        due.CORRECTION: bool(wrong_reports_of(enforcement)),
    }
    are_there = fresh_checks(enforcement) is not None and not checks
    done_at = {
        due.APPLICATION: enforcement.said_at,
        due.CHECKS: at if are_there else None,
        due.INFORMATION: _last(enforcement, Report.INFORMATION),
        due.TERMS: at if work is not None else None,
        due.MONITOR: ended.at if ended else None,
        due.FAILURE: _last(enforcement, Report.FAILURE, Report.UNSUITABLE),
        due.CORRECTION: _last(enforcement, Report.CORRECTION),
    }
    about: dict[str, Direction | None] = {due.INFORMATION: asked, due.MONITOR: monitored}
    case, subject = enforcement.case, str(enforcement.pk)
    for kind, is_wanted in wanted.items():
        if is_wanted:
            open_task(case=case, by=by, at=at, kind=kind, direction=about.get(kind), subject=subject)
        else:
            end_unasked(case=case, by=by, at=at, kind=kind, done_at=done_at[kind], subject=subject)


def _last(enforcement: Enforcement, *kinds: str) -> datetime | None:
    """When a document of some kinds was last written of it."""
    last = reports_of(enforcement).filter(kind__in=kinds).order_by("at").last()
    return last.at if last else None
