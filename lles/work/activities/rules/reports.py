"""When the court is answered and told: about an activity before it is ordered, of a failure, of how it went
(ACT-INFO, ACT-REPORT)."""

from collections.abc import Mapping
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
from lles.work.activities.rules.provisions import activities_law


@dataclass(frozen=True)
class ReportFacts:
    """Everything a document about an activity says: of whom, what was asked of them, what happened, and what
    its author wrote; of where anybody lives it says nothing."""

    head: Letterhead
    name: str
    children: tuple[str, ...]
    form: Text | None
    activity: Text | None
    provider: str
    ordered_on: date | None
    last_on: date | None
    programme: Text | None
    spoken: Text | None
    attended: tuple[date, ...]
    missed: tuple[date, ...]
    said: Mapping[str, Words]
    draft: bool = False


def answers_about_an_activity_due(ordered_on: date | None, ordered_time: time | None) -> DueDay:
    """The day by which the court wants its answers: the one it set, else none is known (ACT-INFO)."""
    provision = activities_law()["ACT-INFO"]
    computed = NoDay(provision.id, provision.sentence("no_day"))
    return computed if ordered_on is None else ordered_due(ordered_on, ordered_time, computed)


@reckons("ACT-REPORT")
def report_of_a_failure_due(heard_on: date, calendar: Calendar) -> Due:
    """The day of the report on a failure, by the setting of the service (ACT-REPORT)."""
    provision = activities_law()["ACT-REPORT"]
    n = provision.number("working_days", heard_on)
    found = working_days_after(heard_on, n, calendar, provision=provision)
    count = counted("working_day", n)
    says = provision.sentence("after_a_failure", heard=heard_on, due=found.result, count=count)
    return Due(found.result, None, provision.id, None, None, None, (found,), says)


def end_of_an_activity_is_known(last_on: date | None, calendar: Calendar) -> DueDay:
    """The day by which the officer has found out how an activity ended that the court did not ask us to
    monitor: some days after its last one, by the setting of the service (ACT-END)."""
    provision = activities_law()["ACT-END"]
    return NoDay(provision.id, provision.sentence("no_end")) if last_on is None else _known(last_on, calendar)


@reckons("ACT-END")
def _known(last_on: date, calendar: Calendar) -> Due:
    provision = activities_law()["ACT-END"]
    n = provision.number("working_days", last_on)
    found = working_days_after(last_on, n, calendar, provision=provision)
    says = provision.sentence(
        "after_the_end", last=last_on, due=found.result, count=counted("working_day", n)
    )
    return Due(found.result, None, provision.id, None, None, None, (found,), says)


def monitoring_of_an_activity_ends(
    ordered_on: date | None, ordered_time: time | None, ends_on: date | None
) -> DueDay:
    """The day on which monitoring an activity comes to its end: the one that the court set, else the last
    day of the activity (ACT-REPORT)."""
    return report_due_by_the_end(activities_law()["ACT-REPORT"], ordered_on, ordered_time, ends_on)
