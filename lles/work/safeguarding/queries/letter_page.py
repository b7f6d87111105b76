"""Everything the page of the letter shows: the record behind it, its day, its readers, what is in the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import prefetch_related_objects

from lles.casefile.models import Case, Document, Officer, Party
from lles.casefile.queries.readers import adults
from lles.casefile.timeline import LONDON
from lles.law.bilingual import Text
from lles.law.due import DueDay
from lles.law.findings import Finding
from lles.law.pathway import Pathway
from lles.work.safeguarding.models import Letter, Withholding
from lles.work.safeguarding.queries.due import letter_due_day
from lles.work.safeguarding.queries.filing import KIND, current_letter, filing_facts, sealed_letter
from lles.work.safeguarding.queries.letter import author_of, letter_facts
from lles.work.safeguarding.queries.readers import Reader, nations, readers, withholdings
from lles.work.safeguarding.queries.sign_off import SignOffState, sign_off_of
from lles.work.safeguarding.rules import check_letter
from lles.work.safeguarding.rules.letter_facts import LetterFacts
from lles.work.safeguarding.rules.letter_filing import letter_is_named_by_nation


@dataclass(frozen=True)
class LetterShown:
    """The letter of a case as its page shows it."""

    title: Text
    letter: Letter | None
    sealed: Letter | None
    facts: LetterFacts
    due: DueDay
    findings: tuple[Finding, ...]
    readers: tuple[Reader, ...]
    withheld: Sequence[Withholding]
    documents: Sequence[Document]
    belongs: bool
    sign_off: SignOffState | None = None

    @property
    def bars(self) -> tuple[Finding, ...]:
        """What the law bars."""
        return tuple(finding for finding in self.findings if finding.bars)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What asks for a reason."""
        return tuple(finding for finding in self.findings if finding.warns)

    @property
    def notes(self) -> tuple[Finding, ...]:
        """What is only said."""
        return tuple(finding for finding in self.findings if not finding.bars and not finding.warns)

    @property
    def may_get_it(self) -> tuple[Reader, ...]:
        """The parties the letter is not withheld from."""
        return tuple(reader for reader in self.readers if reader.party is not None)


def letter_shown(case: Case, officer: Officer, at: datetime) -> LetterShown:
    """The letter in hand, or the one that was filed, with everything around it."""
    prefetch_related_objects([case], "children", "parties", "hearings")
    letter, sealed = current_letter(case), sealed_letter(case)
    shown = letter or sealed
    for_readers = readers(case, shown)
    today = at.astimezone(LONDON).date()
    sign_off = sign_off_of(case, KIND, today)
    documents = case.documents.filter(kind=KIND).select_related("party", "filing").order_by("pk")
    return LetterShown(
        title=letter_is_named_by_nation(nations(case)),
        letter=letter,
        sealed=sealed,
        facts=letter_facts(case, shown, for_readers[0], author_of(case, shown, officer), at, draft=True),
        due=letter_due_day(case),
        findings=(*check_letter(filing_facts(case, today)), *(sign_off.findings if sign_off else ()))
        if sealed is None
        else (),
        sign_off=sign_off,
        readers=for_readers,
        withheld=withholdings(shown),
        documents=list(documents) if sealed else [],
        belongs=sealed is not None or case.pathway == Pathway.CAP,
    )


def adult_of(case: Case, pk: int) -> Party | None:
    """An adult party of the case; None where there is none of that number."""
    return next((adult for adult in adults(case) if adult.pk == pk), None)
