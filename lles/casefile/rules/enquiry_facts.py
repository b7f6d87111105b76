"""What one body is asked in writing about one adult: frozen facts, the same for both languages."""

from dataclasses import dataclass
from datetime import date, datetime

from lles.law.bilingual import Text


@dataclass(frozen=True)
class HomeTold:
    """A home of the person, as an officer chose to tell it: of now or an earlier one, protected or not."""

    lines: tuple[str, ...]
    is_current: bool
    protected: bool


@dataclass(frozen=True)
class ChildNamed:
    """A child of the case, by name, birth and the names the child had before."""

    name: str
    born_on: date | None
    former_names: str = ""


@dataclass(frozen=True)
class EnquiryFacts:
    """Everything that a body needs to search its records and to answer, and nothing else."""

    kind: str
    is_enhanced: bool
    body: Text
    service: Text
    office: Text
    phone: str
    in_wales: bool
    reference: str
    court: Text
    court_number: str
    hearing_on: date | None
    name: str
    former_names: str
    born_on: date | None
    is_party: bool
    basis: str
    basis_on: date | None
    basis_words: str
    homes: tuple[HomeTold, ...]
    children: tuple[ChildNamed, ...]
    oldest_born_on: date | None
    reply_by: date | None
    author: str
    job: Text
    made_at: datetime
