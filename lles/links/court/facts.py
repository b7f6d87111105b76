"""What an answer of the courts' services says, as frozen facts in our own words.

Somebody who keys an application says it in the same words, and with them the language a person chose,
that a person is in a refuge, and in which nation a child lives, which no answer of the courts says.

Where things lie is held by `address`, `earlier_addresses`, `email`, `phone`, `landline`, `copies`,
`copies_of_nobody`, `lives_with_address`, `raw` and the `text` of a warning, and by nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal

Service = Literal["private", "public"]
Role = Literal["applicant", "respondent", "other"]
Known = Literal["yes", "no", "unknown"]


@dataclass(frozen=True)
class FeedWarning:
    """Something that was not understood: `code` has its words in feed_warnings.toml, `text` is what came."""

    code: str
    path: str
    text: str = field(default="", repr=False)


@dataclass(frozen=True)
class CourtAddress:
    """An address as the court wrote it."""

    lines: tuple[str, ...] = ()
    town: str = ""
    county: str = ""
    country: str = ""
    postcode: str = ""

    def in_one_line(self) -> str:
        """Say the whole address in one line."""
        parts = (*self.lines, self.town, self.county, self.postcode, self.country)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class LocationCopy:
    """A contact detail that the payload repeats away from its party; kind is address, email or phone."""

    kind: Literal["address", "email", "phone"]
    value: str
    address: CourtAddress | None = None


@dataclass(frozen=True)
class CourtChild:
    """A child of the application, or in public law of the proceedings.

    `details_flag` is whether the court keeps the child's details hidden; None was not said and so protects.
    """

    key: str
    first_name: str = ""
    last_name: str = ""
    previous_name: str = ""
    born_on: date | None = None
    born_text: str = ""
    gender: str | None = None
    lives_with_party: str | None = None
    lives_with_address: CourtAddress | None = None
    living_situation: str = ""
    details_flag: bool | None = None
    parental_responsibility: str = ""
    social_worker: str = ""
    kinds: tuple[str, ...] = ()
    language: str = ""
    nation: str = ""


@dataclass(frozen=True)
class CourtParty:
    """A party or another person of the case; a flag that is None was not said and so protects."""

    key: str
    role: Role
    first_name: str = ""
    last_name: str = ""
    previous_name: str = ""
    born_on: date | None = None
    gender: str | None = None
    address: CourtAddress | None = None
    address_known: bool | None = None
    earlier_addresses: str = ""
    email: str = ""
    phone: str = ""
    landline: str = ""
    address_flag: bool | None = None
    email_flag: bool | None = None
    phone_flag: bool | None = None
    represented: bool | None = None
    lawyer_name: str = ""
    lawyer_firm: str = ""
    lawyer_email: str = ""
    lawyer_phone: str = ""
    is_organisation: bool = False
    copies: tuple[LocationCopy, ...] = ()
    born_text: str = ""
    address_unknown_reason: str = ""
    language: str = ""
    language_asked_on: date | None = None
    in_refuge: bool = False


@dataclass(frozen=True)
class CourtRelation:
    """How a party stands to a child, as said; in public law `child_key` is empty: to all children."""

    party_key: str
    child_key: str
    kind: str
    details: str = ""
    lives_with: bool | None = None


@dataclass(frozen=True)
class HearingDay:
    """One day of a hearing, in UTC; `ends_at` is None where the court did not say."""

    starts_at: datetime
    ends_at: datetime | None
    venue: str = ""
    venue_code: str = ""


@dataclass(frozen=True)
class CourtHearing:
    """A hearing with its days in order; `going_ahead` is False once the status takes it off the list."""

    key: str
    type_code: str = ""
    type_words: str = ""
    status: str = ""
    days: tuple[HearingDay, ...] = ()
    going_ahead: bool = True


@dataclass(frozen=True)
class CourtOrder:
    """An order and the reports it asks for, in our kinds and in the court's labels."""

    key: str
    code: str | None = None
    title: str = ""
    created_at: datetime | None = None
    made_on: date | None = None
    made_text: str = ""
    reports: tuple[str, ...] = ()
    report_labels: tuple[str, ...] = ()
    filing_due_on: date | None = None
    filing_due_time: time | None = None
    hearing_keys: tuple[str, ...] = ()
    paper_key: str | None = None


@dataclass(frozen=True)
class CourtPaper:
    """A document of the case; its key is the court's document id, and one can fetch it unless withdrawn."""

    key: str
    name: str = ""
    category: str = ""
    restricted: bool = False
    withdrawn: bool = False
    created_at: datetime | None = None
    title: str = ""


@dataclass(frozen=True)
class InterpreterNeed:
    """Who needs an interpreter: the court's words for the parties, and the language."""

    parties: tuple[str, ...]
    language: str = ""


@dataclass(frozen=True)
class CourtCase:
    """One case of an answer. Without a `number` it can only be held. `raw` keeps everything as it came.

    `copies_of_nobody` are contact details that came without a person they surely belong to.
    """

    service: Service
    number: str | None
    family_man_number: str = ""
    state: str | None = None
    court_name: str = ""
    court_code: str | None = None
    region: str | None = None
    submitted_on: date | None = None
    issued_on: date | None = None
    modified_at: datetime | None = None
    kinds: tuple[str, ...] = ()
    children: tuple[CourtChild, ...] = ()
    parties: tuple[CourtParty, ...] = ()
    relations: tuple[CourtRelation, ...] = ()
    hearings: tuple[CourtHearing, ...] = ()
    orders: tuple[CourtOrder, ...] = ()
    papers: tuple[CourtPaper, ...] = ()
    interpreter_needs: tuple[InterpreterNeed, ...] = ()
    known_to_local_authority: Known | None = None
    harm_signals: tuple[str, ...] = ()
    public_law_proceedings: bool | None = None
    raw: object = field(default=None, repr=False)
    warnings: tuple[FeedWarning, ...] = ()
    copies_of_nobody: tuple[LocationCopy, ...] = ()


@dataclass(frozen=True)
class Answer:
    """One answer of a search: what the court counted, the cases, and what was odd about the answer itself."""

    total: int | None
    cases: tuple[CourtCase, ...]
    warnings: tuple[FeedWarning, ...] = ()
