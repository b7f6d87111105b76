"""A further letter to the court: written, kept from a party, previewed, filed once and sealed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Reasons, Stale, change
from lles.casefile.changes.filing import seal_documents, was_weighed
from lles.casefile.documents import COURT, Made
from lles.casefile.gate import Refusal, part_findings, refusals_of_every
from lles.casefile.models import Case, Document, Officer, Party
from lles.casefile.once import reading
from lles.casefile.timeline import LONDON, Word, says
from lles.law.bilingual import Text
from lles.law.findings import Finding
from lles.links.pdf_reader import places
from lles.work.safeguarding.changes.preview import Previewed, let_out
from lles.work.safeguarding.changes.typed_details import further_without_details
from lles.work.safeguarding.changes.waiting import end_sign_off
from lles.work.safeguarding.documents.further import make_further
from lles.work.safeguarding.models import FurtherLetter, FurtherWithholding
from lles.work.safeguarding.queries.further import further_facts, further_in_hand, further_record
from lles.work.safeguarding.queries.further_filing import further_filing_findings
from lles.work.safeguarding.queries.letter import author_of
from lles.work.safeguarding.queries.parts_told import sentences_refused
from lles.work.safeguarding.rules.further_facts import COURT_TYPES, FurtherKind
from lles.work.safeguarding.rules.further_filing import short_notice_letter_is_one_page

PAGE = "page "


@dataclass(frozen=True)
class FurtherKept:
    """A further letter as it was kept, and the marks that were put in place of protected details."""

    further: FurtherLetter
    marks: tuple[str, ...]


@change(needs=Verb.WORK)
def write_further(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    kind: FurtherKind,
    words: str,
    language: str,
    asks: Sequence[str] = (),
    expected: Mapping[str, date] = MappingProxyType({}),
    advice_changes: bool | None = None,
    advice: str = "",
    other_words: str = "",
    other_advice: str = "",
    seen: int | None = None,
    seen_revision: int | None = None,
) -> Done[FurtherKept]:
    """Keeps what its author adds to the record; two writers never overwrite each other unseen. A protected
    detail that was typed becomes a mark."""
    further = _in_hand(case, kind, by, at)
    if seen_revision is not None and seen_revision != further.revision:
        raise Stale(f"the {kind} is at revision {further.revision}, not {seen_revision}")
    further.words, further.other_words, further.advice, further.other_advice = (
        words, other_words, advice, other_advice,
    )  # fmt: skip
    further.language, further.asks = language, list(asks)
    marks = further_without_details(case, further)
    further.expected = {check: day.isoformat() for check, day in expected.items()}
    further.advice_changes = advice_changes
    further.author, further.written_at, further.revision = by, at, further.revision + 1
    further.save()
    document = Word(f"document.{kind}")
    kept = FurtherKept(further, marks)
    return Done(kept, says("further_written", document=document, revision=further.revision))


def _in_hand(case: Case, kind: FurtherKind, by: Officer, at: datetime) -> FurtherLetter:
    known = further_in_hand(case, kind)
    if known is not None:
        return known
    number = FurtherLetter.objects.filter(case=case, kind=kind).count() + 1
    return FurtherLetter.objects.create(case=case, kind=kind, number=number, author=by, written_at=at)


@change(needs=Verb.WORK)
def withhold_further(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    party: Party,
    reason: str,
    language: str,
    seen: int | None = None,
) -> Done[FurtherWithholding]:
    """Keeps an update, and every later one, from a party who was given the letter."""
    further = _in_hand(case, FurtherKind.UPDATE, by, at)
    defaults = {"reason": reason, "language": language, "by": by, "at": at}
    held, _ = FurtherWithholding.objects.update_or_create(further=further, party=party, defaults=defaults)
    document = Word(f"document.{FurtherKind.UPDATE}")
    return Done(held, says("further_withheld", document=document, person=party.name))


@change(needs=Verb.WORK)
def end_further_withholding(*, case: Case, by: Officer, at: datetime, party: Party) -> Done[None]:
    """Lets a party have the update that is being written after all."""
    further = further_in_hand(case, FurtherKind.UPDATE)
    ended, _rows = FurtherWithholding.objects.filter(further=further, party=party).delete()
    return Done(None, says("withholding_ended", person=party.name) if ended else None)


@reading()
def further_versions(
    case: Case,
    kind: FurtherKind,
    by: Officer,
    at: datetime,
    *,
    draft: bool,
    reader: str = "",
    language: str = "",
    typed: FurtherLetter | None = None,
) -> tuple[Made, ...]:
    """It in every version: each reader, each of that reader's languages, from the same facts; with what is
    `typed` and not kept yet, where that is given."""
    record = further_record(case, kind)
    record = replace(record, further=typed) if typed else record
    author = author_of(case, record.further, by)
    made_at = at.replace(hour=0, minute=0, second=0) if draft else at
    return tuple(
        make_further(facts, one.name, said, made_at)
        for one in record.readers
        if reader in ("", one.name)
        for facts in (further_facts(record, one, author, at, draft=draft),)
        for said in one.languages
        if language in ("", said)
    )


def refused_further(
    case: Case, by: Officer, at: datetime, kind: FurtherKind, typed: FurtherLetter | None = None
) -> tuple[Refusal, ...]:
    """What the gate refuses of it in the bytes of every version, with place and reason."""
    return refusals_of_every(case, further_versions(case, kind, by, at, draft=True, typed=typed))


@dataclass(frozen=True)
class WordsRefused:
    """Words of the author that may not reach a reader: who, where they stand, why, and the box in which that
    is put right."""

    reader: str
    section: Text
    reason: Text
    put_right: str


def refused_words(
    case: Case, kind: FurtherKind, typed: FurtherLetter | None = None
) -> tuple[WordsRefused, ...]:
    """The sentences in which stands what the gate refuses; with what is `typed` and not kept yet."""
    record = further_record(case, kind)
    told = sentences_refused(replace(record, further=typed) if typed else record)
    return tuple(
        WordsRefused(one.reader, one.section, Refusal(one.reader, "", "", one.kind).reason, one.put_right)
        for one in told
    )


@change(needs=Verb.WORK)
def preview_further(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    kind: FurtherKind,
    reader: str = "",
    language: str = "",
    typed: FurtherLetter | None = None,
) -> Done[Previewed]:
    """Makes it as it stands, or as it is being written, through the gate; what the gate refuses is told on
    the timeline."""
    if typed:
        further_without_details(case, typed)
    made = further_versions(case, kind, by, at, draft=True, reader=reader, language=language, typed=typed)
    released, refusals = let_out(case, by, at, made)
    if not refusals:
        return Done(Previewed(released, ()), None, only_looked=True)
    lines = tuple(refusal.said() for refusal in refusals)
    entry = says("further_stopped", document=Word(f"document.{kind}"), refusals=lines)
    told = case.entries.filter(kind=entry.kind, by=by, facts=entry.as_data()).exists()
    return Done(Previewed(released, refusals), None if told else entry, only_looked=told)


def findings_before_filing(
    *, case: Case, by: Officer, at: datetime, kind: FurtherKind, **_: object
) -> tuple[Finding, ...]:
    """What the rules have to say: of the record, of the signature, of the length, and of what the versions
    may tell of where somebody lives."""
    every = further_versions(case, kind, by, at, draft=True)
    too_long = None
    if kind is FurtherKind.SHORT_NOTICE:
        pages = _pages([one for one in every if one.reader == COURT])
        too_long = short_notice_letter_is_one_page(kind, pages, at.astimezone(LONDON).date())
    found = (
        *further_filing_findings(case, kind, at.astimezone(LONDON).date()),
        *([too_long] if too_long else []),
    )
    return (*found, *part_findings(case, every))


def _pages(made: Sequence[Made]) -> int:
    return max(
        len({place.name for place in places(one.content) if place.name.startswith(PAGE)}) for one in made
    )


@change(needs=Verb.FILE, weighs=findings_before_filing)
def file_further(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    kind: FurtherKind,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Sequence[Document]]:
    """Seals it in every version for its readers and sends the court's on its way."""
    further = _in_hand(case, kind, by, at)
    made = further_versions(case, kind, by, at, draft=False)
    documents = seal_documents(
        case=case,
        by=by,
        at=at,
        kind=str(kind),
        made=made,
        court_type=COURT_TYPES[kind],
        weighed=was_weighed(reasons),
    )
    FurtherLetter.objects.filter(pk=further.pk).update(sealed_at=at, author=by)
    end_sign_off(case, str(kind), at, "filed")
    entry = says("further_filed", document=Word(f"document.{kind}"), number=further.number)
    return Done(documents, entry)
