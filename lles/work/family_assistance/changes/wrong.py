"""What was recorded wrongly counts no more; it stays on the file, with the reason."""

from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.children import TASK as GIVE
from lles.casefile.changes.door import Done, Stale, change
from lles.casefile.changes.serving import follow_serving
from lles.casefile.changes.tasks import end_tasks
from lles.casefile.changes.wrong import keep_wrong
from lles.casefile.models import Case, Officer
from lles.casefile.timeline import Said, Word, says
from lles.work.family_assistance.changes.tasks import follow
from lles.work.family_assistance.models import (
    Assistance,
    CameToNothing,
    Consent,
    CourtAnswer,
    Heard,
    Opinion,
    Recorded,
    Told,
    Worked,
    Wrong,
)
from lles.work.family_assistance.queries.counted import proposal_of
from lles.work.family_assistance.queries.kept_back import TELLS_THE_END, tell_a_wrong_end
from lles.work.family_assistance.rules.papers import Paper


def _what(row: Recorded) -> tuple[Word, date, str]:
    """What it is in words, its day, and whom it is about."""
    match row:
        case Consent():
            return Word(f"family_consent_answer.{row.answer}"), row.on, row.party.name
        case Heard():
            return Word(f"family_heard_about.{row.about}"), row.on, row.name
        case Opinion():
            return Word("document.family_opinion"), row.given_on, ""
        case Worked():
            name = row.party.name if row.party else ""
            return Word(f"family_work.{row.kind}"), row.on, name
        case Told():
            return Word("family_recorded.told"), row.on, row.party.name
        case CourtAnswer():
            return Word(f"family_answer.{row.answer}"), row.on, ""
        case CameToNothing():
            return Word(f"family_nothing.{row.outcome}"), row.on, ""


@change(needs=Verb.WORK)
def record_wrong(
    *, case: Case, by: Officer, at: datetime, assistance: Assistance, row: Recorded, why: str,
    language: str, seen: int | None = None,
) -> Done[Wrong]:  # fmt: skip
    """Records that something of an order was recorded wrongly; days and tasks follow, and what tells of a
    wrong end is given to nobody any more. Raises Stale where that was said before, and where a proposal would
    be weighed again beside another."""
    if isinstance(row, CameToNothing) and proposal_of(case) is not None:
        raise Stale(f"another order is proposed for {case} already")
    assistance.case = case
    wrong = keep_wrong(Wrong, row, assistance=assistance, why=why, language=language, by=by, at=at)
    follow(assistance, by, at)
    _follow_documents(assistance, row, by, at)
    return Done(wrong, _line(*_what(row), why))


def _line(what: Word, on: date, person: str, why: str) -> Said:
    if person:
        return says("family_wrong_of_person", person=person, what=what, on=on, why=why)
    return says("family_wrong", what=what, on=on, why=why)


def _follow_documents(assistance: Assistance, row: Recorded, by: Officer, at: datetime) -> None:
    """What tells of a wrong end is given to nobody any more, and what asks for consent to a proposal that is
    weighed again is."""
    case = assistance.case
    if isinstance(row, CameToNothing):
        follow_serving(case=case, by=by, at=at, kind=Paper.CONSENT.value)
    if not isinstance(row, CourtAnswer):
        return
    for kind in TELLS_THE_END:
        follow_serving(case=case, by=by, at=at, kind=kind.value)
    letters = tell_a_wrong_end(assistance.issued.filter(kind=Paper.CHILDS_CLOSING)).values("version")
    for letter in case.documents.filter(kind=Paper.CHILDS_CLOSING, version__in=letters):
        end_tasks(case=case, by=by, at=at, kind=GIVE, outcome="not_needed", subject=str(letter.pk))
