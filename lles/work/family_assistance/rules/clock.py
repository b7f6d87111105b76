"""The clock of a family assistance order: when it begins, is reviewed and ends (FAO-DURATION-*)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from lles.law.due import Due
from lles.law.findings import Finding, Weight
from lles.law.order_clock import ClockDay, OrderClock, OrderFacts, in_sequence
from lles.law.order_periods import LimitedPeriod, days_of_the_period, first_day_after, limited_period
from lles.law.periods import Reckoning, add_days, minus_weeks
from lles.law.plurals import counted
from lles.law.provisions import Law
from lles.work.family_assistance.rules.provisions import family_assistance_law

KIND = "family-assistance"


def family_assistance_clock(facts: OrderFacts, law: Law | None = None) -> OrderClock:
    """The days of a family assistance order, which begins with the day it is made."""
    law = law or family_assistance_law()
    clock = OrderClock(KIND, law["FAO-POWER"].sentence("title"), facts.made_on, None)
    power = family_assistance_order_may_be_made_in_family_proceedings(facts.made_on, law)
    findings = (*((power,) if power else ()), *_other_start(facts, law))
    if power and power.bars:
        return replace(clock, findings=findings)
    period = family_assistance_period(facts, law)
    findings = (*findings, *family_assistance_order_never_runs_longer(period, law))
    ends_on = period.last_day
    if ends_on is None:
        return replace(clock, days=(_made(facts, law),), findings=findings)
    days = in_sequence(
        _made(facts, law),
        _review(facts.made_on, ends_on, law),
        *_end(period, ends_on, law),
    )
    return replace(clock, ends_on=ends_on, days=days, findings=findings)


def family_assistance_period(facts: OrderFacts, law: Law | None = None) -> LimitedPeriod:
    """The period of the order under the law of the day it is made (FAO-DURATION-DEFAULT)."""
    provision = (law or family_assistance_law())["FAO-DURATION-DEFAULT"]
    return limited_period(facts, provision, starts_on=facts.made_on)


def family_assistance_order_may_be_made_in_family_proceedings(
    made_on: date, law: Law | None = None
) -> Finding | None:
    """No order before the power began; until 30 September 2007 exceptional circumstances (FAO-POWER)."""
    provision = (law or family_assistance_law())["FAO-POWER"]
    if not provision.in_force(made_on):
        starts = provision.starts or made_on
        return provision.finding("not_in_force", weight=Weight.BARS, made=made_on, starts=starts)
    if provision.value("exceptional_circumstances", made_on):
        return provision.finding("exceptional", weight=Weight.NOTES, made=made_on)
    return None


def family_assistance_order_never_runs_longer(
    period: LimitedPeriod, law: Law | None = None
) -> tuple[Finding, ...]:
    """A longer entry is barred; a court's record is kept with a warning (FAO-DURATION-MAX)."""
    return period.findings((law or family_assistance_law())["FAO-DURATION-MAX"])


def unread_order_has_its_days_at_the_latest(clock: OrderClock, law: Law | None = None) -> OrderClock:
    """The clock of an order that nobody has read: the whole period of the statute gives its latest days, and
    each says so (FAO-DURATION-DEFAULT)."""
    law, last = law or family_assistance_law(), clock.ends_on
    if last is None:
        return clock
    count = counted("month", law["FAO-DURATION-DEFAULT"].number("months", clock.made_on))

    def at_the_latest(one: ClockDay) -> ClockDay:
        provision = law[one.rule]
        if one.rule == "FAO-REVIEW":
            why = provision.sentence("midpoint_unread", due=one.on, last=last)
            return replace(one, what=provision.sentence("what_unread"), why=why)
        if one.rule == "FAO-DURATION-DEFAULT":
            why = provision.sentence("whole_unread", count=count, starts=clock.made_on)
            return replace(one, what=provision.sentence("last_unread"), why=why)
        return replace(one, what=provision.sentence("after_unread")) if one.rule == "FAO-END" else one

    return replace(clock, days=tuple(map(at_the_latest, clock.days)))


def the_court_ends_the_order(clock: OrderClock, on: date, law: Law | None = None) -> OrderClock:
    """The clock of an order that the court ended before its last day: the day of that is the last of effect
    (FAO-END)."""
    if clock.ends_on is None or on >= clock.ends_on:
        return clock
    provision = (law or family_assistance_law())["FAO-END"]
    why = provision.sentence("ended_by_court_why", last=clock.ends_on)
    last = ClockDay(on, provision.sentence("ended_by_court"), provision.id, why)
    kept = (one for one in clock.days if one.on <= on)
    return replace(clock, ends_on=on, days=in_sequence(*kept, last, *first_day_after(on, provision)))


def court_decides_after_the_order_is_made(on: date, made_on: date, law: Law | None = None) -> Finding | None:
    """Bar a decision on a running order that would lie before the day it was made (FAO-END)."""
    provision = (law or family_assistance_law())["FAO-END"]
    return provision.finding("decided_before", day=on, made=made_on) if on < made_on else None


def court_is_not_overtaken_by_an_earlier_answer(
    on: date, last_on: date, law: Law | None = None
) -> Finding | None:
    """Warn of an answer of a day before that of the one that stands, in whose place it would stand
    (FAO-END)."""
    provision = (law or family_assistance_law())["FAO-END"]
    if on >= last_on:
        return None
    return provision.finding("answered_before", weight=Weight.WARNS, day=on, last=last_on)


def court_ends_what_still_runs(on: date, ends_on: date, law: Law | None = None) -> Finding | None:
    """Bar an end by the court on a day after the last day that the order has without it (FAO-END)."""
    provision = (law or family_assistance_law())["FAO-END"]
    return provision.finding("over_by_then", day=on, last=ends_on) if on > ends_on else None


def nothing_is_done_before_the_order(on: date, made_on: date, law: Law | None = None) -> Finding | None:
    """Bar what would have been done under the order on a day before it was made (FAO-END)."""
    provision = (law or family_assistance_law())["FAO-END"]
    return provision.finding("worked_before", day=on, made=made_on) if on < made_on else None


def plan_is_reviewed_before_the_order_ends(made_on: date, ends_on: date, law: Law | None = None) -> Reckoning:
    """The day of the review where the plan sets none: the midpoint of the order (FAO-REVIEW)."""
    provision = (law or family_assistance_law())["FAO-REVIEW"]
    parts = provision.number("parts_of_the_order", made_on)
    return add_days(made_on, (ends_on - made_on).days // parts, provision=provision)


def nothing_new_begins_after_the_last_day(on: date, ends_on: date, law: Law | None = None) -> Finding | None:
    """Bar what would begin on a day after the order has ended (FAO-END)."""
    provision = (law or family_assistance_law())["FAO-END"]
    return provision.finding("ended", last=ends_on) if on > ends_on else None


def what_is_open_after_the_last_day(
    open_steps: Sequence[int], on: date, ends_on: date, law: Law | None = None
) -> Finding | None:
    """Warn of the steps of the plan, by their numbers, that are open after the order has ended (FAO-END)."""
    provision = (law or family_assistance_law())["FAO-END"]
    if on <= ends_on or not open_steps:
        return None
    numbers = ", ".join(map(str, open_steps))
    return provision.finding("still_open", weight=Weight.WARNS, last=ends_on, numbers=numbers)


def longer_help_needs_a_new_order(
    asked_end_on: date, made_on: date, ends_on: date, *, by_court: bool, law: Law | None = None
) -> Finding | None:
    """Bar a later end entered here; keep one that the court set, to the last day of the statute at most
    (FAO-NOEXTEND)."""
    law = law or family_assistance_law()
    if asked_end_on <= ends_on:
        return None
    if not by_court:
        return law["FAO-NOEXTEND"].finding("own", last=ends_on)
    allowed = family_assistance_period(OrderFacts(made_on), law).limit.result
    effect = min(asked_end_on, allowed)
    return law["FAO-NOEXTEND"].finding(
        "by_court", weight=Weight.WARNS, asked=asked_end_on, last=ends_on, effect=effect
    )


def _other_start(facts: OrderFacts, law: Law) -> tuple[Finding, ...]:
    if facts.starts_on in (None, facts.made_on):
        return ()
    starts = facts.starts_on or facts.made_on
    return (law["FAO-POWER"].finding("other_start", weight=Weight.WARNS, made=facts.made_on, starts=starts),)


def _made(facts: OrderFacts, law: Law) -> ClockDay:
    provision = law["FAO-POWER"]
    return ClockDay(facts.made_on, provision.sentence("made"), provision.id, provision.says)


def _review(made_on: date, ends_on: date, law: Law) -> ClockDay | None:
    found = plan_is_reviewed_before_the_order_ends(made_on, ends_on, law)
    if not made_on < found.result < ends_on:
        return None
    provision = law["FAO-REVIEW"]
    count = counted("day", found.n)
    why = provision.sentence("midpoint", due=found.result, count=count, made=made_on, last=ends_on)
    return ClockDay(found.result, provision.sentence("what"), provision.id, why)


def _end(period: LimitedPeriod, ends_on: date, law: Law) -> tuple[ClockDay, ...]:
    default, longest, after = (law[f"FAO-{id_}"] for id_ in ("DURATION-DEFAULT", "DURATION-MAX", "END"))
    return days_of_the_period(period, ends_on, default=default, longest=longest, after=after)


def comes_up_before(day: Due) -> Due:
    """A day that lies far ahead, with the day from which it stands among what is to be done (FAO-AHEAD)."""
    provision = family_assistance_law()["FAO-AHEAD"]
    n = provision.number("weeks", day.on)
    return replace(day, comes_up_on=minus_weeks(day.on, n, provision=provision).result)
