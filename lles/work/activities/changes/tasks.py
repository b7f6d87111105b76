"""The tasks of an activity, and which of them the file asks for now."""

from datetime import datetime

from lles.casefile.changes.tasks import end_unasked, open_task
from lles.casefile.models import Direction, Officer
from lles.casefile.once import reading
from lles.work.activities.models import Activity, Report
from lles.work.activities.queries.due import END, FAILURE, INFORMATION, MONITOR, REFERRAL, TERMS
from lles.work.activities.queries.facts import (
    end_of,
    has_ceased,
    is_monitored,
    monitored_by,
    monitoring_is_lifted,
    question_about,
    unreported,
)


@reading()
def follow(activity: Activity, by: Officer, at: datetime) -> None:
    """Inside a change: opens what the activity asks for as it stands now, and ends what it asks for no
    more."""
    ended, is_ours = end_of(activity), is_monitored(activity)
    goes_on, read_at = ended is None, activity.terms_at
    is_ordered = activity.order is not None and read_at is not None
    referred_at = _last(activity, Report.REFERRAL)
    asked, monitored = question_about(activity), monitored_by(activity)
    _hold(activity, by, at, TERMS, goes_on and read_at is None, read_at)
    answered_at = _last(activity, Report.INFORMATION)
    _hold(activity, by, at, INFORMATION, goes_on and asked is not None, answered_at, asked)
    refers = goes_on and is_ordered and referred_at is None and not has_ceased(activity)
    _hold(activity, by, at, REFERRAL, refers, referred_at)
    runs, ended_at = goes_on and is_ordered, ended.at if ended else None
    _hold(activity, by, at, MONITOR, runs and is_ours, ended_at, monitored)
    _hold(activity, by, at, END, runs and not is_ours, ended_at)
    told_at, is_lifted = _last(activity, Report.FAILURE), monitoring_is_lifted(activity)
    _hold(activity, by, at, FAILURE, unreported(activity).exists(), told_at, is_lifted=is_lifted)


def _last(activity: Activity, kind: str) -> datetime | None:
    """When a document of a kind was last written about it."""
    last = activity.reports.filter(kind=kind).order_by("at").last()
    return last.at if last else None


def _hold(
    activity: Activity, by: Officer, at: datetime, kind: str, wanted: bool, done_at: datetime | None,
    directed: Direction | None = None, *, is_lifted: bool = False,
) -> None:  # fmt: skip
    case, subject = activity.case, str(activity.pk)
    if wanted:
        open_task(case=case, by=by, at=at, kind=kind, direction=directed, subject=subject)
    else:
        end_unasked(case=case, by=by, at=at, kind=kind, done_at=done_at, subject=subject, is_lifted=is_lifted)
