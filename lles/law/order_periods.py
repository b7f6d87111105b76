"""The period of an order that a statute limits: what it allows, what the order says, and its last day."""

from dataclasses import dataclass, replace
from datetime import date, time

from lles.law.counting import OUT_OF_REACH, DayOutOfReach, in_months, last_of_months, shifted
from lles.law.due import Due, DueDay, NoDay, ordered_due
from lles.law.findings import Finding, Weight
from lles.law.order_clock import ClockDay, OrderClock, OrderFacts, in_sequence
from lles.law.periods import Reckoning, months_beginning_with
from lles.law.plurals import counted
from lles.law.provisions import Provision


@dataclass(frozen=True)
class LimitedPeriod:
    """A period beginning with a day: the most months that a provision allows, and what is stated of this
    one. A day that no calendar can write is None."""

    provision: Provision
    starts_on: date
    longest: int
    months: int | None
    end_on: date | None
    is_imported: bool

    @property
    def limit(self) -> Reckoning:
        """The longest period; raises DayOutOfReach where its last day is one that no calendar can write."""
        return months_beginning_with(self.starts_on, self.longest, provision=self.provision)

    @property
    def last_allowed(self) -> date | None:
        """The last day that the statute allows."""
        return _within_reach(self.starts_on, self.longest)

    @property
    def last_by_months(self) -> date | None:
        """The last day by the months stated; None where none are stated or they are more than allowed."""
        if self.months is None or not 0 <= self.months <= self.longest:
            return None
        return _within_reach(self.starts_on, self.months)

    @property
    def is_stated(self) -> bool:
        """True when the order says how long it lasts."""
        return self.months is not None or self.end_on is not None

    @property
    def has_too_many_months(self) -> bool:
        """True when the order says more months than the statute allows."""
        return self.months is not None and self.months > self.longest

    @property
    def is_too_long(self) -> bool:
        """True when the order would end later than the statute allows."""
        if self.end_on is not None:
            return self.end_on > (self.last_allowed or date.max)
        return self.has_too_many_months

    @property
    def is_a_day_too_long(self) -> bool:
        """True when the stated end is the corresponding day, as where the first day was not counted."""
        if self.end_on is None or not self.is_too_long:
            return False
        return self.end_on == in_months(self.starts_on, self.longest)

    @property
    def ends_before_it_begins(self) -> bool:
        """True when the stated end leaves no day of effect."""
        if self.end_on is not None:
            return self.end_on < self.starts_on
        return self.months is not None and self.months < 1

    @property
    def stated_end(self) -> date | None:
        """The last day that the order states and the statute allows; None where no such day follows."""
        if not self.is_stated or self.ends_before_it_begins:
            return None
        if self.end_on is not None:
            return min(self.end_on, self.last_allowed or date.max)
        return self.last_allowed if self.has_too_many_months else self.last_by_months

    @property
    def last_day(self) -> date | None:
        """The last day that the order states, else the last of the whole period."""
        return self.stated_end if self.is_stated else self.last_allowed

    def findings(self, provision: Provision) -> tuple[Finding, ...]:
        """What stands against the period, in the sentences of the provision that limits it: what is entered
        here is barred, what a court's record says is kept with a warning. A last day that no calendar can
        write is noted."""
        weight = Weight.WARNS if self.is_imported else Weight.BARS
        if self.ends_before_it_begins:
            return (provision.finding("before_start", weight=weight, starts=self.starts_on),)
        found: list[Finding] = []
        if self.is_too_long or self.has_too_many_months:
            key = "day_too_long" if self.is_a_day_too_long else "too_long"
            count, last = counted("month", self.longest), self.last_allowed or date.max
            found.append(provision.finding(key, weight=weight, count=count, last=last))
        if self.last_by_months and self.end_on not in (None, self.last_by_months):
            count = counted("month", self.months or 0)
            found.append(provision.finding("differs", weight=weight, count=count, last=self.last_by_months))
        if self.last_day is None:
            found.append(Finding(provision.id, Weight.NOTES, OUT_OF_REACH))
        return tuple(found)


def _within_reach(starts_on: date, months: int) -> date | None:
    try:
        return last_of_months(starts_on, months)
    except DayOutOfReach:
        return None


def limited_period(facts: OrderFacts, provision: Provision, *, starts_on: date) -> LimitedPeriod:
    """The period of an order beginning with a day, under the longest period in force when it was made."""
    longest = provision.number("months", facts.made_on)
    return LimitedPeriod(provision, starts_on, longest, facts.months, facts.end_on, facts.is_imported)


def days_of_the_period(
    period: LimitedPeriod, ends_on: date, *, default: Provision, longest: Provision, after: Provision
) -> tuple[ClockDay, ...]:
    """The last day of a period and why it is that, the later end of a court's record that is kept beside it,
    and the first day without effect, unless no calendar can write it; each in the sentences of its
    provision."""
    kept = period.end_on if period.is_imported and period.is_too_long else None
    stated = (
        (ClockDay(kept, longest.sentence("stated"), longest.id, longest.sentence("kept")),) if kept else ()
    )
    return (_last_day(period, ends_on, default, longest), *stated, *first_day_after(ends_on, after))


def first_day_after(ends_on: date, provision: Provision) -> tuple[ClockDay, ...]:
    """The first day without effect; none where no calendar can write it."""
    if ends_on == date.max:
        return ()
    what, why = provision.sentence("after"), provision.sentence("after_why", last=ends_on)
    return (ClockDay(shifted(ends_on, 1), what, provision.id, why),)


def last_day_before(ceased_on: date) -> date:
    """The last day of effect of what ceased on a day: the one before, since on that day it has none."""
    return shifted(ceased_on, -1)


def clock_until_it_ceased(
    clock: OrderClock, ceased_on: date | None, *, after: Provision, by: Provision
) -> OrderClock:
    """The clock of an order that ceased on a day by a provision, where that came after the order was made and
    before any other end; the last day and the first without effect are in the sentences of `after`."""
    if ceased_on is None or ceased_on <= clock.made_on:
        return clock
    last_on = last_day_before(ceased_on)
    if (clock.ends_on or date.max) <= last_on:
        return clock
    last = ClockDay(last_on, after.sentence("last"), by.id, by.says)
    before = (one for one in clock.days if one.on <= last_on)
    return replace(clock, ends_on=last_on, days=in_sequence(*before, last, *first_day_after(last_on, after)))


def _last_day(period: LimitedPeriod, ends_on: date, default: Provision, longest: Provision) -> ClockDay:
    what, limit, starts = default.sentence("last"), counted("month", period.longest), period.starts_on
    if not period.is_stated:
        return ClockDay(ends_on, what, default.id, default.sentence("whole", count=limit, starts=starts))
    if period.is_too_long:
        why = longest.sentence("capped", count=limit, starts=starts)
    elif period.months is None or period.end_on is not None:
        why = longest.sentence("ordered", count=limit)
    else:
        why = longest.sentence("months", count=counted("month", period.months), starts=starts)
    return ClockDay(ends_on, what, longest.id, why)


def report_due_by_the_end(
    provision: Provision, ordered_on: date | None, ordered_time: time | None, ends_on: date | None
) -> DueDay:
    """The day of a report that a court directed under an order: the day it set, else the last day of the
    order, or why there is none."""
    if ends_on is None:
        computed: DueDay = NoDay(provision.id, provision.sentence("no_end"))
    else:
        says = provision.sentence("by_the_end", due=ends_on)
        computed = Due(ends_on, None, provision.id, None, None, None, (), says)
    return computed if ordered_on is None else ordered_due(ordered_on, ordered_time, computed)
