"""What was recorded wrongly counts no more; it stays on the file, with the reason."""

from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Stale, change
from lles.casefile.models import Case, Officer
from lles.work.activities.changes.activity import line, still_runs
from lles.work.activities.changes.tasks import follow
from lles.work.activities.models import Activity, Ended, Happened, Wrong


def _what(row: Happened | Ended) -> tuple[str, str]:
    """Under which name it is kept, and the word for it."""
    if isinstance(row, Ended):
        return "ended", f"activity_outcome.{row.outcome}"
    return "happened", f"activity_happened.{row.kind}"


@change(needs=Verb.WORK)
def record_wrong(
    *, case: Case, by: Officer, at: datetime, activity: Activity, row: Happened | Ended, why: str,
    seen: int | None = None,
) -> Done[Wrong]:  # fmt: skip
    """Records that something that happened or the end was recorded wrongly; tasks follow, and after a wrong
    end the activity goes on. Raises Stale where that was said before."""
    name, what = _what(row)
    if Wrong.objects.filter(**{name: row}).exists():
        raise Stale(f"{name} {row.pk} is wrong already")
    if not isinstance(row, Ended):
        still_runs(activity)
    activity.case = case
    wrong = Wrong.objects.create(activity=activity, why=why, by=by, at=at, **{name: row})
    follow(activity, by, at)
    return Done(wrong, line(activity, "activity_wrong", what, row.on, why=why))
