"""What the court does with an application and by when, for whoever watches it (CAP-*, FH-*, PF-*)."""

from collections.abc import Mapping
from datetime import date

from lles.law.calendar import Calendar, court_calendar
from lles.law.findings import Finding
from lles.law.periods import (
    Reckoning,
    add_days,
    add_weeks,
    clear_days_before,
    listing_week_first,
    listing_week_last,
    working_days_after,
)
from lles.law.stated import Explanations, stated_day
from lles.work.timetable.rules.provisions import timetable_law


def court_sends_the_papers_within_working_days(issued_on: date, calendar: Calendar) -> Reckoning:
    """The day by which the court has sent the papers of an issued application (CAP-SENDPAPERS)."""
    provision = timetable_law()["CAP-SENDPAPERS"]
    n = provision.number("working_days", issued_on)
    return working_days_after(issued_on, n, calendar, provision=provision)


def gatekeeping_by_a_working_day(papers_on: date, calendar: Calendar) -> Reckoning:
    """The working day of gatekeeping; the day the papers came is the first (CAP-GATEKEEP)."""
    provision = timetable_law()["CAP-GATEKEEP"]
    first = calendar.working_day_from(papers_on)
    n = provision.number("working_day", papers_on) - 1
    return working_days_after(first, n, calendar, provision=provision)


def usual_week_begins(issued_on: date) -> Reckoning:
    """The first day of the week in which the first hearing is ordinarily held (FH-LIST)."""
    provision = timetable_law()["FH-LIST"]
    return listing_week_first(issued_on, provision.number("usual_week", issued_on), provision=provision)


def last_week_ends(issued_on: date) -> Reckoning:
    """The last day on which the first hearing should be held (FH-LIST)."""
    provision = timetable_law()["FH-LIST"]
    return listing_week_last(issued_on, provision.number("last_week", issued_on), provision=provision)


def first_hearing_is_listed_in_its_weeks(issued_on: date, hearing_on: date) -> Finding | None:
    """Warn of a first hearing that is listed after the last week allowed (FH-LIST)."""
    last = last_week_ends(issued_on).result
    if hearing_on <= last:
        return None
    return timetable_law()["FH-LIST"].finding("later", hearing=hearing_on, last=last)


def respondent_has_notice_of_the_first_hearing(hearing_on: date) -> Reckoning:
    """The last day of notice to the respondent before the first hearing (FH-NOTICE)."""
    provision = timetable_law()["FH-NOTICE"]
    return clear_days_before(hearing_on, provision.number("clear_days", hearing_on), provision=provision)


def acknowledgement_follows_service(served_on: date) -> Reckoning:
    """The day by which the respondent answers once the papers were served (FH-REPLY)."""
    provision = timetable_law()["FH-REPLY"]
    return add_days(served_on, provision.number("days", served_on), provision=provision)


def pathfinder_gatekeeping_about_a_working_day(received_on: date, calendar: Calendar) -> Reckoning:
    """The working day of the first gatekeeping on Pathfinder, the day of receipt being the first (PF-GK1)."""
    provision = timetable_law()["PF-GK1"]
    first = calendar.working_day_from(received_on)
    n = provision.number("working_day", received_on) - 1
    return working_days_after(first, n, calendar, provision=provision)


def decision_hearing_about_a_week(received_on: date) -> Reckoning:
    """The day by which a decision hearing, where there is one, is to be expected (PF-DECISION)."""
    provision = timetable_law()["PF-DECISION"]
    return add_weeks(received_on, provision.number("weeks", received_on), provision=provision)


def _papers(facts: Mapping[str, str]) -> Reckoning:
    return court_sends_the_papers_within_working_days(stated_day(facts, "issue"), court_calendar())


EXPLAINED: Explanations = {
    "CAP-SENDPAPERS": _papers,
    "CAP-GATEKEEP": lambda facts: gatekeeping_by_a_working_day(stated_day(facts, "papers"), court_calendar()),
    "FH-LIST": lambda facts: last_week_ends(stated_day(facts, "issue")),
    "FH-NOTICE": lambda facts: respondent_has_notice_of_the_first_hearing(stated_day(facts, "hearing")),
    "FH-REPLY": lambda facts: acknowledgement_follows_service(stated_day(facts, "served")),
    "PF-GK1": lambda facts: pathfinder_gatekeeping_about_a_working_day(
        stated_day(facts, "receipt"), court_calendar()
    ),
    "PF-DECISION": lambda facts: decision_hearing_about_a_week(stated_day(facts, "receipt")),
}
