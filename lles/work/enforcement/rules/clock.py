"""The clock of an enforcement order: twelve months for the unpaid work, which stand still while the order is
suspended (ENF-HOURS)."""

from dataclasses import dataclass, replace
from datetime import date

from lles.law.counting import shifted
from lles.law.findings import Finding, Weight
from lles.law.order_clock import ClockDay, OrderClock, OrderFacts, in_sequence
from lles.law.order_periods import (
    LimitedPeriod,
    clock_until_it_ceased,
    days_of_the_period,
    first_day_after,
    limited_period,
)
from lles.law.provisions import Law
from lles.work.enforcement.rules.application import every_enforcement_order_is_monitored
from lles.work.enforcement.rules.provisions import enforcement_law

KIND = "enforcement"


@dataclass(frozen=True)
class Suspension:
    """A time for which the court suspends an enforcement order, both days counted; without a last day it goes
    on until the court says otherwise."""

    first_on: date
    last_on: date | None


def enforcement_clock(facts: OrderFacts, law: Law | None = None) -> OrderClock:
    """The days of an enforcement order; one that begins later than it is made is suspended until then."""
    law = law or enforcement_law()
    power = law["ENF-STANDARD"]
    clock = OrderClock(KIND, power.sentence("title"), facts.made_on, None)
    if not power.in_force(facts.made_on):
        starts = power.starts or facts.made_on
        barred = power.finding("not_in_force", weight=Weight.BARS, made=facts.made_on, starts=starts)
        return replace(clock, findings=(barred,))
    hours = law["ENF-HOURS"]
    period = unpaid_work_period(facts, law)
    made = ClockDay(facts.made_on, power.sentence("made"), power.id, power.says)
    opens = every_enforcement_order_is_monitored(facts.made_on, law)
    findings = unpaid_work_keeps_to_its_months(facts, law)
    ends_on = period.last_day
    if ends_on is None or ends_on < facts.made_on:
        return replace(clock, days=in_sequence(made, opens), findings=findings)
    end = days_of_the_period(period, ends_on, default=hours, longest=hours, after=hours)
    days = in_sequence(made, opens, _begins(facts, law), *end)
    findings = (*findings, *limit_of_months_is_in_question(ends_on, law))
    return replace(clock, ends_on=ends_on, days=days, findings=findings)


def clock_until_somebody_lives_elsewhere(
    clock: OrderClock, left_on: date | None, law: Law | None = None
) -> OrderClock:
    """The clock of an order that ceased on the day on which somebody stopped living in England and Wales, so
    that its last day is the one before (ENF-RESIDENCE)."""
    law = law or enforcement_law()
    return clock_until_it_ceased(clock, left_on, after=law["ENF-HOURS"], by=law["ENF-RESIDENCE"])


def unpaid_work_period(facts: OrderFacts, law: Law | None = None) -> LimitedPeriod:
    """The months for the unpaid work, beginning with the order or after a suspension (ENF-HOURS)."""
    provision = (law or enforcement_law())["ENF-HOURS"]
    return limited_period(facts, provision, starts_on=facts.starts_on or facts.made_on)


def unpaid_work_keeps_to_its_months(facts: OrderFacts, law: Law | None = None) -> tuple[Finding, ...]:
    """Bar an entry longer than the Schedule or before the order; a court's record warns (ENF-HOURS)."""
    provision, period = (law or enforcement_law())["ENF-HOURS"], unpaid_work_period(facts, law)
    if period.starts_on >= facts.made_on:
        return period.findings(provision)
    weight = Weight.WARNS if facts.is_imported else Weight.BARS
    early = provision.finding("before_the_order", weight=weight, starts=period.starts_on, made=facts.made_on)
    return (early, *period.findings(provision))


def limit_of_months_is_in_question(ends_on: date, law: Law | None = None) -> tuple[Finding, ...]:
    """Note, where work goes on after the Sentencing Act 2026 was passed, that the limit may be gone."""
    provision = (law or enforcement_law())["ENF-HOURS"]
    in_question = provision.value("months_are_in_question", ends_on)
    return (provision.finding("in_question", weight=Weight.NOTES),) if in_question else ()


def last_day_for_the_work(
    facts: OrderFacts, suspensions: tuple[Suspension, ...], law: Law | None = None
) -> tuple[date | None, tuple[Finding, ...]]:
    """The last day for the unpaid work where the order is suspended for one or more times: the months begin
    after a suspension from the first day, and each later suspended day is given back. None, with a note,
    while a suspension that began within the months has no end (ENF-HOURS)."""
    law = law or enforcement_law()
    first = _first_days(facts, suspensions)
    period, running = unpaid_work_period(first, law), first.starts_on or first.made_on
    last = period.last_day or period.limit.result
    for one in sorted(suspensions, key=lambda suspension: suspension.first_on):
        first_on = max(one.first_on, running)
        if one.last_on is not None and first_on <= last and first_on <= one.last_on:
            last = shifted(last, (one.last_on - first_on).days + 1)
            running = shifted(one.last_on, 1)
    if any(one.last_on is None and one.first_on <= last for one in suspensions):
        return None, (law["ENF-HOURS"].finding("suspended", weight=Weight.NOTES),)
    return last, ()


def clock_with_suspensions(
    facts: OrderFacts, suspensions: tuple[Suspension, ...], law: Law | None = None
) -> OrderClock:
    """The clock of an order that the court suspended for one or more times; what the order itself states
    as its last day stays (ENF-HOURS)."""
    law = law or enforcement_law()
    first, clock = _first_days(facts, suspensions), enforcement_clock(facts, law)
    if not suspensions or clock.ends_on is None or facts.end_on is not None:
        return clock
    last, notes = last_day_for_the_work(facts, suspensions, law)
    if last is None:
        days = tuple(one for one in clock.days if one.on < clock.ends_on or one.rule != "ENF-HOURS")
        return replace(clock, ends_on=None, days=days, findings=(*clock.findings, *notes))
    begun = enforcement_clock(first, law)
    if last == begun.ends_on:
        return begun
    hours = law["ENF-HOURS"]
    kept = tuple(one for one in begun.days if begun.ends_on is None or one.on < begun.ends_on)
    whole = ClockDay(last, hours.sentence("last"), hours.id, hours.sentence("given_back"))
    findings = unpaid_work_keeps_to_its_months(first, law)
    in_question = limit_of_months_is_in_question(last, law)
    return replace(
        begun,
        ends_on=last,
        days=in_sequence(*kept, whole, *first_day_after(last, hours)),
        findings=(*findings, *in_question),
    )


def _first_days(facts: OrderFacts, suspensions: tuple[Suspension, ...]) -> OrderFacts:
    """The facts of an order, beginning after a suspension from its first day."""
    starts_on = facts.starts_on or facts.made_on
    for one in sorted(suspensions, key=lambda suspension: suspension.first_on):
        if one.last_on is not None and one.first_on <= starts_on:
            starts_on = max(starts_on, shifted(one.last_on, 1))
    return replace(facts, starts_on=starts_on)


def _begins(facts: OrderFacts, law: Law) -> ClockDay | None:
    if facts.starts_on is None or facts.starts_on == facts.made_on:
        return None
    provision = law["ENF-HOURS"]
    return ClockDay(
        facts.starts_on, provision.sentence("begins"), provision.id, provision.sentence("begins_why")
    )
