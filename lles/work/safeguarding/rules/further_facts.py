"""Everything that a further letter to the court says, as frozen facts made for one reader: at short notice,
as a note of what is missing, or as an update to the filed letter."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lles.law.bilingual import Text
from lles.law.jurisdiction import Nation
from lles.work.safeguarding.rules.letter_facts import (
    AdultInLetter,
    Author,
    ChildInLetter,
    ConcernRaised,
    Enquiry,
    FirstHearing,
    Service,
    Spoken,
    Typed,
    WithheldFrom,
)


class FurtherKind(StrEnum):
    """What a further letter is."""

    SHORT_NOTICE = "short_notice_letter"
    NOTE = "note_to_court"
    UPDATE = "letter_update"


COURT_TYPES = {
    FurtherKind.SHORT_NOTICE: "Safeguarding_Letter_Shorter_Template",
    FurtherKind.NOTE: "Correspondence",
    FurtherKind.UPDATE: "Safeguarding_Letter_Update",
}


@dataclass(frozen=True)
class FurtherFacts:
    """A further letter, in neither language yet. `reader` is a party by name, empty for the court; an update
    holds only what is new, the others what is known so far."""

    kind: FurtherKind
    number: int
    title: Text
    service: Service
    court: Text
    court_number: str
    reference: str
    hearing: FirstHearing
    children: tuple[ChildInLetter, ...]
    adults: tuple[AdultInLetter, ...]
    author: Author
    made_on: date
    answered: tuple[Enquiry, ...] = ()
    outstanding: tuple[Enquiry, ...] = ()
    conversations: tuple[Spoken, ...] = ()
    concerns: tuple[ConcernRaised, ...] = ()
    done: tuple[Text, ...] = ()
    words: Typed | None = None
    asks: tuple[str, ...] = ()
    letter_due_on: date | None = None
    letter_filed_on: date | None = None
    advice_changes: bool | None = None
    advice: Typed | None = None
    withheld: tuple[WithheldFrom, ...] = ()
    reader: str = ""
    draft: bool = False

    @property
    def is_for_the_court(self) -> bool:
        """True for the version that the court reads."""
        return not self.reader

    @property
    def nations(self) -> frozenset[Nation]:
        """The nations of the children."""
        return frozenset(child.nation for child in self.children)
