"""By when what came is read for danger, and danger is confirmed in writing and asked about again."""

from datetime import date
from functools import cache
from pathlib import Path

from lles.law.calendar import Calendar
from lles.law.due import Due, reckons
from lles.law.findings import Finding, Weight
from lles.law.periods import working_days_after
from lles.law.provisions import Law, load

FIRST = "RA-SAFEGUARD"


@cache
def referral_law() -> Law:
    """The provisions of this piece of work by their ids."""
    return load(Path(__file__).parent.parent / "law.toml")


@reckons(FIRST)
def asked_on_receipt(came_on: date) -> Due:
    """The day on which whoever reads an application says whether anybody is in immediate danger: the day on
    which it came (RA-SAFEGUARD)."""
    says = referral_law()[FIRST].sentence("ask", due=came_on)
    return Due(came_on, None, FIRST, None, None, None, (), says)


@reckons(FIRST)
def written_by(seen_on: date, calendar: Calendar) -> Due:
    """The day by which a referral by telephone is confirmed in writing (RA-SAFEGUARD)."""
    return _within("working_days_to_write", "write", seen_on, calendar)


@reckons(FIRST)
def asked_again_by(asked_on: date, calendar: Calendar) -> Due:
    """The day on which a body that has not replied is asked again (RA-SAFEGUARD)."""
    return _within("working_days_to_chase", "chase", asked_on, calendar)


def _within(key: str, sentence: str, starts: date, calendar: Calendar) -> Due:
    provision = referral_law()[FIRST]
    reckoning = working_days_after(starts, provision.number(key, starts), calendar, provision=provision)
    says = provision.sentence(sentence, due=reckoning.result)
    return Due(reckoning.result, None, FIRST, None, None, None, (reckoning,), says)


def immediate_danger_is_told_first(is_told: bool) -> Finding | None:
    """A danger of which nobody was told is not put aside without a reason (RA-SAFEGUARD)."""
    return None if is_told else referral_law()[FIRST].finding("nobody_told", weight=Weight.WARNS)
