"""When a call is planned, and who has to be asked before a breach is more than alleged (MON-CALL-DAY,
MON-LIMITS, MON-SIDES, MON-AHEAD, MON-LETTERS)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from lles.casefile.rules.letterhead import Opening
from lles.law.calendar import Calendar, YearOutsideTable
from lles.law.due import Due
from lles.law.findings import Finding, Weight
from lles.law.periods import Reckoning, minus_weeks, working_days_after
from lles.work.monitoring.rules.monitoring import monitoring_arranges_nothing_and_advises_nobody
from lles.work.monitoring.rules.provisions import monitoring_law

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def call_is_planned_after_the_time_that_is_monitored(monitored_on: date, calendar: Calendar) -> Reckoning:
    """The first working day after the day that is monitored, where no other is chosen (MON-CALL-DAY)."""
    provision = monitoring_law()["MON-CALL-DAY"]
    n = provision.number("working_days", monitored_on)
    return working_days_after(monitored_on, n, calendar, provision=provision)


def planned_call_due(on: date) -> Due:
    """The day of a call as it is planned (MON-CALL-DAY)."""
    provision = monitoring_law()["MON-CALL-DAY"]
    return Due(on, None, provision.id, None, None, None, (), provision.sentence("planned", on=on))


def call_uses_up_the_plan(
    held_on: date, about: date | None, planned_on: date, planned_about: date | None, *, was_asked: bool
) -> bool:
    """Whether a call that was held is the one that was planned: about the same day, or, where one of the two
    is about no one day, held on the day of the plan or after it; one in which nobody was reached uses up
    none (MON-CALL-DAY, MON-METHOD)."""
    if not was_asked:
        return False
    if about is not None and planned_about is not None:
        return about == planned_about
    return held_on >= planned_on


def call_is_held_on_or_after_its_day(
    held_on: date, about: date | None, made_on: date | None, *, stands_there: bool = False
) -> tuple[Finding, ...]:
    """Bar a call that would have been held before its order was made, or before the day it is about; warn
    where one with the same person at the same time stands there already (MON-METHOD)."""
    law, found = monitoring_law()["MON-METHOD"], []
    if made_on is not None and held_on < made_on:
        found.append(law.finding("before_the_order", weight=Weight.BARS, held=held_on, made=made_on))
    if about is not None and held_on < about:
        found.append(law.finding("before_its_day", weight=Weight.BARS, held=held_on, day=about))
    if stands_there:
        found.append(law.finding("stands_there", weight=Weight.WARNS))
    return tuple(found)


def call_is_planned_for_a_day_to_come(on: date, about: date | None, today: date) -> tuple[Finding, ...]:
    """Bar a call that is planned for a day that has passed, or before the day it is about (MON-CALL-DAY)."""
    law, found = monitoring_law()["MON-CALL-DAY"], []
    if on < today:
        found.append(law.finding("past", weight=Weight.BARS, on=on))
    if about is not None and on < about:
        found.append(law.finding("before_its_day", weight=Weight.BARS, on=on, day=about))
    return tuple(found)


def calls_are_planned_in_office_hours(
    local: datetime, hours: Sequence[Opening], calendar: Calendar
) -> tuple[Finding, ...]:
    """Bar a call that is planned on a closed day or outside the hours of the office (MON-LIMITS); hours that
    nobody knows say nothing but the closed days."""
    if _is_open(local, hours, calendar):
        return ()
    return monitoring_arranges_nothing_and_advises_nobody(("out_of_hours",), local.date())


def _is_open(local: datetime, hours: Sequence[Opening], calendar: Calendar) -> bool:
    try:
        works = calendar.is_working(local.date())
    except YearOutsideTable:
        works = local.weekday() < WEEKDAYS.index("sat")
    if not works or not hours:
        return works
    day = WEEKDAYS[local.weekday()]
    return any(
        WEEKDAYS.index(one.first) <= WEEKDAYS.index(day) <= WEEKDAYS.index(one.last)
        and one.opens <= local.time() < one.closes
        for one in hours
    )


def breach_is_alleged_until_each_side_was_asked(unasked: Sequence[str]) -> tuple[Finding, ...]:
    """Bar a decision on a breach while somebody has not been asked about it (MON-SIDES)."""
    provision = monitoring_law()["MON-SIDES"]
    return tuple(provision.finding("unasked", name=name) for name in unasked)


def breach_is_found_on_or_after_each_account(
    on: date, monitored_on: date, asked_on: date | None
) -> tuple[Finding, ...]:
    """Bar a decision on a breach that would lie before the day of the breach, or before the last side was
    asked about it (MON-SIDES)."""
    provision = monitoring_law()["MON-SIDES"]
    if on < monitored_on:
        return (provision.finding("before_its_day", weight=Weight.BARS, on=on, day=monitored_on),)
    if asked_on is not None and on < asked_on:
        return (provision.finding("before_the_last", weight=Weight.BARS, on=on, asked=asked_on),)
    return ()


def end_comes_up_before(day: Due) -> Due:
    """The end of monitoring, with the day from which it stands among what is to be done (MON-AHEAD)."""
    provision = monitoring_law()["MON-AHEAD"]
    n = provision.number("weeks", day.on)
    return replace(day, comes_up_on=minus_weeks(day.on, n, provision=provision).result)


def letter_has_an_office_and_a_period(has_office: bool, has_period: bool) -> tuple[Finding, ...]:
    """Bar a letter that could say neither whom to call nor how long monitoring runs (MON-LETTERS)."""
    provision = monitoring_law()["MON-LETTERS"]
    lacks = (("no_office", has_office), ("no_period", has_period))
    found = (provision.finding(name) for name, is_there in lacks if not is_there)
    return tuple(replace(one, weight=Weight.BARS) for one in found)


def closing_letter_waits_for_the_last_day(on: date, ends_on: date) -> Finding | None:
    """Warn of a letter about the end that is sealed before the last day of monitoring (MON-LETTERS)."""
    if on >= ends_on:
        return None
    return monitoring_law()["MON-LETTERS"].finding("before_the_end", weight=Weight.WARNS, last=ends_on)


def confirmed_breach_has_a_report_that_was_asked_for(waits: bool, is_asked: bool) -> Finding | None:
    """Note a confirmed breach that is in no report, and of which the court asked for none (MON-REPORT)."""
    if not waits or is_asked:
        return None
    return monitoring_law()["MON-REPORT"].finding("not_asked", weight=Weight.NOTES)
