"""The documents of a family assistance order, pure: which there are, for whom, when one may be made, and the
facts that fill one for one reader."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lles.casefile.rules.in_both import NO_WORDS, Words
from lles.casefile.rules.letterhead import Letterhead
from lles.casefile.rules.writing_to_children import Band
from lles.law.bilingual import Text
from lles.law.findings import Finding, Weight
from lles.work.family_assistance.rules.clock import nothing_new_begins_after_the_last_day
from lles.work.family_assistance.rules.provisions import family_assistance_law


class Paper(StrEnum):
    """What a document of an order is."""

    LETTER = "family_letter"
    CONSENT = "family_consent_form"
    OPINION = "family_opinion"
    PLAN = "family_plan"
    REVIEW = "family_review"
    REFERRAL = "family_referral"
    REPORT = "family_report"
    END = "family_end_report"
    CLOSING = "family_closing_letter"
    CHILDS_CLOSING = "family_childs_closing"


class ToCourt(StrEnum):
    """Whether the court has a document: always, never, or where its author says so."""

    ALWAYS = "always"
    NEVER = "never"
    ASKED = "asked"


COURT = {
    Paper.OPINION: ToCourt.ALWAYS, Paper.REFERRAL: ToCourt.ALWAYS, Paper.REPORT: ToCourt.ALWAYS,
    Paper.REVIEW: ToCourt.ASKED, Paper.END: ToCourt.ASKED,
}  # fmt: skip
COURT_TYPES = {Paper.REFERRAL: "Correspondence"}
OTHER_COURT_TYPE = "FAO_Report"
WORDED = (Paper.REVIEW, Paper.REFERRAL, Paper.REPORT, Paper.END, Paper.CLOSING)
SHOWS_THE_PLAN = (Paper.PLAN, Paper.REVIEW, Paper.REPORT, Paper.END, Paper.CLOSING)
TELLS_OF_PROGRESS = (Paper.REVIEW, Paper.REPORT, Paper.END)
BEFORE_THE_ORDER = (Paper.OPINION, Paper.CONSENT)
AFTER_THE_END = (Paper.REPORT, Paper.END, Paper.CLOSING)
ASKS_FOR_WORDS = (Paper.REVIEW, Paper.REFERRAL, Paper.REPORT, Paper.END)  # for the court, unless chosen
WITH_VIEWS = (Paper.REVIEW, Paper.REPORT, Paper.END)
TELLS_OF_OUTCOMES = (Paper.REVIEW, Paper.REPORT, Paper.END, Paper.CLOSING)
WORDS, VIEWS = "words", "views"
OPINION_PARTS = ("best_interests", "operation", "better_than_none")
ONCE = (Paper.LETTER, Paper.CLOSING)  # whoever has one, or a reason for none, is not asked about again
WRITTEN = tuple(one for one in Paper if one is not Paper.CHILDS_CLOSING)


@dataclass(frozen=True)
class OpinionSays:
    """The opinion as it was recorded."""

    given_on: date
    proposed_by: Text
    is_best: bool | None
    best_interests: Words
    operation: Words
    months: int | None
    usual: Text
    better_than_none: Words
    suitable: tuple[tuple[Text, Words], ...]


@dataclass(frozen=True)
class IssueSays:
    """An issue of the plan by its number, and what came of it where its reader is told; `unwritten` where
    nobody has written that down."""

    number: int
    issue: Words
    benefit: Words
    outcome: Words = NO_WORDS
    unwritten: bool = False


@dataclass(frozen=True)
class ProgressSays:
    """What was written down of a step on a day."""

    on: date
    words: Words


@dataclass(frozen=True)
class SaidThere:
    """What somebody said at a visit or in a conversation, perhaps through an interpreter."""

    name: str
    words: Words


@dataclass(frozen=True)
class VisitSays:
    """A visit or a conversation: its day, what it was, what happened and what was said of which the reader is
    told; for the court also in what sort of place, who took part, what was seen and what follows. It may have
    come from a conversation that was recorded wrongly."""

    on: date
    kind: Text
    words: Words
    said: tuple[SaidThere, ...] = ()
    place: Text | None = None
    names: tuple[str, ...] = ()
    seen: Words = NO_WORDS
    follows: Words = NO_WORDS
    came_wrongly: bool = False


@dataclass(frozen=True)
class StepSays:
    """A step of the plan by its number: what, who (one of the people by name, somebody else as it was
    written, or a role), by which day or how often, how far it is, and what was written down of it."""

    number: int
    action: Words
    kind: Text
    name: str
    other: Words
    role: Text
    by_on: date | None = None
    often: Words = NO_WORDS
    stands: Text | None = None
    stands_on: date | None = None
    progress: tuple[ProgressSays, ...] = ()


@dataclass(frozen=True)
class CheckSays:
    """In what way and how often the officer checks with the reader, or with a child."""

    name: str
    way: Words
    often: Words


@dataclass(frozen=True)
class PlanFacts:
    """The plan at work, without what its reader must not see."""

    version: int
    written_on: date
    issues: tuple[IssueSays, ...]
    steps: tuple[StepSays, ...]
    checking: Words
    meetings: Words
    ending: Text
    review_on: date | None
    back_to_court: Words
    checks: tuple[CheckSays, ...] = ()


@dataclass(frozen=True)
class PaperFacts:
    """Everything one document says to one reader, in neither language yet; `reader` is empty for the
    court, and `consents` says what the reader answered, None where nothing is on the file."""

    kind: Paper
    head: Letterhead
    reader: str
    children: tuple[str, ...]
    adults: tuple[str, ...]
    helper: Text
    made_on: date | None = None
    ends_on: date | None = None
    months: int | None = None
    words: Words = NO_WORDS
    views: Words = NO_WORDS
    asks: Text | None = None
    asks_for_time: bool = False
    opinion: OpinionSays | None = None
    plan: PlanFacts | None = None
    visits: tuple[VisitSays, ...] = ()
    directed: tuple[Text, ...] = field(default=())
    consents: bool | None = None
    band: Band | None = None
    help: Text | None = None
    draft: bool = False


def document_begins_before_the_order_ends(paper: Paper, on: date, ends_on: date | None) -> Finding | None:
    """What would begin something new is not made after the last day; what brings the work to its end is
    (FAO-END)."""
    if ends_on is None or paper in AFTER_THE_END:
        return None
    return nothing_new_begins_after_the_last_day(on, ends_on)


def end_report_waits_for_the_last_day(paper: Paper, on: date, ends_on: date | None) -> Finding | None:
    """Warn of a report at the end that is made before the last day of the order (FAO-END)."""
    if paper is not Paper.END or ends_on is None or on >= ends_on:
        return None
    provision = family_assistance_law()["FAO-END"]
    return provision.finding("before_the_end", weight=Weight.WARNS, last=ends_on)


def closing_letter_waits_for_the_last_day(paper: Paper, on: date, ends_on: date | None) -> Finding | None:
    """Warn of letters about the end that are sealed before the last day of the order (FAO-LETTERS)."""
    if paper is not Paper.CLOSING or ends_on is None or on >= ends_on:
        return None
    provision = family_assistance_law()["FAO-LETTERS"]
    return provision.finding("before_the_end", weight=Weight.WARNS, last=ends_on)


def document_names_an_office(has_office: bool) -> Finding | None:
    """A letter without an office could say neither whom to call nor when (FAO-LETTERS)."""
    return (
        None
        if has_office
        else family_assistance_law()["FAO-LETTERS"].finding("no_office", weight=Weight.BARS)
    )


def document_goes_to_somebody(goes: bool) -> Finding | None:
    """A document that is for nobody is not made (FAO-LETTERS)."""
    return None if goes else family_assistance_law()["FAO-LETTERS"].finding("nobody", weight=Weight.BARS)
