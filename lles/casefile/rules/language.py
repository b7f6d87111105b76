"""In which languages somebody is written to (CYM-*): a choice belongs to a person, not to a case."""

from dataclasses import dataclass
from datetime import date

from lles.casefile.rules.law import casefile_law
from lles.law.bilingual import LANGUAGES, Language, Text
from lles.law.calendar import Calendar
from lles.law.due import Due, reckons
from lles.law.findings import Finding, Weight
from lles.law.periods import working_days_after, working_days_before

_BOTH: tuple[Language, ...] = ("cy", "en")
_IN_ENGLAND_ALONE = "england"


def languages_for(choice: Language | None, nation: str) -> tuple[Language, ...]:
    """The languages of a letter: the person's choice, else both unless the case is in England alone.

    `nation` is england, wales, mixed or unknown (CYM-ASK, CYM-UNKNOWN).
    """
    if choice is not None:
        return (choice,)
    return ("en",) if nation == _IN_ENGLAND_ALONE else _BOTH


def languages_for_court() -> tuple[Language, ...]:
    """The court gets every document in both languages (CYM-EQUAL)."""
    return LANGUAGES


def languages_of_reply(written_in: str, choice: Language | None, nation: str) -> tuple[Language, ...]:
    """A letter in Welsh gets a Welsh reply, unless the person has chosen otherwise (CYM-REPLY); `written_in`
    is the language in which the person wrote last, empty where nobody knows."""
    if choice is None and written_in == "cy":
        return ("cy",)
    return languages_for(choice, nation)


def offer_of_welsh() -> Text:
    """The offer that the first letter to a person in Wales carries (CYM-ASK)."""
    return casefile_law()["CYM-ASK"].sentence("offer")


def child_is_offered_welsh_too(nation: str, offered: bool | None) -> Finding | None:
    """A child who lives in Wales is offered Welsh before one meets, as every adult is (CYM-CHILD)."""
    if nation != "wales" or offered:
        return None
    return casefile_law()["CYM-CHILD"].finding(weight=Weight.WARNS)


@dataclass(frozen=True)
class WelshInCourtFacts:
    """Whether the court sits in Wales, the language a party chose, and when the court was told of it."""

    court_in_wales: bool
    language: str
    told_on: date | None


def court_is_told_early_of_welsh(facts: WelshInCourtFacts) -> Finding | None:
    """A court in Wales is told early of a party who has chosen Welsh (CYM-COURT)."""
    if not facts.court_in_wales or facts.language != "cy" or facts.told_on is not None:
        return None
    return casefile_law()["CYM-COURT"].finding("not_told")


@reckons("CYM-COURT")
def court_is_told_by(chosen_on: date, hearing_on: date | None, calendar: Calendar) -> Due:
    """The day by which the court is told: some working days after the party was asked, and not later than the
    last working day before the next hearing (CYM-COURT)."""
    provision = casefile_law()["CYM-COURT"]
    days = provision.number("working_days", chosen_on)
    by = working_days_after(chosen_on, days, calendar, provision=provision)
    says = provision.sentence("by", chosen=chosen_on, due=by.result)
    last = working_days_before(hearing_on, 1, calendar, provision=provision) if hearing_on else None
    if last is not None and last.result < by.result:
        by = last
        says = provision.sentence("before_hearing", chosen=chosen_on, hearing=last.starts, due=last.result)
    return Due(by.result, None, provision.id, None, None, None, (by,), says)
