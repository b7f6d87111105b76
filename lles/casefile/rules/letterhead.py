"""What stands on every letter to one person, pure: who writes, when the office is open, and with whom a
complaint begins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from lles.casefile.rules.dialling_codes import code_of_a_place
from lles.casefile.rules.law import casefile_law
from lles.law.bilingual import Text
from lles.law.jurisdiction import WEEKDAYS, Nation, hours_of_officers


@dataclass(frozen=True)
class Opening:
    """Days of the week that follow one another, on which an office is open at the same hours."""

    first: str
    last: str
    opens: time
    closes: time


@dataclass(frozen=True)
class Letterhead:
    """Who writes a letter: the service and its hours, the case as the court numbers it, author and day."""

    service: Text
    phone: str
    nation: Nation
    hours: tuple[Opening, ...]
    court: Text
    court_number: str
    reference: str
    author: str
    job_title: Text | None
    made_on: date


def number_in_letters(phone: str) -> str:
    """The number of an office as a letter to the court, a party or a child may print it: none with the code
    of a place, because it says what the name of the office would."""
    return "" if code_of_a_place(phone) else phone


def next_step_of_a_complaint(nation: Nation) -> Text:
    """The ombudsman to whom a complaint about the service of a nation goes next (COM-OMB)."""
    return casefile_law()["COM-OMB"].sentence("wales" if nation is Nation.WALES else "england")


def concerns_go_to_the_officer_first() -> Text:
    """With whom a complaint begins (COM-EARLY)."""
    return casefile_law()["COM-EARLY"].says


def opening_hours(said: Mapping[str, Sequence[str]], nation: Nation, on: date) -> tuple[Opening, ...]:
    """The hours of an office in the order of the week; where Wales has said none, those of its officers
    (JUR-HOURS)."""
    hours = said or (hours_of_officers(nation, on) if nation is Nation.WALES else {})
    found: list[Opening] = []
    for day in WEEKDAYS:
        if day not in hours:
            continue
        opens, closes = (time.fromisoformat(one) for one in hours[day])
        follows = bool(found) and WEEKDAYS.index(found[-1].last) == WEEKDAYS.index(day) - 1
        if follows and (found[-1].opens, found[-1].closes) == (opens, closes):
            found[-1] = replace(found[-1], last=day)
        else:
            found.append(Opening(day, day, opens, closes))
    return tuple(found)
