"""A proposed order that came to nothing: it stays on the file, and feeds no later order."""

from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Stale, change
from lles.casefile.changes.serving import follow_serving
from lles.casefile.models import Case, Officer
from lles.casefile.timeline import Word, says
from lles.work.family_assistance.changes.tasks import follow
from lles.work.family_assistance.models import Assistance, CameToNothing
from lles.work.family_assistance.queries.counted import nothing_of
from lles.work.family_assistance.rules.papers import Paper


def still_stands(assistance: Assistance) -> None:
    """Inside a change: raises Stale where the proposal came to nothing meanwhile."""
    if nothing_of(assistance) is not None:
        raise Stale(f"assistance {assistance.pk} came to nothing")


@change(needs=Verb.WORK)
def record_nothing(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    assistance: Assistance,
    outcome: str,
    on: date,
    decided_by: str,
    known_by: str,
    words: str,
    language: str,
    seen: int | None = None,
) -> Done[CameToNothing]:
    """Records that the court made no order of what was proposed, or that it was withdrawn: nobody is asked
    for consent to it any more, and a later order needs its own consents and opinion (FAO-NOEXTEND). A risk
    that was seen is assessed all the same. Raises Stale where the court has made the order."""
    still_stands(assistance)
    if assistance.order_id is not None:
        raise Stale(f"assistance {assistance.pk} is an order")
    assistance.case = case
    nothing = CameToNothing.objects.create(
        assistance=assistance, outcome=outcome, on=on, decided_by=decided_by, known_by=known_by, words=words,
        language=language, by=by, at=at,
    )  # fmt: skip
    follow(assistance, by, at)
    follow_serving(case=case, by=by, at=at, kind=Paper.CONSENT.value)
    said = says(
        "family_nothing", outcome=Word(f"family_nothing.{outcome}"), on=on, who=decided_by,
        known=Word(f"family_known.{known_by}"), why=words,
    )  # fmt: skip
    return Done(nothing, said)
