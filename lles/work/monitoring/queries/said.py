"""What is told of a call, held or planned, as a form gives it and a change takes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from lles.casefile.timeline import LONDON
from lles.law.calendar import Calendar
from lles.work.monitoring import rules


@dataclass(frozen=True)
class Next:
    """When the next call is, and about which day; without a day of its own, on the first working day after
    the one that is monitored."""

    at_time: time
    monitored_on: date | None = None
    on: date | None = None

    def starts_at(self, calendar: Calendar) -> datetime | None:
        """The moment in London, None where no day follows."""
        day = self.on
        if day is None and self.monitored_on is not None:
            found = rules.call_is_planned_after_the_time_that_is_monitored(self.monitored_on, calendar)
            day = found.result
        return datetime.combine(day, self.at_time, LONDON) if day else None


@dataclass(frozen=True)
class Said:
    """What a call brought: whether one was reached, about which day, the answer for each provision by its
    number, the account, and when the next call is."""

    held_at: datetime
    outcome: str
    language: str
    monitored_on: date | None = None
    answers: Mapping[int, str] = field(default_factory=dict)
    account: str = ""
    next: Next | None = None
