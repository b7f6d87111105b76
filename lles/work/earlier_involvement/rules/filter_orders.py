"""Orders by which somebody may not make an application without leave of the court (CA89 s.91(14))."""

from dataclasses import dataclass
from datetime import date

from lles.law.findings import Finding
from lles.law.pathway import plain_kind
from lles.law.periods import Reckoning, months_beginning_with
from lles.work.earlier_involvement.rules.provisions import earlier_involvement_law

FILTER = "FILT-9114"


@dataclass(frozen=True)
class Bar:
    """What an order bars: applications of these kinds (of all where none is named), between two days."""

    kinds: tuple[str, ...]
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True)
class NewApplication:
    """What a person whom an order names asks of the court, and when."""

    person: str
    kinds: tuple[str, ...]
    filed_on: date


def last_day_of_bar(starts_on: date, months: int) -> Reckoning:
    """The last day of an order made for so many months, its first day counted (CAL-BEGINNING)."""
    return months_beginning_with(starts_on, months, provision=earlier_involvement_law()[FILTER])


def leave_is_needed_by_whom_an_order_names(
    application: NewApplication, bar: Bar, leave_given_on: date | None = None
) -> Finding | None:
    """Somebody whom an order names needs leave before applying; none is recorded yet (FILT-9114)."""
    is_in_time = bar.starts_on <= application.filed_on and application.filed_on <= (bar.ends_on or date.max)
    if leave_given_on is not None or not is_in_time or not _is_named(application, bar):
        return None
    provision, name = earlier_involvement_law()[FILTER], application.person
    if bar.ends_on is None:
        return provision.finding("leave_needed_no_end", name=name, starts=bar.starts_on)
    return provision.finding("leave_needed", name=name, starts=bar.starts_on, ends=bar.ends_on)


def _is_named(application: NewApplication, bar: Bar) -> bool:
    """An order that names no kind bars all; an application of no known kind may be any."""
    named, asked = ({plain_kind(kind) for kind in kinds} for kinds in (bar.kinds, application.kinds))
    return not named or not asked or any(_covers(one, kind) for one in named for kind in asked)


def _covers(named: str, asked: str) -> bool:
    return asked == named or asked.startswith(f"{named}_") or named.startswith(f"{asked}_")
