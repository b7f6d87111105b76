"""What one body is told in writing: frozen facts, the same for both languages."""

from dataclasses import dataclass
from datetime import date, datetime

from lles.law.bilingual import Text


@dataclass(frozen=True)
class TypedWords:
    """Words as somebody typed them, and their language."""

    text: str
    language: str


@dataclass(frozen=True)
class ChildReferred:
    """A child of the case, and whether the danger is about this one."""

    name: str
    born_on: date | None
    age: int | None
    language: str
    in_danger: bool


@dataclass(frozen=True)
class AdultReferred:
    """An adult of the case: what they are to each child, and whether they know of the referral."""

    name: str
    born_on: date | None
    role: str
    relations: tuple[tuple[Text, str], ...]
    language: str
    knows: bool


@dataclass(frozen=True)
class Findable:
    """Where one person can be found, as an officer chose to tell: what kind of detail, and its lines."""

    name: str
    kind: Text
    lines: tuple[str, ...]
    protected: bool


@dataclass(frozen=True)
class ReferralFacts:
    """Everything that a body needs to act, and nothing else."""

    receipt: str
    kind: str
    body: Text
    service: Text
    office: Text
    phone: str
    reference: str
    court: Text
    court_number: str
    seen_at: datetime
    seen_in: Text
    teller: str
    learnt: TypedWords
    harm: tuple[Text, ...]
    children_safe: Text
    adults_safe: Text
    safety: TypedWords
    children: tuple[ChildReferred, ...]
    adults: tuple[AdultReferred, ...]
    findable: tuple[Findable, ...]
    why_told: TypedWords
    phoned_at: datetime | None
    phoned_whom: str
    next_hearing: datetime | None
    author: str
    job: Text
    made_at: datetime
