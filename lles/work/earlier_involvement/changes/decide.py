"""Whether two people of two cases are one: decided by a person, with a reason, and taken back as easily."""

from datetime import datetime

from lles.casefile.access import Verb, may
from lles.casefile.changes.door import Done, NotAllowed, change
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks
from lles.casefile.models import Case, Officer
from lles.casefile.timeline import Word, says
from lles.work.earlier_involvement.changes.filter_orders import ask_for_leave
from lles.work.earlier_involvement.models import Candidate, Decision, Link
from lles.work.earlier_involvement.queries.candidates import TASK, Matched, is_told_in, still_waiting


@change(needs=Verb.WORK)
def decide(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    matched: Matched,
    decision: str,
    reason: str,
    seen: int | None = None,
) -> Done[Decision]:
    """Records whether they are one person, another, or that nobody can say; a link is made or ended by it.
    The timeline says so where everybody who reads it may know of the other case."""
    if not may(by, Verb.SEE, matched.other_case):
        raise NotAllowed(f"{by} may not see both cases")
    row = matched.candidate
    made = Decision.objects.create(candidate=row, decision=decision, reason=reason, by=by, at=at)
    Candidate.objects.filter(pk=row.pk).update(decision=decision)
    _link(row, by, at, is_same=decision == Candidate.SAME, reason=reason)
    for one in (matched.case, matched.other_case):
        if not still_waiting(one):
            end_tasks(case=one, by=the_service(), at=at, kind=TASK, outcome="known_decided")
        ask_for_leave(case=one, by=the_service(), at=at)
    entry = says("known_decided", person=matched.here.name, decision=Word(f"known_decision.{decision}"))
    return Done(made, entry if is_told_in(case, row) else None)


def _link(row: Candidate, by: Officer, at: datetime, *, is_same: bool, reason: str) -> None:
    live = Link.objects.filter(candidate=row, ended_at=None)
    if is_same and not live.exists():
        Link.objects.create(candidate=row, made_by=by, made_at=at)
    elif not is_same:
        live.update(ended_by=by, ended_at=at, end_reason=reason)
