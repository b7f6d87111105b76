"""The days on which what an order directs, attaches as a condition or makes incidentally is in force."""

from dataclasses import dataclass
from datetime import date

from lles.law.order_periods import last_day_before


@dataclass(frozen=True)
class InForce:
    """The first and the last day on which something is in force: without a first one nobody knows that it is
    at all; without a last one no end is known."""

    first: date | None
    last: date | None = None

    def within(self, begins: date, ends: date | None) -> bool:
        """Whether it is in force on any day from the one to the other, or at any time after the one."""
        if self.first is None or (ends is not None and ends < self.first):
            return False
        return self.last is None or self.last >= max(self.first, begins)


def days_in_force(
    made_on: date | None, since: date | None, until: date | None, order_ends_on: date | None,
    discharged_on: date | None,
) -> InForce:  # fmt: skip
    """From the day that it names, else from that of its order, to the last day that it or its order names; by
    a later order that discharges it it ceases on the day of that one, which is a day without it
    (S8-CONDITIONS)."""
    ceased = last_day_before(discharged_on) if discharged_on else None
    last = min((day for day in (until, order_ends_on, ceased) if day), default=None)
    return InForce(since or made_on, last)
