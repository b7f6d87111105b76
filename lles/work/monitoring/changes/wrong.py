"""What was recorded wrongly of monitoring."""

from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.wrong import keep_wrong
from lles.casefile.models import Case, Officer
from lles.casefile.timeline import says
from lles.work.monitoring.changes.tasks import follow
from lles.work.monitoring.models import Call, Decision, Monitoring, Wrong


@change(needs=Verb.WORK)
def record_wrong(
    *, case: Case, by: Officer, at: datetime, monitoring: Monitoring, row: Call | Decision, why: str,
    language: str, seen: int | None = None,
) -> Done[Wrong]:  # fmt: skip
    """Records that a call, what a child said, or what was found of a breach was recorded wrongly: breaches
    and tasks follow, and what was planned and held in that call is planned again. Raises
    Stale where that was said before."""
    wrong = keep_wrong(Wrong, row, monitoring=monitoring, why=why, language=language, by=by, at=at)
    monitoring.case = case
    if isinstance(row, Call):
        row.planned_as.update(ended_at=None, held_in=None)
    follow(monitoring, by, at)
    if isinstance(row, Call):
        return Done(wrong, says("monitoring_wrong_call", person=row.name, held_at=row.held_at, why=why))
    breach = row.breach
    number, on = breach.provision.number, breach.monitored_on
    return Done(wrong, says("monitoring_wrong_decision", number=number, on=on, why=why))
