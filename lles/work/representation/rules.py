"""Rules of representation, pure: when a guardian is needed, and by when one is allocated (CG-*)."""

from collections.abc import Collection
from datetime import date
from functools import cache
from pathlib import Path

from lles.law.calendar import Calendar, court_calendar
from lles.law.due import Due, reckons
from lles.law.findings import Finding
from lles.law.not_reckoned import NotReckoned
from lles.law.pathway import kinds_of, plain_kind
from lles.law.periods import working_days_after
from lles.law.plurals import counted
from lles.law.provisions import Law, load
from lles.law.stated import Explanations, stated_day, stated_due

DUTIES = ("CA04-S35-1-C", "CJCSA00-S12-1-C")


@cache
def representation_law() -> Law:
    """The provisions of representation by their ids."""
    return load(Path(__file__).parent / "law.toml")


def is_specified(kinds: Collection[str]) -> bool:
    """True when any of the applications makes the proceedings specified ones (CG-SPECIFIED)."""
    return bool({plain_kind(kind) for kind in kinds} & kinds_of("specified"))


def guardian_is_appointed_in_specified_proceedings(
    kinds: Collection[str], court_found_unnecessary: bool
) -> Finding | None:
    """A guardian is to be found unless the court thinks none is necessary (CG-APPOINT)."""
    if not is_specified(kinds) or court_found_unnecessary:
        return None
    return representation_law()["CG-APPOINT"].finding()


@reckons("CG-ALLOC")
def allocation_due(received_on: date | None, calendar: Calendar, law: Law | None = None) -> Due:
    """The day by which a guardian is allocated after receipt (CG-ALLOC)."""
    provision = (law or representation_law())["CG-ALLOC"]
    if received_on is None:
        raise NotReckoned(provision.sentence("no_receipt"))
    n = provision.number("working_days", received_on)
    reckoning = working_days_after(received_on, n, calendar, provision=provision)
    count = counted("working_day", n)
    says = provision.sentence("due", due=reckoning.result, count=count, received=received_on)
    return Due(reckoning.result, None, provision.id, None, None, reckoning.result, (reckoning,), says)


EXPLAINED: Explanations = {
    "CG-ALLOC": lambda facts: stated_due(allocation_due(stated_day(facts, "receipt"), court_calendar())),
}
PROVISIONS = representation_law()
