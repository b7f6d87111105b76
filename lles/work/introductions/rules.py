"""The rules of introductory letters, pure: who gets none, by when they go, what each has to carry, and the
facts that fill one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cache
from pathlib import Path

from lles.casefile.rules.language import offer_of_welsh
from lles.casefile.rules.law import casefile_law
from lles.law.bilingual import Language, Text
from lles.law.calendar import Calendar
from lles.law.due import Due, reckons
from lles.law.findings import Finding
from lles.law.jurisdiction import Nation, jurisdiction_law
from lles.law.not_reckoned import NotReckoned
from lles.law.pathway import Pathway
from lles.law.periods import working_days_after, working_days_before
from lles.law.plurals import counted
from lles.law.provisions import Law, load

WITHOUT_NOTICE, AT_RISK = "without_notice", "at_risk"
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PATHWAYS = frozenset({Pathway.CAP, Pathway.PATHFINDER})


@cache
def introductions_law() -> Law:
    """The provisions of introductory letters by their ids."""
    return load(Path(__file__).parent / "law.toml")


@dataclass(frozen=True)
class Opening:
    """Days of the week that follow one another, on which an office is open at the same hours."""

    first: str
    last: str
    opens: time
    closes: time


@dataclass(frozen=True)
class IntroductionFacts:
    """Everything one introductory letter says: nothing of anybody else but the children's names, which
    everybody in the case knows."""

    name: str
    service: Text
    phone: str
    nation: Nation
    hours: tuple[Opening, ...]
    court: Text
    court_number: str
    reference: str
    hearing_on: date | None
    children: tuple[str, ...]
    pathway: Pathway
    offers_welsh: bool
    author: str
    job_title: Text | None
    made_on: date
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


def next_step_of_a_complaint(nation: Nation) -> Text:
    """The ombudsman to whom a complaint about the service of a nation goes next (COM-OMB)."""
    return introductions_law()["COM-OMB"].sentence("wales" if nation is Nation.WALES else "england")


def concerns_go_to_the_officer_first() -> Text:
    """With whom a complaint begins (COM-EARLY)."""
    return introductions_law()["COM-EARLY"].says


def offers_welsh(nation_of_case: str, nation_of_office: Nation) -> bool:
    """Whether a first letter carries the offer of Welsh: unless everything is in England (CYM-ASK)."""
    return nation_of_case != "england" or nation_of_office is Nation.WALES


def first_letter_carries_the_offer(wanted: bool, text: str, language: Language) -> Finding | None:
    """A first letter that does not offer Welsh where it has to does not leave (CYM-ASK)."""
    offer = offer_of_welsh().said(language)
    return casefile_law()["CYM-ASK"].finding() if wanted and _plain(offer) not in _plain(text) else None


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def opening_hours(said: Mapping[str, Sequence[str]], nation: Nation, on: date) -> tuple[Opening, ...]:
    """The hours of an office in the order of the week; where Wales has said none, those of its officers
    (JUR-HOURS)."""
    hours = said or (_of_wales(on) if nation is Nation.WALES else {})
    found: list[Opening] = []
    for day in WEEK:
        if day not in hours:
            continue
        opens, closes = (time.fromisoformat(one) for one in hours[day])
        follows = bool(found) and WEEK.index(found[-1].last) == WEEK.index(day) - 1
        if follows and (found[-1].opens, found[-1].closes) == (opens, closes):
            found[-1] = replace(found[-1], last=day)
        else:
            found.append(Opening(day, day, opens, closes))
    return tuple(found)


def _of_wales(on: date) -> dict[str, tuple[str, str]]:
    provision = jurisdiction_law()["JUR-HOURS"]
    opens, closes, early = (
        str(provision.value(key, on, Nation.WALES)) for key in ("opens", "closes", "closes_on_friday")
    )
    return {day: (opens, early if day == "fri" else closes) for day in WEEK[:5]}
