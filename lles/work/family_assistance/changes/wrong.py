"""What was recorded wrongly counts no more; it stays on the file, with the reason."""

from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.children import TASK as GIVE
from lles.casefile.changes.door import Done, Stale, change
from lles.casefile.changes.serving import follow_serving
from lles.casefile.changes.tasks import end_tasks
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


def _what(row: Recorded) -> tuple[str, Word, date, str]:
    """Under which name it is kept, what it is in words, its day, and whom it is about."""
    match row:
        case Consent():
            return "consent", Word(f"family_consent_answer.{row.answer}"), row.on, row.party.name
        case Heard():
            return "heard", Word(f"family_heard_about.{row.about}"), row.on, row.name
        case Opinion():
            return "opinion", Word("document.family_opinion"), row.given_on, ""
        case Worked():
            name = row.party.name if row.party else ""
            return "worked", Word(f"family_work.{row.kind}"), row.on, name
        case Told():
            return "told", Word("family_recorded.told"), row.on, row.party.name
        case CourtAnswer():
            return "answer", Word(f"family_answer.{row.answer}"), row.on, ""
        case CameToNothing():
            return "nothing", Word(f"family_nothing.{row.outcome}"), row.on, ""


@change(needs=Verb.WORK)
def record_wrong(
    *, case: Case, by: Officer, at: datetime, assistance: Assistance, row: Recorded, why: str,
    seen: int | None = None,
) -> Done[Wrong]:  # fmt: skip
    """Records that something of an order was recorded wrongly; days and tasks follow, and what tells of a
    wrong end is given to nobody any more. Raises Stale where that was said before, and where a proposal would
    be weighed again beside another."""
    name, what, on, person = _what(row)
    if Wrong.objects.filter(**{name: row}).exists():
        raise Stale(f"{name} {row.pk} is wrong already")
    if isinstance(row, CameToNothing) and proposal_of(case) is not None:
        raise Stale(f"another order is proposed for {case} already")
    assistance.case = case
    wrong = Wrong.objects.create(assistance=assistance, why=why, by=by, at=at, **{name: row})
    follow(assistance, by, at)
    _follow_documents(assistance, row, by, at)
    return Done(wrong, _line(what, on, person, why))


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
