"""Rules of intake, pure: when papers, gatekeeping and the first hearing are to be expected (CAP-*, FH-*)."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from lles.casefile.rules.addresses import parse
from lles.casefile.rules.dwellings import Dwelling, is_house
from lles.casefile.rules.folding import fold
from lles.casefile.rules.homes_in_prose import homes_in_prose
from lles.casefile.rules.written_forms import emails_in, phones_in, postcodes_in
from lles.law.calendar import Calendar, court_calendar
from lles.law.findings import Finding
from lles.law.periods import (
    Reckoning,
    clear_days_before,
    listing_week_first,
    listing_week_last,
    working_days_after,
)
from lles.law.provisions import Law, load
from lles.law.stated import Explanations, stated_day

DUTIES = ("CA04-S35-2", "CJCSA00-S12-2")
MOST_NUMBERS = 20
_COURT_NUMBER = re.compile(r"(?<!\d)\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?!\d)")
_OLDER_NUMBER = re.compile(r"\b[A-Z]{2}\d{2}[A-Z]\d{5}\b", re.IGNORECASE)
_COURTS = frozenset({"llys", "court", "swyddfa"})
_ARTICLE = re.compile(r"['’]r\b")
_REFERENCE = re.compile(r"\bC-\d{4,7}\b", re.IGNORECASE)


@cache
def intake_law() -> Law:
    """The provisions of intake by their ids."""
    return load(Path(__file__).parent / "law.toml")


def court_sends_the_papers_within_working_days(issued_on: date, calendar: Calendar) -> Reckoning:
    """The day by which the court has sent the papers of an issued application (CAP-SENDPAPERS)."""
    provision = intake_law()["CAP-SENDPAPERS"]
    n = provision.number("working_days", issued_on)
    return working_days_after(issued_on, n, calendar, provision=provision)


def gatekeeping_by_a_working_day(papers_on: date, calendar: Calendar) -> Reckoning:
    """The working day of gatekeeping; the day the papers came is the first (CAP-GATEKEEP)."""
    provision = intake_law()["CAP-GATEKEEP"]
    first = calendar.working_day_from(papers_on)
    n = provision.number("working_day", papers_on) - 1
    return working_days_after(first, n, calendar, provision=provision)


def usual_week_begins(issued_on: date) -> Reckoning:
    """The first day of the week in which the first hearing is ordinarily held (FH-LIST)."""
    provision = intake_law()["FH-LIST"]
    return listing_week_first(issued_on, provision.number("usual_week", issued_on), provision=provision)


def last_week_ends(issued_on: date) -> Reckoning:
    """The last day on which the first hearing should be held (FH-LIST)."""
    provision = intake_law()["FH-LIST"]
    return listing_week_last(issued_on, provision.number("last_week", issued_on), provision=provision)


def first_hearing_is_listed_in_its_weeks(issued_on: date, hearing_on: date) -> Finding | None:
    """Warn of a first hearing that is listed after the last week allowed (FH-LIST)."""
    last = last_week_ends(issued_on).result
    if hearing_on <= last:
        return None
    return intake_law()["FH-LIST"].finding("later", hearing=hearing_on, last=last)


def respondent_has_notice_of_the_first_hearing(hearing_on: date) -> Reckoning:
    """The last day of notice to the respondent before the first hearing (FH-NOTICE)."""
    provision = intake_law()["FH-NOTICE"]
    return clear_days_before(hearing_on, provision.number("clear_days", hearing_on), provision=provision)


def _papers(facts: Mapping[str, str]) -> Reckoning:
    return court_sends_the_papers_within_working_days(stated_day(facts, "issue"), court_calendar())


EXPLAINED: Explanations = {
    "CAP-SENDPAPERS": _papers,
    "CAP-GATEKEEP": lambda facts: gatekeeping_by_a_working_day(stated_day(facts, "papers"), court_calendar()),
    "FH-LIST": lambda facts: last_week_ends(stated_day(facts, "issue")),
    "FH-NOTICE": lambda facts: respondent_has_notice_of_the_first_hearing(stated_day(facts, "hearing")),
}
PROVISIONS = intake_law()


def numbers_named(text: str) -> list[str]:
    """The numbers of cases that a text names: of the courts' new system, of their older one, and our own."""
    found = (re.sub(r"[ -]", "", one) for one in _COURT_NUMBER.findall(text))
    others = (one.upper() for pattern in (_OLDER_NUMBER, _REFERENCE) for one in pattern.findall(text))
    return list(dict.fromkeys((*found, *others)))[:MOST_NUMBERS]


def says_a_place(line: str) -> bool:
    """Whether a line may say where somebody can be found: a home, a postcode, a telephone, an e-mail."""
    folded = fold(_ARTICLE.sub(" ", line))
    finds = (postcodes_in(folded.low), phones_in(folded.low), emails_in(folded.low))
    if any(True for found in finds for _ in found):
        return True
    told = (*parse(folded.cased).dwellings, *homes_in_prose(folded.low, folded.cased))
    return any(one.numbers or _is_home(one) for one in told)


def _is_home(dwelling: Dwelling) -> bool:
    """A street, a house or a refuge; where courts write, a court without a number is a court."""
    if dwelling.weight == "alone":
        return True
    named = dwelling.is_street or is_house(dwelling.name)
    return named and not {dwelling.name[0], dwelling.name[-1]} & _COURTS
