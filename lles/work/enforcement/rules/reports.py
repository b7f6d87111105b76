"""When checks and reports of enforcement are due, and what its documents say (ENF-CHECKS, ENF-INFO, ENF-MON,
ENF-REPORT)."""

from dataclasses import dataclass
from datetime import date, time

from lles.casefile.rules.in_both import Words
from lles.casefile.rules.letterhead import Letterhead
from lles.law.bilingual import Text
from lles.law.calendar import Calendar
from lles.law.due import Due, DueDay, NoDay, ordered_due, reckons
from lles.law.order_periods import report_due_by_the_end
from lles.law.periods import working_days_after
from lles.law.plurals import counted
from lles.work.enforcement.rules.application import enforcement_application_is_listed_within_working_days
from lles.work.enforcement.rules.provisions import enforcement_law


@dataclass(frozen=True)
class AllegedTold:
    """One alleged failure as a document tells of it: the day, the words (none where they name a protected
    place), and where it stands."""

    on: date
    words: Words
    stands: Text


@dataclass(frozen=True)
class Section:
    """One part of a document: its heading and what its author wrote; None where that is for the court alone
    and this is the copy for somebody else."""

    heading: Text
    words: Words | None


@dataclass(frozen=True)
class EnforcementFacts:
    """Everything a document of enforcement says to one reader: of whom, what is alleged, what was ordered and
    done, and what its author wrote under each heading; of where anybody lives it says nothing. `copy_for` is
    empty in the version for the court; `asks` has no words where nothing was asked, or where it names a
    protected place. `is_asked` where the file holds that the court asked for what the document gives,
    `is_found` where it found a breach, `goes_on` while no end is recorded, `is_short` where the work is said
    to be done with fewer hours than ordered; `corrects` are the days of the reports that a correction is
    about."""

    kind: str
    head: Letterhead
    copy_for: str
    name: str
    children: tuple[str, ...]
    issued_on: date | None
    about_on: date | None
    alleged: tuple[AllegedTold, ...]
    notes: tuple[Text, ...]
    standard: Text
    ordered_on: date | None
    last_on: date | None
    hours: int | None
    hours_done: int
    officer: str
    officer_office: str
    warned: tuple[date, ...]
    failed: tuple[date, ...]
    unsuitable: tuple[date, ...]
    reported_on: tuple[date, ...]
    asks: Words
    is_short: bool
    outcome: Text | None
    ended_on: date | None
    is_asked: bool
    is_found: bool
    goes_on: bool
    corrects: tuple[date, ...]
    sections: tuple[Section, ...]
    draft: bool = False


def fresh_checks_due(issued_on: date, calendar: Calendar) -> Due:
    """The day by which fresh checks are there: the last on which the court lists the application (ENF-CHECKS,
    ENF-LIST)."""
    listed = enforcement_application_is_listed_within_working_days(issued_on, calendar)
    says = enforcement_law()["ENF-CHECKS"].sentence("by_the_listing", due=listed.result)
    return Due(listed.result, None, "ENF-CHECKS", None, None, None, (listed,), says)


def answers_about_unpaid_work_due(ordered_on: date | None, ordered_time: time | None) -> DueDay:
    """The day by which the court wants its answers: the one it set, else none is known (ENF-INFO)."""
    provision = enforcement_law()["ENF-INFO"]
    computed = NoDay(provision.id, provision.sentence("no_day"))
    return computed if ordered_on is None else ordered_due(ordered_on, ordered_time, computed)


@reckons("ENF-REPORT")
def report_of_what_probation_reports_due(heard_on: date, calendar: Calendar) -> Due:
    """The day of the report on what the responsible officer reported, by the setting (ENF-REPORT)."""
    provision = enforcement_law()["ENF-REPORT"]
    n = provision.number("working_days", heard_on)
    found = working_days_after(heard_on, n, calendar, provision=provision)
    says = provision.sentence(
        "after_a_report", heard=heard_on, due=found.result, count=counted("working_day", n)
    )
    return Due(found.result, None, provision.id, None, None, None, (found,), says)


def monitoring_of_unpaid_work_ends(
    ordered_on: date | None, ordered_time: time | None, ends_on: date | None
) -> DueDay:
    """The day on which monitoring comes to its end: the one the court set, else the last day for the unpaid
    work (ENF-REPORT)."""
    return report_due_by_the_end(enforcement_law()["ENF-REPORT"], ordered_on, ordered_time, ends_on)
