"""The period of an order that a statute limits: what it allows, what the order says, and its last day."""

from dataclasses import dataclass
from datetime import date, time

from lles.law.counting import in_months, shifted
from lles.law.due import Due, DueDay, NoDay, ordered_due
from lles.law.findings import Finding, Weight
from lles.law.order_clock import ClockDay, OrderFacts
from lles.law.periods import Reckoning, months_beginning_with
from lles.law.plurals import counted
from lles.law.provisions import Provision


@dataclass(frozen=True)
class LimitedPeriod:
    """A period beginning with a day: the longest the statute allows, and what is stated of this one."""

    limit: Reckoning
    months: int | None
    end_on: date | None
    is_imported: bool

    @property
    def starts_on(self) -> date:
        """The first day, which counts."""
        return self.limit.starts

    @property
    def last_allowed(self) -> date:
        """The last day that the statute allows."""
        return self.limit.result

    @property
    def by_months(self) -> Reckoning | None:
        """The last day by the months stated, None where none are stated or they are more than allowed."""
        if self.months is None or not 0 <= self.months <= self.limit.n:
            return None
        return months_beginning_with(self.starts_on, self.months, provision=self.limit.provision)

    @property
    def is_stated(self) -> bool:
        """True when the order says how long it lasts."""
        return self.months is not None or self.end_on is not None

    @property
    def is_too_long(self) -> bool:
        """True when the order says more than the statute allows."""
        if self.end_on is not None:
            return self.end_on > self.last_allowed
        return self.months is not None and self.months > self.limit.n

    @property
    def is_a_day_too_long(self) -> bool:
        """True when the stated end is the corresponding day, as where the first day was not counted."""
        return self.is_too_long and self.end_on == in_months(self.starts_on, self.limit.n)

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
            return min(self.end_on, self.last_allowed)
        return self.by_months.result if self.by_months else self.last_allowed

    def findings(self, provision: Provision) -> tuple[Finding, ...]:
        """What stands against the period, in the sentences of the provision that limits it: what is entered
        here is barred, what a court's record says is kept with a warning."""
        weight = Weight.WARNS if self.is_imported else Weight.BARS
        if self.ends_before_it_begins:
            return (provision.finding("before_start", weight=weight, starts=self.starts_on),)
        if self.is_too_long:
            key = "day_too_long" if self.is_a_day_too_long else "too_long"
            count = counted("month", self.limit.n)
            return (provision.finding(key, weight=weight, count=count, last=self.last_allowed),)
        if self.by_months and self.end_on not in (None, self.by_months.result):
            count = counted("month", self.by_months.n)
            found = provision.finding("differs", weight=weight, count=count, last=self.by_months.result)
            return (found,)
        return ()


def limited_period(facts: OrderFacts, provision: Provision, *, starts_on: date) -> LimitedPeriod:
    """The period of an order beginning with a day, under the longest period in force when it was made."""
    longest = provision.number("months", facts.made_on)
    limit = months_beginning_with(starts_on, longest, provision=provision)
    return LimitedPeriod(limit, facts.months, facts.end_on, facts.is_imported)


def days_of_the_period(
    period: LimitedPeriod, ends_on: date, *, default: Provision, longest: Provision, after: Provision
) -> tuple[ClockDay, ...]:
    """The last day of a period and why it is that, the later end of a court's record that is kept beside it,
    and the first day without effect; each in the sentences of its provision."""
    kept = period.end_on if period.is_imported and period.is_too_long else None
    stated = (
        (ClockDay(kept, longest.sentence("stated"), longest.id, longest.sentence("kept")),) if kept else ()
    )
    gone = ClockDay(
        shifted(ends_on, 1), after.sentence("after"), after.id, after.sentence("after_why", last=ends_on)
    )
    return (_last_day(period, ends_on, default, longest), *stated, gone)


def _last_day(period: LimitedPeriod, ends_on: date, default: Provision, longest: Provision) -> ClockDay:
    what, limit, starts = default.sentence("last"), counted("month", period.limit.n), period.starts_on
    if period.is_too_long:
        return ClockDay(ends_on, what, longest.id, longest.sentence("capped", count=limit, starts=starts))
    if period.end_on is not None:
        return ClockDay(ends_on, what, default.id, default.sentence("ordered", count=limit))
    if period.months is None:
        return ClockDay(ends_on, what, default.id, default.sentence("whole", count=limit, starts=starts))
    count = counted("month", period.months)
    return ClockDay(ends_on, what, default.id, default.sentence("months", count=count, starts=starts))


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
