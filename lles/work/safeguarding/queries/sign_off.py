"""How it stands with the second person's signature under a document: why it is needed, whether it holds."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lles.casefile.drafts import is_in_hand
from lles.casefile.models import AbuseRaised, Case, Draft, Officer, Task
from lles.casefile.once import once
from lles.casefile.queries.restriction import who_decides
from lles.casefile.queries.work import checks_of, latest_answer
from lles.law.bilingual import Text
from lles.law.due import DueDay
from lles.law.findings import Finding
from lles.work.safeguarding.models import FurtherLetter, Letter, SignOff
from lles.work.safeguarding.queries.due import letter_due_day
from lles.work.safeguarding.queries.filing import KIND, current_letter, letter_of
from lles.work.safeguarding.queries.further import (
    further_facts,
    further_in_hand,
    further_record,
    kept_from_parties,
)
from lles.work.safeguarding.queries.letter import letter_facts
from lles.work.safeguarding.queries.letter_record import content_of, letter_record
from lles.work.safeguarding.queries.parts_told import parts_told
from lles.work.safeguarding.queries.readers import readers
from lles.work.safeguarding.queries.short_notice import note_due_day, short_notice_due_day, update_due_day
from lles.work.safeguarding.queries.writing import DRAFT
from lles.work.safeguarding.rules.further_facts import FurtherKind
from lles.work.safeguarding.rules.letter_facts import Author
from lles.work.safeguarding.rules.letter_writing import typed_words_are_kept_before_anybody_signs
from lles.work.safeguarding.rules.sign_off import (
    Risk,
    Signature,
    letter_with_risk_is_signed_by_a_second_person,
    reasons_to_sign,
    signature_stands,
)

HANDS = frozenset(
    {
        "letter_written",
        "withheld",
        "withholding_ended",
        "further_written",
        "further_withheld",
        "sign_off_asked",
        "sign_off_asked_of",
    }
)
DRAFTS = frozenset({DRAFT, *FurtherKind})
DUE: Mapping[str, Callable[[Case], DueDay]] = {
    KIND: letter_due_day,
    FurtherKind.SHORT_NOTICE: short_notice_due_day,
    FurtherKind.NOTE: note_due_day,
    FurtherKind.UPDATE: update_due_day,
}
REFERRALS = "urgent_referral."
OF_NO_ABUSE = frozenset({"urgency"})


@dataclass(frozen=True)
class InHand:
    """A document that is being written: what it is, which of its kind, and who writes it."""

    kind: str
    row: Letter | FurtherLetter

    @property
    def number(self) -> int:
        """Which of its kind it is."""
        return self.row.version if isinstance(self.row, Letter) else self.row.number


@dataclass(frozen=True)
class SignOffState:
    """The signature under one document: why it is needed, how it stands, and each step that was taken."""

    in_hand: InHand
    reasons: Sequence[Text]
    signature: Signature
    steps: Sequence[SignOff]
    finding: Finding | None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rule has to say before it is filed."""
        return (self.finding,) if self.finding else ()

    @property
    def is_needed(self) -> bool:
        """Whether a second person has to sign."""
        return bool(self.reasons)

    @property
    def reasons_given(self) -> Mapping[str, str]:
        """Why it is to be filed as it is, as was said when the signature was last asked for."""
        asked = [one for one in self.steps if one.step == SignOff.ASKED]
        return asked[-1].reasons if asked else {}

    @property
    def last(self) -> SignOff | None:
        """The last step that was taken."""
        return self.steps[-1] if self.steps else None


def in_hand(case: Case, kind: str) -> InHand | None:
    """The document of a kind that is being written; None where there is none."""
    row = current_letter(case) if kind == KIND else further_in_hand(case, FurtherKind(kind))
    return InHand(kind, row) if row else None


@once
def sign_off_of(case: Case, kind: str, on: date) -> SignOffState | None:
    """How it stands with the signature under a document in hand; None where nothing is being written."""
    writing = in_hand(case, kind)
    if writing is None:
        return None
    risk = risk_of(case, kind)
    steps = steps_of(case, kind, writing.number)
    signature = _signature(case, writing, steps)
    finding = letter_with_risk_is_signed_by_a_second_person(risk, signature, on)
    return SignOffState(writing, reasons_to_sign(risk, on), signature, steps, finding)


def sign_off_findings(case: Case, kind: str, on: date) -> tuple[Finding, ...]:
    """What the rule has to say before a document is filed; where nothing was written, what risk there is
    speaks."""
    state = sign_off_of(case, kind, on)
    if state is not None:
        return state.findings
    finding = letter_with_risk_is_signed_by_a_second_person(risk_of(case, kind), Signature.NOT_ASKED, on)
    return (finding,) if finding else ()


def steps_of(case: Case, kind: str, number: int) -> Sequence[SignOff]:
    """Each step towards the signature under one document, the first first."""
    steps = SignOff.objects.filter(case=case, kind=kind, number=number)
    return list(steps.select_related("by", "asked_of").order_by("pk"))


def _signature(case: Case, writing: InHand, steps: Sequence[SignOff]) -> Signature:
    if not steps:
        return Signature.NOT_ASKED
    last = steps[-1]
    now = fingerprint_of(case, writing) if last.step == SignOff.SIGNED else ""
    return signature_stands(Signature(last.step), last.fingerprint, now)


@once
def risk_of(case: Case, kind: str) -> Risk:
    """What the record holds, and a document of a kind says, that calls for a second person."""
    answers = (latest_answer(check) for check in checks_of(case))
    decided = content_of(letter_of(case)).concerns.values()
    return Risk(
        is_withheld=bool(kept_from_parties(case)) or any(one.kept_from for one in decided),
        danger_now=Task.objects.filter(case=case, kind__startswith=REFERRALS)
        .exclude(outcome="no_danger_seen")
        .exists(),
        answers=frozenset(
            fact.outcome for answer in answers if answer is not None for fact in answer.facts.all()
        ),
        abuse_is_raised=bool(set(case.harm_signals) - OF_NO_ABUSE)
        or AbuseRaised.objects.filter(case=case).exists()
        or case.concerns.filter(topic="allegations", conversation__wrong=None).exists(),
        tells_a_part=bool(parts_told(case, kind)),
    )


def fingerprint_of(case: Case, writing: InHand) -> str:
    """What every reader would be told, in one number: it changes with any word and any fact, but not with the
    day of filing."""
    row = writing.row
    said = (
        _letter_says(case, row)
        if isinstance(row, Letter)
        else _further_says(case, FurtherKind(row.kind), row)
    )
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def _letter_says(case: Case, letter: Letter) -> Sequence[str]:
    nobody = Author("", Text(en="", cy=""))
    record = letter_record(case, letter)
    facts = (
        (one, letter_facts(record, one, letter.author, letter.written_at, draft=True))
        for one in readers(case, record.withheld)
    )
    return [f"{one.name} {one.languages} {replace(told, author=nobody)!r}" for one, told in facts]


def _further_says(case: Case, kind: FurtherKind, row: FurtherLetter) -> Sequence[str]:
    record, nobody = further_record(case, kind), Author("", Text(en="", cy=""))
    facts = (
        (one, further_facts(record, one, row.author, row.written_at, draft=True)) for one in record.readers
    )
    return [f"{one.name} {one.languages} {replace(told, author=nobody)!r}" for one, told in facts]


def unkept_words(case: Case, kind: str) -> tuple[Finding, ...]:
    """What the rule has to say of words of a document that are saved and not kept yet."""
    return typed_words_are_kept_before_anybody_signs(is_in_hand(case, DRAFT if kind == KIND else kind))


def had_a_hand_in_it(case: Case, officer: Officer) -> bool:
    """Whether somebody wrote in it, decided what is kept from whom, asked for the signature, or has the
    case."""
    if case.officer_id == officer.pk:
        return True
    wrote = case.entries.filter(kind__in=HANDS, by=officer).exists()
    return wrote or Draft.objects.filter(case=case, kind__in=DRAFTS, by=officer).exists()


def may_sign(case: Case, by: Officer) -> Sequence[Officer]:
    """Who may sign as a second person: whoever approves in this case and had no hand in it, and is not the
    one who asks."""
    approve = [one for one in who_decides(case) if one.pk not in (by.pk, case.officer_id)]
    wrote = set(case.entries.filter(kind__in=HANDS).values_list("by", flat=True))
    wrote |= set(Draft.objects.filter(case=case, kind__in=DRAFTS).values_list("by", flat=True))
    return [one for one in approve if one.pk not in wrote]


def sign_by(task: Task) -> DueDay | None:
    """The day by which somebody signs, or changes what was sent back: that of the document it is about."""
    asked = SignOff.objects.filter(pk=int(task.subject or 0)).select_related("case").first()
    return DUE[asked.kind](asked.case) if asked else None


def asked_of(case: Case, pk: int) -> SignOff | None:
    """The request for a signature of a number, in this case."""
    asked = SignOff.objects.filter(case=case, pk=pk, step=SignOff.ASKED)
    return asked.select_related("by", "asked_of").first()


def is_still_asked(case: Case, asked: SignOff) -> bool:
    """Whether this request is the last step, and its document is still being written."""
    writing = in_hand(case, asked.kind)
    if writing is None or writing.number != asked.number:
        return False
    steps = steps_of(case, asked.kind, asked.number)
    return bool(steps) and steps[-1].pk == asked.pk
