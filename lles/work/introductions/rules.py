"""The rules of introductory letters, pure: who gets none, by when they go, what each has to carry, and the
facts that fill one."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from lles.casefile.rules.language import offer_of_welsh
from lles.casefile.rules.law import casefile_law
from lles.casefile.rules.letterhead import Letterhead
from lles.law.bilingual import Language
from lles.law.calendar import Calendar
from lles.law.due import Due, reckons
from lles.law.findings import Finding
from lles.law.jurisdiction import Nation
from lles.law.not_reckoned import NotReckoned
from lles.law.pathway import Pathway
from lles.law.periods import working_days_after, working_days_before
from lles.law.plurals import counted
from lles.law.provisions import Law, load

WITHOUT_NOTICE, AT_RISK = "without_notice", "at_risk"
PATHWAYS = frozenset({Pathway.CAP, Pathway.PATHFINDER})


@cache
def introductions_law() -> Law:
    """The provisions of introductory letters by their ids."""
    return load(Path(__file__).parent / "law.toml")


@dataclass(frozen=True)
class IntroductionFacts:
    """Everything one introductory letter says: nothing of anybody else but the children's names, which
    everybody in the case knows."""

    name: str
    head: Letterhead
    hearing_on: date | None
    children: tuple[str, ...]
    pathway: Pathway
    offers_welsh: bool
    draft: bool = False


def introductory_letter_is_safe_to_send(without_notice: bool, puts_someone_at_risk: bool) -> Finding | None:
    """No introductory letter where it would be unsafe or the application is without notice (SG-WELCOME)."""
    if puts_someone_at_risk:
        return introductions_law()["SG-WELCOME"].finding(AT_RISK)
    return introductions_law()["SG-WELCOME"].finding(WITHOUT_NOTICE) if without_notice else None


def letter_names_an_office(has_office: bool) -> Finding | None:
    """A letter without an office could say neither whom to call nor when (SG-WELCOME)."""
    return None if has_office else introductions_law()["SG-WELCOME"].finding("no_office")


@reckons("SG-WELCOME-BY")
def letters_due(received_on: date | None, hearing_on: date | None, calendar: Calendar) -> Due:
    """The day by which the introductory letters go out: soon after receipt, and before the first hearing
    (SG-WELCOME-BY)."""
    provision = introductions_law()["SG-WELCOME-BY"]
    if received_on is None:
        raise NotReckoned(provision.sentence("no_receipt"))
    n = provision.number("working_days", received_on)
    by = working_days_after(received_on, n, calendar, provision=provision)
    says = provision.sentence("after", received=received_on, count=counted("working_day", n), due=by.result)
    last = working_days_before(hearing_on, 1, calendar, provision=provision) if hearing_on else None
    if last is not None and received_on <= last.result < by.result:
        by = last
        says = provision.sentence(
            "before_hearing", received=received_on, hearing=last.starts, due=last.result
        )
    return Due(by.result, None, provision.id, None, None, None, (by,), says)


def offers_welsh(nation_of_case: str, nation_of_office: Nation) -> bool:
    """Whether a first letter carries the offer of Welsh: unless everything is in England (CYM-ASK)."""
    return nation_of_case != "england" or nation_of_office is Nation.WALES


def first_letter_carries_the_offer(wanted: bool, text: str, language: Language) -> Finding | None:
    """A first letter that does not offer Welsh where it has to does not leave (CYM-ASK)."""
    offer = offer_of_welsh().said(language)
    return casefile_law()["CYM-ASK"].finding() if wanted and _plain(offer) not in _plain(text) else None


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
