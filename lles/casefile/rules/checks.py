"""What may be recorded as the answer to a check: closed words, one identified person."""

from dataclasses import dataclass
from datetime import date

from lles.casefile.rules.check_answers import AskedOf, outcomes_of
from lles.casefile.rules.claims import says_more_than_its_word
from lles.law.bilingual import Text
from lles.law.findings import Finding, Weight

IDENTIFIERS = ("name", "former_name", "date_of_birth", "address", "place_of_birth", "reference_number")


@dataclass(frozen=True)
class CheckAnswerFacts:
    """An answer as it is about to be recorded."""

    kind: AskedOf
    outcomes: tuple[str, ...]
    identified_by: tuple[str, ...]
    asked_on: date | None
    received_on: date
    today: date
    subjects: tuple[tuple[str, str], ...] = ()


def check_answer_findings(facts: CheckAnswerFacts) -> tuple[Finding, ...]:
    """What stands in the way of recording this answer."""
    found = (
        answer_is_a_known_outcome(facts),
        answer_is_tied_to_one_person(facts),
        answer_is_not_of_the_future(facts),
        answer_follows_the_question(facts),
        subject_claims_no_more_than_its_word(facts),
    )
    return tuple(finding for finding in found if finding is not None)


def answer_is_a_known_outcome(facts: CheckAnswerFacts) -> Finding | None:
    """An answer is held in the closed words of its kind of check."""
    known = {one.code for one in outcomes_of(facts.kind)}
    if facts.outcomes and known.issuperset(facts.outcomes):
        return None
    return Finding("SG-CHECKS-CAO", Weight.BARS, _NOT_AN_OUTCOME)


def answer_is_tied_to_one_person(facts: CheckAnswerFacts) -> Finding | None:
    """An answer is tied to one person by at least two identifiers."""
    known = set(facts.identified_by) & set(IDENTIFIERS)
    return None if len(known) >= 2 else Finding("SG-CHECKS-CAO", Weight.BARS, _TWO_IDENTIFIERS)


def answer_is_not_of_the_future(facts: CheckAnswerFacts) -> Finding | None:
    """An answer cannot have come after today."""
    return None if facts.received_on <= facts.today else Finding("SG-CHECKS-CAO", Weight.BARS, _FUTURE)


def answer_follows_the_question(facts: CheckAnswerFacts) -> Finding | None:
    """An answer to a question that nobody recorded as asked, or dated before it, needs a reason."""
    if facts.asked_on is not None and facts.received_on >= facts.asked_on:
        return None
    return Finding("SG-CHECKS-CAO", Weight.WARNS, _NOT_ASKED)


def question_follows_the_application(asked_on: date, known_on: date, today: date) -> Finding | None:
    """Nobody is asked for a case before its application was there, nor after today."""
    if known_on <= asked_on <= today:
        return None
    says = asked_too_early(known_on) if asked_on < known_on else _ASKED_LATER
    return Finding("SG-CHECKS-CAO", Weight.BARS, says)


def asked_too_early(known_on: date) -> Text:
    """That nobody can have been asked before the application was there, and since when it was."""
    return _ASKED_TOO_EARLY.fill(day=known_on)


def subject_claims_no_more_than_its_word(facts: CheckAnswerFacts) -> Finding | None:
    """What is typed of a fact says no more than its closed word, or there is a reason."""
    if not any(says_more_than_its_word(code, subject) for code, subject in facts.subjects):
        return None
    return Finding("SG-CHECKS-CAO", Weight.WARNS, _SAYS_MORE)


_SAYS_MORE = Text(
    en="What you typed says more than the word you chose. Choose the word that fits, or type less.",
    cy="Mae'r hyn a deipiwyd yn dweud mwy na'r gair a ddewiswyd. Dewiswch y gair sy'n gweddu, neu"
    " teipiwch lai.",
)
_NOT_AN_OUTCOME = Text(
    en="Choose one of the outcomes for this kind of check.",
    cy="Dewiswch un o'r canlyniadau ar gyfer y math hwn o wiriad.",
)
_TWO_IDENTIFIERS = Text(
    en="Say by which two or more details the answer is about this person, for example name"
    " and date of birth.",
    cy="Nodwch ddau neu ragor o fanylion sy'n dangos mai am y person hwn y mae'r ateb, er"
    " enghraifft enw a dyddiad geni.",
)
_FUTURE = Text(
    en="The answer cannot have been received after today.",
    cy="Ni all yr ateb fod wedi dod i law ar ôl heddiw.",
)
_NOT_ASKED = Text(
    en="The record does not show that this was asked before the answer came.",
    cy="Nid yw'r cofnod yn dangos bod hyn wedi'i ofyn cyn i'r ateb ddod.",
)
_ASKED_TOO_EARLY = Text(
    en="Nobody can have been asked for this case before the application was received, on {day}.",
    cy="Ni all neb fod wedi'i holi ar gyfer yr achos hwn cyn i'r cais ddod i law {day:soft}.",
)
_ASKED_LATER = Text(
    en="Nobody can have been asked after today.",
    cy="Ni all neb fod wedi'i holi ar ôl heddiw.",
)
