"""Closing a case and opening it again: the letters made and sealed, every task ended with a reason, and
nothing closed by itself."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.children import open_giving
from lles.casefile.changes.door import Done, Reasons, Stale, change
from lles.casefile.changes.filing import seal_documents, weigh_together
from lles.casefile.changes.serving import open_serving
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.documents import Made
from lles.casefile.gate import Released, release
from lles.casefile.models import Case, Child, Document, Officer, Party, Task
from lles.casefile.register import Event
from lles.casefile.timeline import LONDON, Said, Word, says
from lles.law.bilingual import Language
from lles.law.findings import Finding
from lles.work.closing.documents.childs_closing_letter.document import make_childs_letter
from lles.work.closing.documents.closing_letter.document import make_closing_letter
from lles.work.closing.models import Closing, GoesOn, LettersSay, NoLetter, Reopening
from lles.work.closing.queries.ended import is_at_its_end
from lles.work.closing.queries.facts import (
    CHILDS_LETTER,
    LETTER,
    TASK,
    Ended,
    Reader,
    Told,
    closing_facts,
    closing_of,
    hearing_ahead,
    letter_facts,
    tasks_left,
)
from lles.work.closing.rules import check_closing, letter_names_an_office, no_hearing_lies_ahead


@change(needs=Verb.WORK)
def ask_to_close(*, case: Case, by: Officer, at: datetime) -> Done[Task]:
    """Asks for the case to be closed: the involvement of the service has ended."""
    return Done(open_task(case=case, by=by, at=at, kind=TASK), None)


@change(needs=Verb.WORK)
def say_that_it_goes_on(
    *, case: Case, by: Officer, at: datetime, reason: str, seen: int | None = None
) -> Done[None]:
    """Records why our involvement goes on where the last work has ended; nobody is asked again until further
    work has."""
    if not is_at_its_end(case, at.astimezone(LONDON).date()):
        raise Stale(f"nobody asks about {case.reference}")
    GoesOn.objects.create(case=case, reason=reason, by=by, at=at)
    return Done(None, says("involvement_goes_on", reason=reason))


def _letters_findings(*, case: Case, at: datetime, told: Sequence[Told], **_: object) -> tuple[Finding, ...]:
    if not any(not one.reason for one in told):
        return ()
    found = letter_names_an_office(case.office is not None), no_hearing_lies_ahead(hearing_ahead(case, at))
    return tuple(one for one in found if one)


@change(needs=Verb.FILE, weighs=_letters_findings)
def make_letters(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    ended: Ended,
    told: Sequence[Told],
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Sequence[Document]]:
    """Records who gets no closing letter and why, and makes every other one, for everybody and in every
    language at once, through the gate (CLO-LETTERS, CYM-SAMETIME)."""
    without = [one for one in told if one.reason]
    for one in without:
        _no_letter(case, one, by, at)
    made = [
        letter for one in told if not one.reason for letter in _letters(case, one, ended, by, at)
    ]  # fmt: skip
    weigh_together(case, made, reasons)
    if made:
        LettersSay.objects.create(case=case, outcome=ended.outcome, ended_on=ended.ended_on, by=by, at=at)
    documents: list[Document] = []
    for kind in (LETTER, CHILDS_LETTER):
        if of_kind := [letter for letter in made if letter.kind == kind]:
            documents += seal_documents(
                case=case, by=by, at=at, kind=kind, made=of_kind, court_type="", reasons=reasons
            )
    if adults := [one for one in documents if one.kind == LETTER]:
        open_serving(case=case, by=by, at=at, kind=LETTER, version=adults[0].version)
    open_giving(case=case, by=by, at=at, documents=[one for one in documents if one.kind == CHILDS_LETTER])
    lines: tuple[Said, ...] = tuple(
        says("no_closing_letter", person=one.reader.person.name, reason=one.reason) for one in without
    )
    return Done(documents, says("closing_letters_made", count=len(told) - len(without), lines=lines))


def _no_letter(case: Case, one: Told, by: Officer, at: datetime) -> None:
    person = one.reader.person
    party = person if isinstance(person, Party) else None
    child = person if isinstance(person, Child) else None
    NoLetter.objects.create(case=case, party=party, child=child, reason=one.reason, by=by, at=at)


def _letters(case: Case, one: Told, ended: Ended, by: Officer, at: datetime) -> list[Made]:
    return [
        _make(case, one.reader, ended, one.words.get(language, ""), language, by, at, draft=False)
        for language in one.reader.languages
    ]


def _make(
    case: Case, reader: Reader, ended: Ended, words: str, language: Language, by: Officer, at: datetime,
    *, draft: bool,
) -> Made:  # fmt: skip
    facts = letter_facts(case, reader, ended, words, by, at, draft=draft)
    makes = make_childs_letter if reader.is_child else make_closing_letter
    return makes(facts, reader.reader, language, at)


@change(needs=Verb.FILE)
def preview_letter(
    *, case: Case, by: Officer, at: datetime, reader: Reader, ended: Ended, words: str, language: Language
) -> Done[Released]:
    """Makes a closing letter as it stands, for one reader in one language, through the gate."""
    midnight = at.astimezone(LONDON).replace(hour=0, minute=0, second=0)
    made = _make(case, reader, ended, words, language, by, midnight, draft=True)
    released = release(case, made, basis="preview_of_own_draft", purpose="preview", by=by, at=at)
    return Done(released, None, only_looked=True)


def _closing_findings(
    *, case: Case, at: datetime, tasks: Mapping[int, str], ended: Ended, **_: object
) -> tuple[Finding, ...]:
    return check_closing(closing_facts(case, at, tasks, ended))


@change(needs=Verb.FILE, weighs=_closing_findings)
def close_case(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    ended: Ended,
    tasks: Mapping[int, str],
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Closing]:
    """Closes the case with its outcome; `tasks` says why each open task ends, by its number."""
    if case.closed_at is not None:
        raise Stale(f"{case} is closed")
    left = tasks_left(case, at.astimezone(LONDON).date(), tasks)
    Task.objects.filter(pk__in=[one.number for one in left]).update(ended_at=at, outcome="case_closed")
    end_tasks(case=case, by=by, at=at, kind=TASK, outcome="case_closed")
    case.tasks.filter(ended_at=None).update(ended_at=at, outcome="not_needed")  # asked for on no day left
    Case.objects.filter(pk=case.pk).update(closed_at=at)
    closing = Closing.objects.create(case=case, outcome=ended.outcome, ended_on=ended.ended_on, by=by, at=at)
    lines = tuple(says("task_left", task=one.title, reason=one.reason) for one in left)
    entry = says("case_closed", outcome=Word(f"closing_outcome.{ended.outcome}"), lines=lines)
    return Done(closing, entry, ((Event.CASE_CLOSED, {"outcome": ended.outcome}),))


@change(needs=Verb.WORK)
def reopen_case(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    reason: str = "",
    for_danger: bool = False,
    seen: int | None = None,
) -> Done[None]:
    """Opens a closed case again, for a reason; without one because a danger was seen, or because the court
    asks for more. Each piece of work opens again what is still to be done; what the court has not asked for,
    only where this closing ended it."""
    closing = closing_of(case)
    if case.closed_at is None or closing is None:
        raise Stale(f"{case} is open")
    case.closed_at = None
    Case.objects.filter(pk=case.pk).update(closed_at=None)
    Reopening.objects.create(closing=closing, reason=reason, by=by, at=at)
    by_itself = "case_reopened_for_danger" if for_danger else "case_reopened_for_the_court"
    entry = says("case_reopened", reason=reason) if reason else says(by_itself)
    about = {"by_mistake": bool(reason) or for_danger, "closed_at": closing.at}
    return Done(None, entry, ((Event.REOPENED, about),))
