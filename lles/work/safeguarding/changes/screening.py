"""Opening the work before the first hearing: at once, or after an application was screened."""

from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.checks import open_checks
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.models import Case, Officer
from lles.casefile.timeline import Word, says
from lles.law.findings import Finding, Weight
from lles.work.safeguarding.changes.following import CALL, CHECKS, follow
from lles.work.safeguarding.models import ApplicationScreened
from lles.work.safeguarding.queries.screening import LETTER, SCREEN, is_called_for
from lles.work.safeguarding.rules import safeguarding_law

OPENED = (LETTER, CHECKS, CALL)


def begin(case: Case, at: datetime) -> None:
    """Opens checks, calls and the letter, or the screening that comes before them (SG-CHECKS-CAO, SG-CHECKS-
    OTHER)."""
    if is_called_for(case):
        open_safeguarding(case, at)
    else:
        open_task(case=case, by=the_service(), at=at, kind=SCREEN)


def open_safeguarding(case: Case, at: datetime) -> None:
    """The checks open, the calls are to be made and the letter becomes due; there is nothing more to
    screen."""
    by = the_service()
    open_checks(case=case, by=by, at=at)
    for kind in OPENED:
        open_task(case=case, by=by, at=at, kind=kind)
    end_tasks(case=case, by=by, at=at, kind=SCREEN, outcome="checks_called_for")
    follow(case, at)


def _findings(*, case: Case, **_: object) -> tuple[Finding, ...]:
    if not is_called_for(case):
        return ()
    return (safeguarding_law()["SG-CHECKS-OTHER"].finding("open", weight=Weight.BARS),)


@change(needs=Verb.WORK, weighs=_findings)
def screen_application(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    checks_called_for: bool,
    reason: str,
    seen: int | None = None,
) -> Done[ApplicationScreened]:
    """Records whether checks are called for on an application that does not bring them by itself, and why;
    where they are, they open with the calls and the letter (SG-CHECKS-OTHER)."""
    screened = ApplicationScreened.objects.create(
        case=case, checks_called_for=checks_called_for, reason=reason, by=by, at=at
    )
    if checks_called_for:
        open_safeguarding(case, at)
    else:
        end_tasks(case=case, by=by, at=at, kind=SCREEN, outcome="no_checks")
    entry = says(
        "application_screened",
        decision=Word(f"screening.{'checks' if checks_called_for else 'no_checks'}"),
        reason=reason,
    )
    return Done(screened, entry)
