"""The days of the story, counted in working days from the day of the demonstration."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from lles.law.calendar import court_calendar

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class StoryDays:
    """Days before and after one moment; when that is a day off, they count from the next working day."""

    now: datetime

    @property
    def today(self) -> date:
        """The day of the demonstration in London."""
        return self.now.astimezone(LONDON).date()

    def before(self, working_days: int) -> date:
        """The day so many working days ago."""
        calendar = court_calendar()
        return calendar.working_day_before(calendar.working_day_from(self.today), working_days)

    def ahead(self, working_days: int) -> date:
        """The day in so many working days."""
        calendar = court_calendar()
        return calendar.working_day_after(calendar.working_day_from(self.today), working_days)

    def at(self, working_days_ago: int, hour: int, minute: int = 0) -> datetime:
        """A moment of an earlier working day, in London."""
        return datetime.combine(self.before(working_days_ago), time(hour, minute), LONDON)
