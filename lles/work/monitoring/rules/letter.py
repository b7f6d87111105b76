"""What the documents of monitoring say, as frozen facts for one reader; of where anybody lives, nothing."""

from dataclasses import dataclass
from datetime import date

from lles.casefile.rules.letterhead import Letterhead
from lles.law.bilingual import Language, Text


@dataclass(frozen=True)
class Written:
    """Words that somebody typed in one language, and perhaps in the other; closed where they name a place
    that is protected, and then not set out; `to_court` says whether the reader is told why."""

    text: str
    language: Language
    other: str = ""
    is_closed: bool = False
    to_court: bool = False


@dataclass(frozen=True)
class LetterFacts:
    """What a letter says to one adult when monitoring begins or ends."""

    name: str
    head: Letterhead
    children: tuple[str, ...]
    starts_on: date
    ends_on: date
    provisions: tuple[Written, ...]
    is_monitored: bool
    takes_steps: bool
    reports: tuple[str, ...]
    reported_on: tuple[date, ...] = ()
    ended_by_the_court: bool = False
    draft: bool = False


@dataclass(frozen=True)
class Account:
    """What somebody said of one day, or that they would not or did not answer."""

    name: str
    is_child: bool
    on: date
    outcome: str
    words: Written | None


@dataclass(frozen=True)
class BreachTold:
    """One provision on one day: what each side said, and what the officer found."""

    provision: Written
    number: int
    on: date
    state: str
    accounts: tuple[Account, ...]
    found: Written | None


@dataclass(frozen=True)
class CallTold:
    """One call: when, with whom, about which day, and what was answered for each provision by its number."""

    on: date
    name: str
    is_child: bool
    monitored_on: date | None
    outcome: str
    answers: tuple[tuple[int, str], ...]
    words: Written | None


@dataclass(frozen=True)
class ProvisionTold:
    """A provision, how often each answer was given for it, and the day on which it was taken out."""

    number: int
    words: Written
    complied: int
    partly: int
    failed: int
    left_on: date | None = None


@dataclass(frozen=True)
class ReportFacts:
    """Everything that a report says to one reader; `reader` is a party by name, empty for the court."""

    kind: str
    head: Letterhead
    reader: str
    children: tuple[str, ...]
    people: tuple[str, ...]
    ordered_on: date | None
    starts_on: date
    ends_on: date
    asks: Written | None
    way: Text | None
    provisions: tuple[ProvisionTold, ...]
    calls: tuple[CallTold, ...]
    breaches: tuple[BreachTold, ...]
    words: Written
    guidance: Written | None
    no_call: bool
    each_side_was_asked: bool
    draft: bool = False
