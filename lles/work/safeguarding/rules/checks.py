"""Which applications bring checks, and what the court hears of what is still out."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from lles.law.calendar import Calendar
from lles.law.due import Due
from lles.law.findings import Finding
from lles.law.pathway import kinds_of, plain_kind
from lles.law.periods import Reckoning, working_days_before
from lles.work.safeguarding.rules.provisions import safeguarding_law


class Screening(StrEnum):
    """Whether screening calls for checks on an application that does not bring them by itself."""

    NOT_DONE = "not_done"
    CHECKS = "checks"
    NO_CHECKS = "no_checks"


@dataclass(frozen=True)
class ChecksFacts:
    """The application, as far as checks hang on it: what is asked for, what the screening said, and whether
    the court itself calls for what rests on checks."""

    kinds: frozenset[str]
    screening: Screening = Screening.NOT_DONE
    court_calls: bool = False


def both_checks_are_made_for_a_child_arrangements_order(kinds: Collection[str]) -> bool:
    """Checks follow of themselves where a child arrangements order is among the orders asked for
    (SG-CHECKS-CAO)."""
    return bool(_plain(kinds) & kinds_of("arrangements"))


def other_applications_are_screened_before_checks(facts: ChecksFacts) -> Finding | None:
    """Where only other section 8 orders are asked for, checks follow from the screening or the court alone
    (SG-CHECKS-OTHER); what is asked for beyond section 8, or is not known, waits for no screening."""
    if both_checks_are_made_for_a_child_arrangements_order(facts.kinds):
        return None
    asked = _plain(facts.kinds)
    if not asked or not asked <= kinds_of("section_8"):
        return None
    if facts.court_calls or facts.screening is Screening.CHECKS:
        return None
    key = "screened" if facts.screening is Screening.NO_CHECKS else "not_screened"
    return safeguarding_law()["SG-CHECKS-OTHER"].finding(key)


def _plain(kinds: Collection[str]) -> frozenset[str]:
    return frozenset(plain_kind(kind) for kind in kinds) - {""}


def note_to_court_due(hearing_on: date, calendar: Calendar) -> Reckoning:
    """The day by which the court hears what is missing before a hearing (SG-NOTREADY)."""
    provision = safeguarding_law()["SG-NOTREADY"]
    n = provision.number("working_days", hearing_on)
    return working_days_before(hearing_on, n, calendar, provision=provision)


@dataclass(frozen=True)
class NotReadyFacts:
    """What the court has before the first hearing: no letter yet, or one while checks are out; and whether it
    was told already what is missing."""

    hearing_is_listed: bool
    letter_is_missing: bool
    checks_out: int = 0
    is_told: bool = False


def court_is_told_what_is_missing_before_the_first_hearing(facts: NotReadyFacts) -> Finding | None:
    """Where the letter or an answer is missing, the court is told so once before it sits (SG-NOTREADY)."""
    if facts.is_told or not facts.hearing_is_listed:
        return None
    if not facts.letter_is_missing and not facts.checks_out:
        return None
    return safeguarding_law()["SG-NOTREADY"].finding()


def screened_on_receipt(letter: Due, received_on: date) -> Due:
    """Where the day of the letter was past when the application came, it is screened on the day it came
    (SG-CHECKS-OTHER)."""
    says = safeguarding_law()["SG-CHECKS-OTHER"].sentence("late", received=received_on, letter=letter.on)
    return replace(letter, on=received_on, target_on=None, last_arguable_on=None, within_on=None, says=says)
