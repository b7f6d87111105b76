"""The letter: written, withheld from a party with a second person's signature, and filed once, sealed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from lles.casefile.access import Verb, may
from lles.casefile.changes.door import Done, NotAllowed, Reasons, Stale, change
from lles.casefile.changes.filing import seal_documents, was_weighed
from lles.casefile.changes.serving import follow_serving
from lles.casefile.gate import part_findings
from lles.casefile.models import Case, CheckAnswer, Document, Officer, Party
from lles.casefile.register import Occasion
from lles.casefile.timeline import LONDON, says
from lles.law.findings import Finding
from lles.work.safeguarding.changes.preview import versions
from lles.work.safeguarding.changes.typed_details import reasons_without_details, without_details
from lles.work.safeguarding.changes.waiting import end_sign_off
from lles.work.safeguarding.models import Letter, Withholding
from lles.work.safeguarding.queries.filing import (
    KIND,
    current_letter,
    filing_facts,
    last_sealed,
    letter_of,
    sealed_letter,
)
from lles.work.safeguarding.queries.letter_record import content_of, letter_record
from lles.work.safeguarding.queries.readers import withholdings
from lles.work.safeguarding.queries.sign_off import sign_off_findings
from lles.work.safeguarding.rules import check_letter
from lles.work.safeguarding.rules.letter_content import (
    Content,
    concerns_as_data,
    with_what_was_seen,
    words_as_data,
)
from lles.work.safeguarding.rules.letter_filing import filed_letter_is_not_changed

COURT_TYPE = "Safeguarding_Letter"
WHAT_IT_SAYS = ("language", "words", "concerns", "advice", "set_aside", "next_steps")


@dataclass(frozen=True)
class LetterKept:
    """The letter as it was kept, and the marks that were put in place of protected details."""

    letter: Letter
    marks: tuple[str, ...]


def _writing_findings(*, case: Case, **_: object) -> tuple[Finding, ...]:
    barred = filed_letter_is_not_changed(sealed_letter(case) is not None)
    return (barred,) if barred else ()


@change(needs=Verb.WORK, weighs=_writing_findings)
def write_letter(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    content: Content,
    looked_again: Collection[str] = (),
    answers_seen: int | None = None,
    set_aside: Mapping[str, object] = MappingProxyType({}),
    seen_revision: int | None = None,
) -> Done[LetterKept]:
    """Keeps what the author adds to the record; two writers never overwrite each other unseen. A protected
    detail that was typed becomes a mark. What was written or looked at again knows the answers of now."""
    letter = _letter_in_hand(case, by, at)
    if seen_revision is not None and seen_revision != letter.revision:
        raise Stale(f"the letter is at revision {letter.revision}, not {seen_revision}")
    content, marks = without_details(case, content)
    reasons, more = reasons_without_details(case, set_aside, content.language)
    marks = tuple(dict.fromkeys((*marks, *more)))
    content = with_what_was_seen(content, content_of(letter), _answers(case, answers_seen), looked_again)
    letter.words = words_as_data(content)
    letter.concerns = concerns_as_data(content.concerns)
    letter.language, letter.advice = content.language, [one.as_data() for one in content.options]
    letter.set_aside = reasons
    letter.next_steps, letter.author, letter.written_at = list(content.next_steps), by, at
    letter.revision += 1
    letter.save()
    return Done(LetterKept(letter, marks), says("letter_written", revision=letter.revision))


def _answers(case: Case, up_to: int | None) -> frozenset[int]:
    """The answers that stood, or those that the author can have seen."""
    answers = CheckAnswer.objects.filter(asked__case=case)
    answers = answers if up_to is None else answers.filter(pk__lte=up_to)
    return frozenset(answers.values_list("pk", flat=True))


def _letter_in_hand(case: Case, by: Officer, at: datetime) -> Letter:
    """What is decided after a sealing begins with all that the sealed letter says and keeps from anybody."""
    known = current_letter(case)
    if known is not None:
        return known
    filed = last_sealed(case)
    version = Letter.objects.filter(case=case).count() + 1
    said = {name: getattr(filed, name) for name in WHAT_IT_SAYS} if filed else {}
    letter = Letter.objects.create(case=case, version=version, author=by, written_at=at, **said)
    for held in withholdings(filed):
        Withholding.objects.create(
            letter=letter, party=held.party, reason=held.reason, signed_by=held.signed_by, at=held.at
        )
    return letter


def begin_anew(occasion: Occasion) -> None:
    """The letter was withdrawn on its way to the court: one with all that it said is in hand."""
    if occasion.about["kind"] == KIND:
        _letter_in_hand(occasion.case, occasion.by, occasion.at)


@change(needs=Verb.WORK)
def withhold(
    *, case: Case, by: Officer, at: datetime, party: Party, reason: str, seen: int | None = None
) -> Done[Withholding]:
    """Keeps the letter from one party, with the reason; it holds once a second person has signed."""
    letter = _letter_in_hand(case, by, at)
    defaults = {"reason": reason, "signed_by": None, "at": at}
    held, _ = Withholding.objects.update_or_create(letter=letter, party=party, defaults=defaults)
    follow_serving(case=case, by=by, at=at, kind=KIND)
    return Done(held, says("withheld", person=party.name))


@change(needs=Verb.WORK)
def end_withholding(*, case: Case, by: Officer, at: datetime, party: Party) -> Done[None]:
    """Lets a party have the letter after all; what was signed for, only somebody who may sign takes back."""
    held = Withholding.objects.filter(letter=_letter_in_hand(case, by, at), party=party)
    if held.exclude(signed_by=None).exists() and not may(by, Verb.APPROVE, case):
        raise NotAllowed(f"{by} may not end what was signed")
    ended, _rows = held.delete()
    follow_serving(case=case, by=by, at=at, kind=KIND)
    return Done(None, says("withholding_ended", person=party.name) if ended else None)


def _filing_findings(*, case: Case, by: Officer, at: datetime, **_: object) -> tuple[Finding, ...]:
    record = letter_record(case, letter_of(case))
    on = at.astimezone(LONDON).date()
    found = (*check_letter(filing_facts(record, on)), *sign_off_findings(case, KIND, on))
    if any(one.bars for one in found):
        return found
    return (*found, *part_findings(case, versions(case, by, at, draft=True)))


@change(needs=Verb.FILE, weighs=_filing_findings)
def file_letter(
    *, case: Case, by: Officer, at: datetime, reasons: Reasons | None = None, seen: int | None = None
) -> Done[Sequence[Document]]:
    """Seals the letter in every version for its readers and sends the court's on its way; later news is an
    update. The reasons stay on the file: nothing is printed that was not there to be signed."""
    letter = _letter_in_hand(case, by, at)
    made = versions(case, by, at, draft=False)
    documents = seal_documents(
        case=case,
        by=by,
        at=at,
        kind=KIND,
        made=made,
        court_type=COURT_TYPE,
        weighed=was_weighed(reasons),
    )
    Letter.objects.filter(pk=letter.pk).update(sealed_at=at, author=by)
    end_sign_off(case, KIND, at, "filed")
    return Done(documents, says("letter_filed", version=letter.version))
