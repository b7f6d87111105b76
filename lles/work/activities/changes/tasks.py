"""The tasks of an activity, and which of them the file asks for now."""

from datetime import datetime

from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.models import Direction, Officer
from lles.work.activities.models import Activity, Report
from lles.work.activities.queries.due import FAILURE, INFORMATION, MONITOR, REFERRAL, TERMS
from lles.work.activities.queries.facts import (
    has_ceased,
    is_monitored,
    monitored_by,
    question_about,
    runs,
    unreported,
)


def follow(activity: Activity, by: Officer, at: datetime) -> None:
    """Inside a change: opens what the activity asks for as it stands now, and ends what it asks for no
    more."""
    goes_on = runs(activity)
    is_ordered = activity.order is not None and activity.terms_at is not None
    referred = activity.reports.filter(kind=Report.REFERRAL).exists()
    asked, monitored = question_about(activity), monitored_by(activity)
    _hold(activity, by, at, TERMS, goes_on and activity.terms_at is None)
    _hold(activity, by, at, INFORMATION, goes_on and asked is not None, asked)
    _hold(activity, by, at, REFERRAL, goes_on and is_ordered and not (referred or has_ceased(activity)))
    _hold(activity, by, at, MONITOR, goes_on and is_ordered and is_monitored(activity), monitored)
    _hold(activity, by, at, FAILURE, unreported(activity).exists())


def _hold(
    activity: Activity, by: Officer, at: datetime, kind: str, wanted: bool, directed: Direction | None = None
) -> None:
    case, subject = activity.case, str(activity.pk)
    if wanted:
        open_task(case=case, by=by, at=at, kind=kind, direction=directed, subject=subject)
    else:
        end_tasks(case=case, by=by, at=at, kind=kind, outcome="done", subject=subject)
