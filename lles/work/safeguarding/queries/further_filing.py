"""What stands in the way of filing a further letter, and everything its page shows."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date, datetime

from lles.casefile.drafts import is_in_hand
from lles.casefile.models import Case, Document, Officer
from lles.casefile.timeline import LONDON
from lles.law.due import DueDay
from lles.law.findings import Finding, Weight
from lles.law.pathway import Pathway
from lles.work.safeguarding.models import FurtherLetter
from lles.work.safeguarding.queries.claims import answers_to_checks, typed_in_further
from lles.work.safeguarding.queries.filing import Sent, sealed_letter, sent_of
from lles.work.safeguarding.queries.further import FurtherRecord, further_filed, further_record
from lles.work.safeguarding.queries.parts_told import parts_in_further
from lles.work.safeguarding.queries.short_notice import (
    last_told_at,
    news_moments,
    note_due_day,
    short_notice_due_day,
    update_due_day,
)
from lles.work.safeguarding.queries.sign_off import SignOffState, sign_off_findings, sign_off_of
from lles.work.safeguarding.rules.further_facts import FurtherKind
from lles.work.safeguarding.rules.further_filing import FurtherFilingFacts, check_further

DUE_DAYS = {
    FurtherKind.SHORT_NOTICE: short_notice_due_day,
    FurtherKind.NOTE: note_due_day,
    FurtherKind.UPDATE: update_due_day,
}


@dataclass(frozen=True)
class FurtherShown:
    """A further letter as its page shows it."""

    record: FurtherRecord
    due: DueDay
    findings: tuple[Finding, ...]
    sign_off: SignOffState | None
    filed: Sequence[FurtherLetter]
    documents: Sequence[Document]
    news: int
    may_be_written: bool = True
    parts_told: tuple[Finding, ...] = ()

    @property
    def sent(self) -> Sent | None:
        """When the last one was sealed, and when the court had it; None where another is to be written."""
        is_another = self.record.is_written or (self.record.kind is FurtherKind.UPDATE and self.news)
        return None if is_another else sent_of(self.documents)

    @property
    def bars(self) -> tuple[Finding, ...]:
        """What the rules bar."""
        return tuple(finding for finding in self.findings if finding.bars)

    @property
    def bars_so_far(self) -> tuple[Finding, ...]:
        """What the rules bar, but for what is missing of a letter of which nothing is written yet."""
        return self.bars if self.record.is_written or not self.may_be_written else ()

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What asks for a reason."""
        return tuple(finding for finding in self.findings if finding.warns)

    @property
    def notes(self) -> tuple[Finding, ...]:
        """What its author is told, and what holds nothing up."""
        return tuple(finding for finding in self.findings if finding.weight is Weight.NOTES)


def further_filing_findings(case: Case, kind: FurtherKind, today: date) -> tuple[Finding, ...]:
    """Everything the rules have to say before it is filed."""
    return (*further_findings(further_record(case, kind)), *sign_off_findings(case, str(kind), today))


def further_findings(record: FurtherRecord) -> tuple[Finding, ...]:
    """The same, but for the signature."""
    facts = FurtherFilingFacts(
        kind=record.kind,
        pathway=Pathway(record.case.pathway),
        letter_is_filed=sealed_letter(record.case) is not None,
        is_written=bool(record.further and record.further.words.strip()),
        says_whether_advice_changes=bool(record.further and record.further.advice_changes is not None),
        in_one_language=record.in_one_language,
        draft_in_hand=is_in_hand(record.case, str(record.kind)),
        holds_a_mark=record.holds_a_mark,
        typed=tuple(typed_in_further(record.further)),
        answered=answers_to_checks(record.checks),
    )
    return check_further(facts)


def further_shown(
    case: Case, kind: FurtherKind, at: datetime, typed: FurtherLetter | None = None
) -> FurtherShown:
    """The further letter of a kind that is in hand, with those that were filed; with what is `typed` and not
    kept yet, where that is given."""
    record, today = further_record(case, kind), at.astimezone(LONDON).date()
    record = replace(record, further=typed) if typed else record
    documents = (
        case.documents.filter(kind=str(kind)).select_related("party", "filing").order_by("-version", "pk")
    )
    since = last_told_at(case)
    return FurtherShown(
        record=record,
        due=DUE_DAYS[kind](case),
        findings=(*further_findings(record), *sign_off_findings(case, str(kind), today)),
        sign_off=sign_off_of(case, str(kind), today),
        filed=further_filed(case, kind),
        documents=list(documents),
        news=len(news_moments(case, since)) if since else 0,
        parts_told=parts_in_further(record),
        may_be_written=(sealed_letter(case) is not None) == (kind is FurtherKind.UPDATE),
    )


def further_typed(
    typed: Mapping[str, str],
    record: FurtherRecord,
    by: Officer,
    at: datetime,
    *,
    asks: Sequence[str],
    expected: Mapping[str, date],
) -> FurtherLetter:
    """What stands in the form, as a letter that nobody has kept yet."""
    known = record.further
    letter = copy(known) if known else FurtherLetter(case=record.case, kind=record.kind, author=by)
    letter.number, letter.written_at = record.number, known.written_at if known else at
    letter.language = "cy" if typed.get("language_of_text") == "cy" else "en"
    letter.words, letter.other_words = (typed.get(name, "").strip() for name in ("words", "other_words"))
    letter.asks = list(asks)
    letter.expected = {check: day.isoformat() for check, day in expected.items()}
    if record.kind is FurtherKind.UPDATE:
        said = {"yes": True, "no": False}.get(typed.get("advice_changes", ""))
        letter.advice_changes = said
        letter.advice, letter.other_advice = (
            typed.get(name, "").strip() if said else "" for name in ("advice", "other_advice")
        )
    return letter
