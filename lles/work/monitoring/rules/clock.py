"""The clock of a monitoring order: it begins, is called about and ends as the court set (MON-PERIOD)."""

from dataclasses import replace
from datetime import date

from lles.law.calendar import Calendar, court_calendar
from lles.law.findings import Finding, Weight
from lles.law.not_reckoned import NotReckoned
from lles.law.order_clock import ClockDay, OrderClock, OrderFacts, in_sequence
from lles.law.order_periods import LimitedPeriod, days_of_the_period, first_day_after, limited_period
from lles.law.periods import Reckoning, working_days_after
from lles.law.plurals import counted
from lles.law.provisions import Law
from lles.work.monitoring.rules.provisions import monitoring_law

KIND = "monitoring"
LIVING = "lives_at_different_times"  # since the child arrangements order took the place of the contact order


def monitoring_clock(
    facts: OrderFacts, law: Law | None = None, calendar: Calendar | None = None
) -> OrderClock:
    """The days of a monitoring order; without a period that the court has set it cannot begin."""
    law = law or monitoring_law()
    power = law["MON-POWER"]
    clock = OrderClock(KIND, power.sentence("title"), facts.made_on, None)
    if not power.in_force(facts.made_on):
        starts = power.starts or facts.made_on
        barred = power.finding("not_in_force", made=facts.made_on, starts=starts)
        return replace(clock, findings=(barred,))
    period = monitoring_period(facts, law)
    findings = monitoring_has_a_period_that_the_court_sets(facts, law)
    then = (
        power.says if LIVING in str(power.value("provisions", facts.made_on)) else power.sentence("made_then")
    )
    made = ClockDay(facts.made_on, power.sentence("made"), power.id, then)
    ends_on = period.stated_end
    if ends_on is None or ends_on < facts.made_on:
        return replace(clock, days=(made,), findings=findings)
    call, not_reckoned = _first_call(
        max(period.starts_on, facts.made_on), ends_on, law, calendar or court_calendar()
    )
    provision = law["MON-PERIOD"]
    end = days_of_the_period(period, ends_on, default=provision, longest=provision, after=provision)
    days = in_sequence(made, _begins(facts, period, law), call, *end)
    return replace(clock, ends_on=ends_on, days=days, findings=(*findings, *not_reckoned))


def court_alone_ends_monitoring_sooner(
    clock: OrderClock, on: date, law: Law | None = None, *, starts_on: date | None = None
) -> OrderClock:
    """The clock of monitoring that the court ended before its last day: the day of that is the last; ended
    before its first day it is never in effect (MON-DUTY)."""
    if clock.ends_on is None or on >= clock.ends_on:
        return clock
    law = law or monitoring_law()
    duty = law["MON-DUTY"]
    kept = (one for one in clock.days if one.on <= on)
    if starts_on is not None and on < starts_on:
        why = duty.sentence("never_why", starts=starts_on, last=clock.ends_on)
        last = ClockDay(on, duty.sentence("never"), duty.id, why)
        return replace(clock, ends_on=on, days=in_sequence(*kept, last))
    why = duty.sentence("ended_why", last=clock.ends_on)
    last = ClockDay(on, duty.sentence("ended"), duty.id, why)
    days = in_sequence(*kept, last, *first_day_after(on, law["MON-PERIOD"]))
    return replace(clock, ends_on=on, days=days)


def court_decides_after_the_order_is_made(on: date, made_on: date, law: Law | None = None) -> Finding | None:
    """Bar a decision on monitoring that would lie before the day the order was made (MON-DUTY)."""
    provision = (law or monitoring_law())["MON-DUTY"]
    if on >= made_on:
        return None
    return provision.finding("decided_before", weight=Weight.BARS, day=on, made=made_on)


def court_is_not_overtaken_by_an_earlier_answer(
    on: date, last_on: date, law: Law | None = None
) -> Finding | None:
    """Warn of an answer of a day before that of the one that stands, in whose place it would stand
    (MON-DUTY)."""
    provision = (law or monitoring_law())["MON-DUTY"]
    if on >= last_on:
        return None
    return provision.finding("answered_before", weight=Weight.WARNS, day=on, last=last_on)


def monitoring_period(facts: OrderFacts, law: Law | None = None) -> LimitedPeriod:
    """The period of monitoring, beginning with the first day of the order, else the day it is made."""
    provision = (law or monitoring_law())["MON-PERIOD"]
    return limited_period(facts, provision, starts_on=facts.starts_on or facts.made_on)


def monitoring_has_a_period_that_the_court_sets(
    facts: OrderFacts, law: Law | None = None
) -> tuple[Finding, ...]:
    """Bar monitoring without a period, and an entry that is longer than the statute; a court's record is kept
    with a warning (MON-PERIOD)."""
    provision, period = (law or monitoring_law())["MON-PERIOD"], monitoring_period(facts, law)
    early: tuple[Finding, ...] = ()
    if period.starts_on < facts.made_on:
        weight = Weight.WARNS if facts.is_imported else Weight.BARS
        early = (
            provision.finding("before_the_order", weight=weight, starts=period.starts_on, made=facts.made_on),
        )
    if not period.is_stated:
        return (*early, provision.finding("no_period"))
    return (*early, *period.findings(provision))


def day_is_monitored(on: date, starts_on: date, ends_on: date, law: Law | None = None) -> Finding | None:
    """Bar a call or a new entry on a day outside the period (MON-PERIOD)."""
    if starts_on <= on <= ends_on:
        return None
    provision = (law or monitoring_law())["MON-PERIOD"]
    return provision.finding("not_running", starts=starts_on, last=ends_on, day=on)


def first_call_by(starts_on: date, calendar: Calendar, law: Law | None = None) -> Reckoning:
    """The day by which the first call is made, by the setting of the service (MON-METHOD)."""
    provision = (law or monitoring_law())["MON-METHOD"]
    n = provision.number("first_call_working_days", starts_on)
    return working_days_after(starts_on, n, calendar, provision=provision)


def _begins(facts: OrderFacts, period: LimitedPeriod, law: Law) -> ClockDay:
    provision = law["MON-PERIOD"]
    why = provision.sentence("begins_with_the_order" if facts.starts_on is None else "begins_why")
    return ClockDay(period.starts_on, provision.sentence("begins"), provision.id, why)


def _first_call(
    starts_on: date, ends_on: date, law: Law, calendar: Calendar
) -> tuple[ClockDay | None, tuple[Finding, ...]]:
    """The day of the first call, the last of the period where that comes first; a note where the closed days
    are not known."""
    provision = law["MON-METHOD"]
    try:
        found = first_call_by(starts_on, calendar, law)
    except NotReckoned as refused:
        return None, (Finding(provision.id, Weight.NOTES, refused.says),)
    notes = tuple(Finding(provision.id, Weight.NOTES, one) for one in found.warnings)
    count = counted("working_day", found.n)
    why = provision.sentence("first_call_why", count=count, starts=starts_on)
    if found.result > ends_on:
        why = provision.sentence("first_call_by_the_end", last=ends_on, due=found.result)
    on = min(found.result, ends_on)
    return ClockDay(on, provision.sentence("first_call"), provision.id, why), notes
