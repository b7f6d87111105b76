"""What waits for a second person, and what waits for the author after it was sent back."""

from datetime import datetime

from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks
from lles.casefile.models import Case
from lles.work.safeguarding.models import SignOff

SIGN, SENT_BACK = "safeguarding.sign_off", "safeguarding.sent_back"


def end_sign_off(case: Case, kind: str, at: datetime, outcome: str) -> None:
    """Whatever waits for a signature, or for its author after it was sent back, waits no longer."""
    asked = SignOff.objects.filter(case=case, kind=kind, step=SignOff.ASKED).values_list("pk", flat=True)
    subjects = {str(pk) for pk in asked}
    waiting = case.tasks.filter(kind__in=(SIGN, SENT_BACK), subject__in=subjects, ended_at=None)
    for task in waiting:
        end_tasks(case=case, by=the_service(), at=at, kind=task.kind, outcome=outcome, subject=task.subject)
