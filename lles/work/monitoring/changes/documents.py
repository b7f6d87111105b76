"""The letters and reports of monitoring: made for everybody at once, through the gate, and sealed."""

from collections.abc import Sequence
from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Reasons, Stale, change
from lles.casefile.changes.filing import seal_documents
from lles.casefile.changes.serving import open_serving
from lles.casefile.documents import COURT, Made
from lles.casefile.gate import Released, holds_protected, release
from lles.casefile.models import Case, Document, Officer
from lles.casefile.once import reading
from lles.casefile.rules.in_both import both_of, words_are_there_in_both_languages
from lles.casefile.rules.whereabouts import what_all_read_names_no_protected_place
from lles.casefile.timeline import LONDON, Word, says
from lles.law.bilingual import Language
from lles.law.findings import Finding
from lles.work.monitoring import rules
from lles.work.monitoring.changes.tasks import follow
from lles.work.monitoring.documents.letter.document import make_letter
from lles.work.monitoring.documents.report.document import make_report
from lles.work.monitoring.models import Letters, Monitoring, NoLetter, Report
from lles.work.monitoring.queries.facts import CLOSING, LETTERS
from lles.work.monitoring.queries.letters import Decided, LetterTo, letter_facts
from lles.work.monitoring.queries.period import period_of
from lles.work.monitoring.queries.report import (
    Author,
    Reader,
    breaches_to_report,
    may_be_written,
    readers_of,
    report_facts,
)

COURT_TYPE = "S_11H_Monitoring"


def _letters_findings(
    *, case: Case, at: datetime, monitoring: Monitoring, letter: str, decided: Sequence[Decided], **_: object
) -> tuple[Finding, ...]:
    going, period = [one.to for one in decided if not one.reason], period_of(monitoring)
    if not going:
        return ()
    today = at.astimezone(LONDON).date()
    is_closing = period is not None and letter == CLOSING
    early = rules.closing_letter_waits_for_the_last_day(today, period[1]) if period and is_closing else None
    lacks = rules.letter_has_an_office_and_a_period(case.office is not None, period is not None)
    return (*lacks, *((early,) if early else ()))


@change(needs=Verb.WORK, weighs=_letters_findings)
def make_letters(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    monitoring: Monitoring,
    letter: str,
    decided: Sequence[Decided],
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Sequence[Document]]:
    """Records who gets no letter and why, and makes every other one, in every language at once; each is to be
    served then (MON-LETTERS, CYM-SAMETIME)."""
    monitoring.case = case
    without = [one for one in decided if one.reason]
    for one in without:
        NoLetter.objects.create(
            monitoring=monitoring, letter=letter, party=one.to.party, reason=one.reason, by=by, at=at
        )
    going, kind = [one.to for one in decided if not one.reason], LETTERS[letter]
    documents: Sequence[Document] = ()
    if going:
        made = _letters(monitoring, letter, going, by, at)
        documents = seal_documents(
            case=case, by=by, at=at, kind=kind, made=made, court_type="", reasons=reasons
        )
        version = documents[0].version
        Letters.objects.create(monitoring=monitoring, letter=letter, version=version, at=at)
        open_serving(case=case, by=by, at=at, kind=kind, version=version)
    follow(monitoring, by, at)
    lines = tuple(says("monitoring_no_letter", person=one.to.party.name) for one in without)
    return Done(
        documents,
        says("monitoring_letters", document=Word(f"document.{kind}"), count=len(going), more=lines),
    )


@reading()
def _letters(
    monitoring: Monitoring, letter: str, to: Sequence[LetterTo], by: Officer, at: datetime
) -> list[Made]:
    return [
        make_letter(
            letter_facts(monitoring, one, by, at), one.party.slug, language, at, closing=letter == CLOSING
        )
        for one in to
        for language in one.languages
    ]


@change(needs=Verb.WORK)
def preview_letter(
    *, case: Case, by: Officer, at: datetime, monitoring: Monitoring, letter: str, to: LetterTo,
    language: Language,
) -> Done[Released]:  # fmt: skip
    """Makes a letter as it would go now to one adult in one language, through the gate."""
    monitoring.case = case
    midnight = at.astimezone(LONDON).replace(hour=0, minute=0, second=0)
    facts = letter_facts(monitoring, to, by, midnight, draft=True)
    made = make_letter(facts, to.party.slug, language, midnight, closing=letter == CLOSING)
    released = release(case, made, basis="preview_of_own_draft", purpose="preview", by=by, at=at)
    return Done(released, None, only_looked=True)


@reading()
def _versions(
    monitoring: Monitoring, kind: str, author: Author, by: Officer, at: datetime,
    to: Sequence[tuple[Reader, Language]], *, draft: bool,
) -> tuple[Made, ...]:  # fmt: skip
    return tuple(
        make_report(
            report_facts(monitoring, kind, author, reader, by, at, draft=draft), reader.reader, language, at
        )
        for reader, language in to
    )


def _everybody(monitoring: Monitoring) -> list[tuple[Reader, Language]]:
    return [(one, language) for one in readers_of(monitoring) for language in one.languages]


@change(needs=Verb.FILE)
def preview_report(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    monitoring: Monitoring,
    kind: str,
    author: Author,
    reader: Reader,
    language: Language,
) -> Done[Released]:
    """Makes a report as it stands, for one reader in one language, through the gate."""
    monitoring.case = case
    midnight = at.astimezone(LONDON).replace(hour=0, minute=0, second=0)
    (made,) = _versions(monitoring, kind, author, by, midnight, [(reader, language)], draft=True)
    released = release(case, made, basis="preview_of_own_draft", purpose="preview", by=by, at=at)
    return Done(released, None, only_looked=True)


def _report_findings(
    *, case: Case, at: datetime, monitoring: Monitoring, kind: str, author: Author, **_: object
) -> tuple[Finding, ...]:
    if not may_be_written(monitoring, kind):
        return ()
    closed = what_all_read_names_no_protected_place(holds_protected(case, author.typed))
    period = period_of(monitoring) if kind == Report.END else None
    early = (
        rules.report_at_the_end_waits_for_the_last_day(at.astimezone(LONDON).date(), period[1])
        if period
        else None
    )
    said = (both_of(author.language, *each) for each in author.in_both)
    readers = [(one.name, one.languages) for one in readers_of(monitoring) if one.reader != COURT]
    own = words_are_there_in_both_languages(said, readers)
    return (*(one for one in (closed, early) if one), *own)


@change(needs=Verb.FILE, weighs=_report_findings)
def file_report(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    monitoring: Monitoring,
    kind: str,
    author: Author,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Report]:
    """Seals a report in every version for its readers and sends the court's on its way; monitoring goes on
    until the court answers (MON-REPORT, MON-CONTINUE)."""
    monitoring.case = case
    if not may_be_written(monitoring, kind):
        raise Stale(f"there is nothing of which a report could be made: {kind}")
    breaches = [one.row.pk for one in breaches_to_report(monitoring, kind) if one.state == "confirmed"]
    made = _versions(monitoring, kind, author, by, at, _everybody(monitoring), draft=False)
    document = f"monitoring_{kind}_report"
    documents = seal_documents(
        case=case, by=by, at=at, kind=document, made=made, court_type=COURT_TYPE, reasons=reasons
    )
    report = Report.objects.create(
        monitoring=monitoring, kind=kind, version=documents[0].version, breaches=breaches,
        words=author.words, other_words=author.other_words, guidance=author.guidance,
        other_guidance=author.other_guidance, language=author.language,
        child_to_parties=author.child_to_parties, by=by, at=at,
    )  # fmt: skip
    follow(monitoring, by, at)
    return Done(report, says("monitoring_reported", document=Word(f"document.{document}")))
