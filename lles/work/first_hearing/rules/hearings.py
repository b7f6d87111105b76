"""What holds of a hearing and of the next one (FH-*, DRA-*, DIR-RECONSIDER)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lles.law.calendar import Calendar, court_calendar
from lles.law.due import Due, reckons
from lles.law.findings import Finding
from lles.law.periods import Reckoning, within_days
from lles.law.stated import Explanations, stated_day
from lles.work.first_hearing.rules.provisions import court_law

RECONSIDER = "DIR-RECONSIDER"
SECOND_GATEKEEPING, DISPUTE_RESOLUTION = "ABA5-2GA", "ABA5-DRA"
REPORTS = frozenset({
    "section_7_report", "section_7_addendum", "child_impact_report", "child_impact_report_1",
    "child_impact_report_2", "rule_16_4_report", "risk_assessment_16a",
})  # fmt: skip


@dataclass(frozen=True)
class HeldFacts:
    """A hearing that was held: its type, whether anybody is said to have been there, the next one, and by
    when the court wants each report."""

    type_code: str
    somebody_was_there: bool
    next_type: str = ""
    next_on: date | None = None
    reports_due_on: tuple[date, ...] = ()


def check_hearing(facts: HeldFacts) -> Iterator[Finding]:
    """All that the rules have to say of a hearing before it is recorded."""
    found = (nobody_attends_gatekeeping(facts), dispute_resolution_follows_the_report(facts))
    yield from (finding for finding in found if finding)


def nobody_attends_gatekeeping(facts: HeldFacts) -> Finding | None:
    """At second gatekeeping the court reads the file without the parties (FH-SECONDGATE)."""
    if facts.type_code != SECOND_GATEKEEPING or not facts.somebody_was_there:
        return None
    return court_law()["FH-SECONDGATE"].finding("attended")


def dispute_resolution_follows_the_report(facts: HeldFacts) -> Finding | None:
    """A dispute resolution appointment is held after the report is filed (DRA-MARK)."""
    if facts.next_type != DISPUTE_RESOLUTION or facts.next_on is None:
        return None
    late = [due for due in facts.reports_due_on if due >= facts.next_on]
    return (
        court_law()["DRA-MARK"].finding("before_report", hearing=facts.next_on, due=max(late))
        if late
        else None
    )


def a_party_may_ask_the_court_to_reconsider(received_on: date, calendar: Calendar) -> Reckoning:
    """The last day to ask the court to reconsider what it directed without a hearing (DIR-RECONSIDER)."""
    provision = court_law()[RECONSIDER]
    return within_days(received_on, provision.number("days", received_on), calendar, provision=provision)


@reckons(RECONSIDER)
def day_to_ask_the_court_to_reconsider(made_on: date, calendar: Calendar) -> Due:
    """Up to when whoever received an order on the day on which it was made, without a hearing, may ask
    (DIR-RECONSIDER)."""
    by = a_party_may_ask_the_court_to_reconsider(made_on, calendar)
    says = court_law()[RECONSIDER].sentence("received", made=made_on)
    return Due(by.result, None, RECONSIDER, None, None, None, (by,), says)


EXPLAINED: Explanations = {
    RECONSIDER: lambda facts: a_party_may_ask_the_court_to_reconsider(
        stated_day(facts, "received"), court_calendar()
    ),
}
