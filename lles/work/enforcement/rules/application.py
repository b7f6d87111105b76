"""An application for enforcement, what the court asks and what follows (ENF-LIST to ENF-PROBATION)."""

from collections.abc import Collection
from datetime import date

from lles.law.bilingual import Text
from lles.law.calendar import Calendar
from lles.law.findings import Finding, Weight
from lles.law.order_clock import ClockDay
from lles.law.periods import Reckoning, add_months, months_beginning_with, working_days_after
from lles.law.plurals import counted
from lles.law.provisions import Law
from lles.work.enforcement.rules.provisions import enforcement_law


def enforcement_application_is_listed_within_working_days(issued_on: date, calendar: Calendar) -> Reckoning:
    """The last day on which the court lists an application for enforcement (ENF-LIST)."""
    provision = enforcement_law()["ENF-LIST"]
    n = provision.number("working_days", issued_on)
    return working_days_after(issued_on, n, calendar, provision=provision)


def is_listed_until(issued_on: date, calendar: Calendar) -> ClockDay:
    """The last day on which the court lists an application, as a day of the clock (ENF-LIST)."""
    provision = enforcement_law()["ENF-LIST"]
    listed = enforcement_application_is_listed_within_working_days(issued_on, calendar)
    why = provision.sentence("last_why", issued=issued_on, count=counted("working_day", listed.n))
    return ClockDay(listed.result, provision.sentence("last"), provision.id, why)


def checks_are_fresh_where_the_order_is_old(
    ordered_on: date, applied_on: date, court_asks: bool
) -> Finding | None:
    """Say that checks are made afresh: the order is older than the months allowed, or the court asks
    (ENF-CHECKS)."""
    provision = enforcement_law()["ENF-CHECKS"]
    n = provision.number("months", applied_on)
    last = add_months(ordered_on, n, provision=provision).result
    if applied_on > last:
        count = counted("month", n)
        return provision.finding("old", ordered=ordered_on, applied=applied_on, count=count, last=last)
    return checks_are_fresh_where_the_court_asks(court_asks)


def checks_are_fresh_where_the_court_asks(court_asks: bool) -> Finding | None:
    """Say that checks are made afresh because the court asks, whenever the order was made (ENF-CHECKS)."""
    return enforcement_law()["ENF-CHECKS"].finding("asked") if court_asks else None


def it_is_known_whether_checks_are_fresh(ordered_on: date | None, applied_on: date | None) -> Finding | None:
    """Warn where the day of the order or of the application is not known, on which it hangs whether checks
    are made afresh (ENF-CHECKS)."""
    if ordered_on is not None and applied_on is not None:
        return None
    return enforcement_law()["ENF-CHECKS"].finding("unknown", weight=Weight.WARNS)


def court_considers_these_things_before_it_enforces(on: date) -> dict[str, Text]:
    """The headings of advice to the court, by name and in words; none before the paragraph began
    (ENF-CONSIDER)."""
    provision = enforcement_law()["ENF-CONSIDER"]
    if not provision.in_force(on):
        return {}
    return {name: provision.sentence(name) for name in str(provision.value("headings", on)).split()}


def court_gets_the_answers_it_asks_about_unpaid_work(
    answered: Collection[str], asked_on: date
) -> tuple[Finding, ...]:
    """Warn of each question about unpaid work that has no answer (ENF-INFO)."""
    provision = enforcement_law()["ENF-INFO"]
    questions = str(provision.value("answers", asked_on)).split()
    return tuple(
        provision.finding(one, weight=Weight.WARNS, facts=(("question", one),))
        for one in questions
        if one not in answered
    )


def every_enforcement_order_is_monitored(made_on: date, law: Law | None = None) -> ClockDay | None:
    """The day on which an enforcement order opens its monitoring: that of the order (ENF-MON)."""
    provision = (law or enforcement_law())["ENF-MON"]
    if not provision.in_force(made_on):
        return None
    return ClockDay(made_on, provision.sentence("opens"), provision.id, provision.says)


def enforcement_order_carries_its_own_notice(notice_is_attached: bool) -> Finding | None:
    """Warn of an enforcement order without its notice (ENF-WARN2)."""
    return None if notice_is_attached else enforcement_law()["ENF-WARN2"].finding()


def further_failures_are_reported_until(warned_on: date) -> Reckoning:
    """The last day of the months in which a further failure is reported (ENF-PROBATION)."""
    provision = enforcement_law()["ENF-PROBATION"]
    return months_beginning_with(warned_on, provision.number("months", warned_on), provision=provision)


def may_fail_until(warned_on: date) -> ClockDay:
    """The last day on which a further failure is reported, as a day of the clock (ENF-PROBATION)."""
    provision, window = enforcement_law()["ENF-PROBATION"], further_failures_are_reported_until(warned_on)
    why = provision.sentence("window_why", warned=warned_on, count=counted("month", window.n))
    return ClockDay(window.result, provision.sentence("window"), provision.id, why)


def further_failure_after_a_warning_is_reported(warned_on: date, failed_on: date) -> Finding | None:
    """Say that a failure within the months beginning with the warning is reported (ENF-PROBATION)."""
    window = further_failures_are_reported_until(warned_on)
    if not warned_on <= failed_on <= window.result:
        return None
    count = counted("month", window.n)
    provision = enforcement_law()["ENF-PROBATION"]
    return provision.finding("further", failed=failed_on, warned=warned_on, count=count, last=window.result)


def probation_is_told_what_the_court_gives_leave_for(leave_given_on: date | None, on: date) -> Finding | None:
    """Warn before anything is told to probation without the leave of the court (ENF-DISCLOSE-PROB)."""
    if leave_given_on is not None and leave_given_on <= on:
        return None
    return enforcement_law()["ENF-DISCLOSE-PROB"].finding("no_leave", weight=Weight.WARNS)
