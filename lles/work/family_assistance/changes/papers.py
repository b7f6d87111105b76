"""The documents of a family assistance order: made in the version of each reader, sealed through the gate,
and what follows when the court has one."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.children import open_giving
from lles.casefile.changes.door import Done, Reasons, change
from lles.casefile.changes.filing import seal_documents, weigh_together
from lles.casefile.changes.serving import open_serving
from lles.casefile.changes.tasks import open_tasks_of
from lles.casefile.documents import COURT, Made
from lles.casefile.gate import Released, release
from lles.casefile.models import Case, Document, Officer
from lles.casefile.once import reading
from lles.casefile.register import task_kinds_that_come_first
from lles.casefile.rules.in_both import Words, words_are_there_in_both_languages
from lles.casefile.timeline import LONDON, Said, Word, says
from lles.law.bilingual import LANGUAGES, Language
from lles.law.findings import Finding
from lles.work.family_assistance.changes.nothing import still_stands
from lles.work.family_assistance.changes.plan import record_work
from lles.work.family_assistance.changes.tasks import follow
from lles.work.family_assistance.documents.papers import make_paper
from lles.work.family_assistance.models import Assistance, Issued, NotSent, Worked
from lles.work.family_assistance.queries.facts import (
    complete_plan,
    lack_of_consent,
    last_day_of,
    other_period_proposed,
    still_open,
)
from lles.work.family_assistance.queries.papers import (
    Reader,
    Typed,
    assistance_of_document,
    court_reads,
    paper_facts,
    readers_to_ask,
)
from lles.work.family_assistance.queries.progress import RECORDED, was_recorded
from lles.work.family_assistance.queries.reported import has_reached_the_court
from lles.work.family_assistance.queries.told import childs_words_told
from lles.work.family_assistance.rules import order_is_not_used_for_what_it_is_not_for
from lles.work.family_assistance.rules.papers import (
    ASKS_FOR_WORDS,
    COURT_TYPES,
    OTHER_COURT_TYPE,
    SHOWS_THE_PLAN,
    VIEWS,
    WORDS,
    WRITTEN,
    Paper,
    closing_letter_waits_for_the_last_day,
    document_begins_before_the_order_ends,
    document_goes_to_somebody,
    document_names_an_office,
    end_report_waits_for_the_last_day,
)


def _readers(assistance: Assistance, paper: Paper, typed: Typed) -> list[Reader]:
    people = [one for one in readers_to_ask(assistance, paper) if one.key not in typed.without]
    return [*([court_reads()] if typed.to_court else []), *people]


@reading()
def _versions(
    assistance: Assistance, paper: Paper, typed: Typed, by: Officer, at: datetime, *, draft: bool
) -> list[Made]:
    return [
        _make(assistance, paper, one, typed, language, by, at, draft=draft)
        for one in _readers(assistance, paper, typed)
        for language in one.languages
    ]


def _make(
    assistance: Assistance, paper: Paper, reader: Reader, typed: Typed, language: Language, by: Officer,
    at: datetime, *, draft: bool,
) -> Made:  # fmt: skip
    facts = paper_facts(assistance, paper, reader, typed, by, at, draft=draft)
    return make_paper(facts, reader.reader, language, at)


def _paper_findings(
    *, case: Case, by: Officer, at: datetime, assistance: Assistance, paper: Paper, typed: Typed, **_: object
) -> tuple[Finding, ...]:
    assistance.case = case
    readers = _readers(assistance, paper, typed)
    barred = (
        document_names_an_office(case.office is not None),
        document_begins_before_the_order_ends(paper, at.astimezone(LONDON).date(), last_day_of(assistance)),
        document_goes_to_somebody(paper in WRITTEN and bool(readers or typed.without)),
    )
    unconsented = (one for one in lack_of_consent(assistance) if paper is Paper.OPINION and one.bars)
    if found := (*(one for one in barred if one), *unconsented):
        return found
    today, last = at.astimezone(LONDON).date(), last_day_of(assistance)
    early = [end_report_waits_for_the_last_day(paper, today, last)]
    early += [closing_letter_waits_for_the_last_day(paper, today, last)] if readers else []
    if paper in (Paper.END, Paper.CLOSING):
        early += still_open(assistance, today)
    is_told = paper is not Paper.OPINION and any(one.reader == COURT for one in readers)
    risk = order_is_not_used_for_what_it_is_not_for(
        (), is_told and bool(open_tasks_of(case, task_kinds_that_come_first())), today
    )
    return (
        *risk,
        *(one for one in early if one),
        *(other_period_proposed(assistance) if paper is Paper.OPINION else ()),
        *_in_one_language(paper, readers, typed),
        *childs_words_told(assistance, paper, readers, typed, by, at),
    )


def _in_one_language(paper: Paper, readers: Sequence[Reader], typed: Typed) -> Iterator[Finding]:
    """What each adult is to read of the author's own words, where it is in another language than theirs."""
    for one in readers:
        if one.party is not None:
            tells = typed.tells.get(one.party.pk, ())
            is_read = paper not in ASKS_FOR_WORDS or WORDS in tells
            read = [Words(typed.words if is_read else {}), Words(typed.views if VIEWS in tells else {})]
            yield from words_are_there_in_both_languages(read, [(one.name, one.languages)])


@change(needs=Verb.FILE, weighs=_paper_findings)
def make_papers(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    assistance: Assistance,
    paper: Paper,
    typed: Typed,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Sequence[Document]]:
    """Makes a document of the order for the court, for each adult whom it names and, at the end, for each
    child whom it is about, at once and in every language, each without what its reader must not see; who gets
    none has a reason (FAO-LETTERS)."""
    still_stands(assistance)
    assistance.case = case
    lines = tuple(_not_sent(assistance, paper, typed, by, at))
    is_recorded = was_recorded(assistance, paper, typed.asks)
    made = _versions(assistance, paper, typed, by, at, draft=False)
    weigh_together(case, made, reasons)
    documents: list[Document] = []
    for kind in dict.fromkeys(one.kind for one in made):
        of_kind = [one for one in made if one.kind == kind]
        documents += _seal(assistance, Paper(kind), of_kind, typed, by, at, reasons)
    open_giving(case=case, by=by, at=at, documents=[one for one in documents if one.child_id])
    if documents and not is_recorded:
        _record(assistance, paper, typed, by, at)
    follow(assistance, by, at)
    readers = len({one.reader for one in documents})
    return Done(
        documents, says("family_paper", document=Word(f"document.{paper}"), count=readers, lines=lines)
    )


def _seal(
    assistance: Assistance, kind: Paper, made: Sequence[Made], typed: Typed, by: Officer, at: datetime,
    reasons: Reasons | None,
) -> Sequence[Document]:  # fmt: skip
    case, court_type = assistance.case, COURT_TYPES.get(kind, OTHER_COURT_TYPE)
    documents = seal_documents(
        case=case,
        by=by,
        at=at,
        kind=kind.value,
        made=made,
        court_type=court_type,
        reasons=reasons,
    )
    version = documents[0].version
    Issued.objects.create(
        assistance=assistance, kind=kind.value, version=version, asks=typed.asks, words=dict(typed.words),
        views=dict(typed.views), by=by, at=at,
        left_out={str(pk): list(keys) for pk, keys in typed.left_out.items() if keys},
        plan=complete_plan(assistance) if kind in SHOWS_THE_PLAN else None,
    )  # fmt: skip
    if all(one.reader != COURT for one in documents) and any(one.party_id for one in documents):
        open_serving(case=case, by=by, at=at, kind=kind.value, version=version)
    return documents


def _not_sent(
    assistance: Assistance, paper: Paper, typed: Typed, by: Officer, at: datetime
) -> Iterator[Said]:
    for one in readers_to_ask(assistance, paper):
        if one.key in typed.without:
            NotSent.objects.create(
                assistance=assistance, kind=paper.value, party=one.party, child=one.child,
                reason=typed.without[one.key], by=by, at=at,
            )  # fmt: skip
            yield says("family_paper_not_for", person=one.name)


def _record(assistance: Assistance, paper: Paper, typed: Typed, by: Officer, at: datetime) -> None:
    """A referral is one as soon as it is written, and so is a review; neither is recorded twice."""
    if paper not in RECORDED:
        return
    written = [one for one in LANGUAGES if typed.words.get(one)]
    language = next((one for one in written if one == by.language), written[0])
    record_work(
        case=assistance.case, by=by, at=at, assistance=assistance, kind=RECORDED[paper], asks=typed.asks,
        on=at.astimezone(LONDON).date(), words=typed.words[language], language=language,
    )  # fmt: skip


@change(needs=Verb.FILE)
def preview_paper(
    *, case: Case, by: Officer, at: datetime, assistance: Assistance, paper: Paper, reader: Reader,
    typed: Typed, language: Language,
) -> Done[Released]:  # fmt: skip
    """Makes a document as it stands, for one reader in one language, through the gate."""
    assistance.case = case
    midnight = at.astimezone(LONDON).replace(hour=0, minute=0, second=0)
    made = _make(assistance, paper, reader, typed, language, by, midnight, draft=True)
    released = release(case, made, basis="preview_of_own_draft", purpose="preview", by=by, at=at)
    return Done(released, None, only_looked=True)


@change(needs=Verb.WORK)
def note_filed(*, case: Case, by: Officer, at: datetime, version: int) -> Done[None]:
    """The court has the report that it directed, unless somebody has recorded that already (FAO-REPORT)."""
    assistance = assistance_of_document(case, Paper.REPORT, version)
    if assistance is not None and not has_reached_the_court(assistance, version):
        record_work(
            case=case, by=by, at=at, assistance=assistance, kind=Worked.REPORTED, version=version,
            on=at.astimezone(LONDON).date(), words="", language="en",
        )  # fmt: skip
    return Done(None, None)
