"""What was recorded wrongly of an activity."""

from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.wrong import keep_wrong
from lles.casefile.models import Case, Officer
from lles.work.activities.changes.activity import line, still_runs
from lles.work.activities.changes.tasks import follow
from lles.work.activities.models import Activity, Ended, Happened, Wrong


@change(needs=Verb.WORK)
def record_wrong(
    *, case: Case, by: Officer, at: datetime, activity: Activity, row: Happened | Ended, why: str,
    language: str, seen: int | None = None,
) -> Done[Wrong]:  # fmt: skip
    """Records that something that happened or the end was recorded wrongly; tasks follow, and after a wrong
    end the activity goes on. Raises Stale where that was said before."""
    wrong = keep_wrong(Wrong, row, activity=activity, why=why, language=language, by=by, at=at)
    if isinstance(row, Ended):
        what = f"activity_outcome.{row.outcome}"
    else:
        still_runs(activity)
        what = f"activity_happened.{row.kind}"
    activity.case = case
    follow(activity, by, at)
    return Done(wrong, line(activity, "activity_wrong", what, row.on, why=why))
