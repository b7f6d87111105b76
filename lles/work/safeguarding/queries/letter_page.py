"""Everything the page of the letter shows: its sections, its day, its readers, what is in the way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from lles.casefile.models import Case, Document, Party
from lles.casefile.queries.readers import adults
from lles.casefile.rules.parts_weighed import PARTS
from lles.casefile.timeline import LONDON
from lles.law.bilingual import Text
from lles.law.due import DueDay
from lles.law.findings import Finding
from lles.law.jurisdiction import Nation, officer_title
from lles.law.pathway import Pathway
from lles.work.safeguarding.models import Letter, Withholding
from lles.work.safeguarding.queries.due import letter_due_day
from lles.work.safeguarding.queries.filing import KIND, Sent, filing_facts, letter_of, sent_of
from lles.work.safeguarding.queries.letter_record import LetterRecord, letter_record
from lles.work.safeguarding.queries.outline import SectionShown, outline
from lles.work.safeguarding.queries.parts_told import parts_in_letter
from lles.work.safeguarding.queries.readers import Reader, nations, readers
from lles.work.safeguarding.queries.sign_off import SignOffState, sign_off_findings, sign_off_of
from lles.work.safeguarding.rules import check_letter
from lles.work.safeguarding.rules.letter_content import Content
from lles.work.safeguarding.rules.letter_filing import letter_is_named_by_nation
from lles.work.safeguarding.rules.letter_sections import LATE


@dataclass(frozen=True)
class LetterShown:
    """The letter of a case as its page shows it."""

    title: Text
    letter: Letter | None
    sealed: Letter | None
    record: LetterRecord
    due: DueDay
    findings: tuple[Finding, ...]
    readers: tuple[Reader, ...]
    documents: Sequence[Document]
    belongs: bool
    is_late: bool = False
    sign_off: SignOffState | None = None

    @cached_property
    def sections(self) -> tuple[SectionShown, ...]:
        """The sections of the letter as it stands; why it is late is asked where it is, or was written."""
        return tuple(one for one in outline(self.record) if one.key != LATE or self.is_late or one.words)

    @property
    def sent(self) -> Sent | None:
        """When it was sealed, and when the court had it."""
        return sent_of(self.documents)

    @property
    def withheld(self) -> Sequence[Withholding]:
        """The parties from whom the letter is kept."""
        return self.record.withheld

    @property
    def officers(self) -> tuple[tuple[Text, tuple[str, ...]], ...]:
        """What the law calls the officer, for the children of each nation."""
        by_title: dict[Text, tuple[str, ...]] = {}
        for child in self.record.children:
            title = officer_title(Nation(child.nation))
            by_title[title] = (*by_title.get(title, ()), child.name)
        return tuple(by_title.items())

    def kept_from_reader(self, reader: Reader) -> int:
        """How many of the things that were said are not in the version of a reader."""
        numbers = (one.number for one in self.record.said)
        told = (one for one in numbers if not self.record.decision_on(one).is_left_out)
        return sum(self.record.is_kept_from(one, reader) for one in told)

    @property
    def bars(self) -> tuple[Finding, ...]:
        """What the law bars."""
        return tuple(finding for finding in self.findings if finding.bars)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What asks for a reason."""
        return tuple(finding for finding in self.findings if finding.warns)

    @property
    def parts_told(self) -> tuple[Finding, ...]:
        """What may tell a reader where somebody lives: its author reads it while writing."""
        return tuple(finding for finding in self.findings if finding.provision == PARTS)

    @property
    def notes(self) -> tuple[Finding, ...]:
        """What is only said."""
        return tuple(finding for finding in self.findings if not finding.bars and not finding.warns)

    @property
    def may_get_it(self) -> tuple[Reader, ...]:
        """The parties the letter is not withheld from."""
        return tuple(reader for reader in self.readers if reader.party is not None)


def record_of(case: Case) -> LetterRecord:
    """The record behind the letter that was filed, or the one in hand."""
    return letter_record(case, letter_of(case))


def letter_shown(record: LetterRecord, at: datetime, content: Content | None = None) -> LetterShown:
    """The letter in hand, or the one that was filed, with everything around it; with the content as it is
    being written, where one is given."""
    case, letter = record.case, record.letter
    is_sealed = letter is not None and letter.sealed_at is not None
    record = replace(record, content=content) if content else record
    on = at.astimezone(LONDON).date()
    sign_off = sign_off_of(case, KIND, on)
    signing = sign_off.findings if sign_off else sign_off_findings(case, KIND, on)
    documents = case.documents.filter(kind=KIND).select_related("party", "filing").order_by("pk")
    due = letter_due_day(case)
    return LetterShown(
        title=letter_is_named_by_nation(nations(case)),
        letter=None if is_sealed else letter,
        sealed=letter if is_sealed else None,
        record=record,
        due=due,
        is_late=due.is_late_on(on),
        findings=()
        if is_sealed
        else (*check_letter(filing_facts(record, on)), *parts_in_letter(record), *signing),
        sign_off=sign_off,
        readers=readers(case, record.withheld),
        documents=list(documents) if is_sealed or (letter is not None and letter.version > 1) else [],
        belongs=is_sealed or case.pathway == Pathway.CAP,
    )


def adult_of(case: Case, pk: int) -> Party | None:
    """An adult party of the case; None where there is none of that number."""
    return next((adult for adult in adults(case) if adult.pk == pk), None)
