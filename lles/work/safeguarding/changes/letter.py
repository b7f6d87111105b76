"""The letter: written, withheld from a party with a second person's signature, and filed once, sealed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from lles.casefile.access import Verb, may
from lles.casefile.changes.door import Done, NotAllowed, Reasons, Stale, change
from lles.casefile.changes.filing import seal_documents
from lles.casefile.changes.serving import follow_serving
from lles.casefile.models import Case, Document, Officer, Party
from lles.casefile.timeline import says
from lles.law.findings import Finding
from lles.work.safeguarding.changes.preview import versions
from lles.work.safeguarding.changes.waiting import end_sign_off
from lles.work.safeguarding.models import Letter, Withholding
from lles.work.safeguarding.queries.filing import KIND, current_letter, filing_facts
from lles.work.safeguarding.queries.sign_off import sign_off_findings
from lles.work.safeguarding.rules import check_letter

COURT_TYPE = "Safeguarding_Letter"


@change(needs=Verb.WORK)
def write_letter(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    analysis: str,
    language: str,
    advice: Sequence[Mapping[str, str]],
    set_aside: Mapping[str, str] = MappingProxyType({}),
    next_steps: Sequence[str] = (),
    seen_revision: int | None = None,
) -> Done[Letter]:
    """Keeps what the author adds to the record; two writers never overwrite each other unseen."""
    letter = _letter_in_hand(case, by, at)
    if seen_revision is not None and seen_revision != letter.revision:
        raise Stale(f"the letter is at revision {letter.revision}, not {seen_revision}")
    letter.analysis, letter.language, letter.advice = analysis, language, [dict(item) for item in advice]
    letter.set_aside = dict(set_aside)
    letter.next_steps, letter.author, letter.written_at = list(next_steps), by, at
    letter.revision += 1
    letter.save()
    return Done(letter, says("letter_written", revision=letter.revision))


def _letter_in_hand(case: Case, by: Officer, at: datetime) -> Letter:
    known = current_letter(case)
    if known is not None:
        return known
    version = Letter.objects.filter(case=case).count() + 1
    return Letter.objects.create(case=case, version=version, author=by, written_at=at)


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
    held.delete()
    follow_serving(case=case, by=by, at=at, kind=KIND)
    return Done(None, says("withholding_ended", person=party.name))


def _filing_findings(*, case: Case, at: datetime, **_: object) -> tuple[Finding, ...]:
    return (*check_letter(filing_facts(case, at.date())), *sign_off_findings(case, KIND, at.date()))


@change(needs=Verb.WORK, weighs=_filing_findings)
def file_letter(
    *, case: Case, by: Officer, at: datetime, reasons: Reasons | None = None, seen: int | None = None
) -> Done[Sequence[Document]]:
    """Seals the letter in every version for its readers and sends the court's on its way; later news is an
    update."""
    letter = _letter_in_hand(case, by, at)
    late_reason = (reasons or {}).get("SG-LETTER-DUE", "")
    made = versions(case, by, at, draft=False, late_reason=late_reason)
    documents = seal_documents(case=case, by=by, at=at, kind=KIND, made=made, court_type=COURT_TYPE)
    Letter.objects.filter(pk=letter.pk).update(sealed_at=at, author=by)
    end_sign_off(case, KIND, at, "filed")
    return Done(documents, says("letter_filed", version=letter.version))
