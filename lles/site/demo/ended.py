"""How a family's first application ended before the work that the demonstration shows: closed, and opened
again because the court asks for more."""

from datetime import datetime
from typing import TYPE_CHECKING

from lles.casefile.changes.conversations import SafeWay, record_safe_contact
from lles.site.demo.asking import chose, parents
from lles.work.closing.changes import close_case, make_letters, reopen_case
from lles.work.closing.queries.facts import Ended, Told, readers_of

if TYPE_CHECKING:
    from lles.casefile.models import Case, Officer

TOLD_IN_COURT = "Told in court, on the day on which the court made its order."
LEFT = "The court needed no safeguarding work any more when it made its first order."


def got_to_know(case: "Case", by: "Officer", at: datetime) -> None:
    """The mother chose Welsh and the father English; both may be written to and rung."""
    for party, language in zip(parents(case), ("cy", "en"), strict=True):
        chose(case, by, at, party, language)
        record_safe_contact(
            case=case, by=by, at=at, party=party, safe_way=SafeWay(voicemail=True, letters=True)
        )


def first_application_ends(case: "Case", by: "Officer", at: datetime, again_at: datetime) -> None:
    """Closed with its outcome, and opened again."""
    ended = Ended("order_made", at.date())
    told = [Told(one, reason=TOLD_IN_COURT) for one in readers_of(case)]
    make_letters(case=case, by=by, at=at, ended=ended, told=told)
    left = {one.pk: LEFT for one in case.tasks.filter(ended_at=None)}
    why = {"CLO-DIRECTED": LEFT, "CLO-HEARING": LEFT}
    close_case(case=case, by=by, at=at, ended=ended, tasks=left, reasons=why)
    case.refresh_from_db()
    reopen_case(case=case, by=by, at=again_at)
    case.refresh_from_db()
