"""The clock of an activity direction or condition, which has no longest period of its own (ACT-MONITOR)."""

from dataclasses import replace
from datetime import date

from lles.law.counting import OUT_OF_REACH, DayOutOfReach, last_of_months
from lles.law.findings import Finding, Weight
from lles.law.jurisdiction import Nation
from lles.law.order_clock import ClockDay, OrderClock, OrderFacts, in_sequence
from lles.law.order_periods import clock_until_it_ceased, first_day_after
from lles.law.plurals import counted
from lles.law.provisions import Law
from lles.work.activities.rules.provisions import activities_law

KIND = "activity"


def activity_clock(facts: OrderFacts, law: Law | None = None) -> OrderClock:
    """The days of an activity; where the order gives neither a period nor an end, no last day is known."""
    law = law or activities_law()
    power = law["ACT-WHO-D"]
    clock = OrderClock(KIND, power.sentence("title"), facts.made_on, None)
    if not power.in_force(facts.made_on):
        barred = power.finding(
            "not_in_force", weight=Weight.BARS, made=facts.made_on, starts=power.starts or facts.made_on
        )
        return replace(clock, findings=(barred,))
    fees = nation_of_the_child_helps_with_fees(facts.nation, law)
    findings = (*activity_keeps_to_its_period(facts, law), fees)
    is_of_contact = power.value("orders", facts.made_on) == "contact"
    why = power.sentence("made_then") if is_of_contact else power.says
    made = ClockDay(facts.made_on, power.sentence("made"), power.id, why)
    ends_on = last_day_of_activity(facts)
    if ends_on is None:
        return replace(clock, days=in_sequence(made, _begins(facts, law)), findings=findings)
    days = in_sequence(made, _begins(facts, law), *_end(facts, ends_on, law))
    return replace(clock, ends_on=ends_on, days=days, findings=findings)


def clock_until_somebody_left(clock: OrderClock, left_on: date | None, law: Law | None = None) -> OrderClock:
    """The clock of an activity whose order ceased on the day on which somebody stopped living in England and
    Wales, so that its last day is the one before (ACT-RESIDENCE)."""
    law = law or activities_law()
    monitored = law["ACT-MONITOR"]
    until = clock_until_it_ceased(clock, left_on, after=monitored, by=law["ACT-RESIDENCE"])
    if until.ends_on is None:
        return until
    findings = tuple(one for one in until.findings if one.says != monitored.sentence("no_end"))
    return replace(until, findings=findings)


def last_day_of_activity(facts: OrderFacts) -> date | None:
    """The last day that the order gives, itself or by its months; None where it gives none or leaves none, as
    where it would lie before the order, or where no calendar can write it."""
    ends_on = facts.end_on or _by_months(facts)
    return ends_on if ends_on is not None and ends_on >= max(_first_day(facts), facts.made_on) else None


def activity_keeps_to_its_period(facts: OrderFacts, law: Law | None = None) -> tuple[Finding, ...]:
    """What is odd about the period as stated: entered here it is barred, in a court's record it warns; that
    no period is given at all is noted (ACT-MONITOR)."""
    provision = (law or activities_law())["ACT-MONITOR"]
    weight = Weight.WARNS if facts.is_imported else Weight.BARS
    starts_on, by_months = _first_day(facts), _by_months(facts)
    found: list[Finding] = []
    if starts_on < facts.made_on:
        found.append(
            provision.finding("before_the_order", weight=weight, starts=starts_on, made=facts.made_on)
        )
    if facts.end_on is None and facts.months is None:
        found.append(provision.finding("no_end"))
    elif facts.end_on is None and by_months is None and (facts.months or 0) > 0:
        found.append(Finding(provision.id, Weight.NOTES, OUT_OF_REACH))
    elif (facts.end_on or by_months or date.min) < starts_on:
        found.append(provision.finding("before_start", weight=weight, starts=starts_on))
    elif by_months is not None and facts.end_on not in (None, by_months):
        count = counted("month", facts.months or 0)
        found.append(provision.finding("differs", weight=weight, count=count, last=by_months))
    return tuple(found)


def nation_of_the_child_helps_with_fees(nation: Nation, law: Law | None = None) -> Finding:
    """Who may help with fees, by where the child is ordinarily resident (ACT-FUND)."""
    return (law or activities_law())["ACT-FUND"].finding(nation.value)


def _first_day(facts: OrderFacts) -> date:
    return facts.starts_on or facts.made_on


def _by_months(facts: OrderFacts) -> date | None:
    if facts.months is None or facts.months < 0:
        return None
    try:
        return last_of_months(_first_day(facts), facts.months)
    except DayOutOfReach:
        return None


def _begins(facts: OrderFacts, law: Law) -> ClockDay | None:
    if facts.starts_on is None:
        return None
    provision = law["ACT-MONITOR"]
    return ClockDay(
        facts.starts_on, provision.sentence("begins"), provision.id, provision.sentence("begins_why")
    )


def _end(facts: OrderFacts, ends_on: date, law: Law) -> tuple[ClockDay, ...]:
    provision = law["ACT-MONITOR"]
    if facts.end_on is not None:
        why = provision.sentence("ordered")
    else:
        count = counted("month", facts.months or 0)
        why = provision.sentence("months", count=count, starts=_first_day(facts))
    last = ClockDay(ends_on, provision.sentence("last"), provision.id, why)
    return (last, *first_day_after(ends_on, provision))
