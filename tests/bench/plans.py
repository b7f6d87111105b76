"""Which cases a measurement has: who has each, whether it is open, and when it came in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from lles.site.synthetic import Payload, Wish, draw_family, private_case
from lles.site.synthetic.draws import Draws
from tests.bench.service import TEAM, People

LONDON = ZoneInfo("Europe/London")
EACH = 20  # open cases of one practitioner
OF_FIRST_TEAM = TEAM * EACH
WAITING = range(OF_FIRST_TEAM + 1, OF_FIRST_TEAM + 21)
DAYS_BACK = 3 * 365
FILED_AFTER = timedelta(days=24)  # seventeen working days
SEED = 20


@dataclass(frozen=True)
class Plan:
    """One case: its number, its practitioner and office, when it came in and when it was closed."""

    number: int
    practitioner: int
    office: int
    opened_at: datetime
    closed_at: datetime | None
    draws: Draws
    is_waiting: bool = False

    @property
    def officer(self) -> int | None:
        """Who has the case; nobody while it waits to be given to somebody."""
        return None if self.is_waiting else self.practitioner

    @property
    def filed_at(self) -> datetime:
        """When the letter of the case was filed, or is to be."""
        return self.opened_at + FILED_AFTER

    def payload(self) -> Payload:
        """The case as the court sends it on the day it comes in."""
        ordered = 9 if self.draws.percent(10) else None
        wish = Wish(issued_days_ago=1, letter_ordered_in_days=ordered)
        return private_case(draw_family(SEED, self.number, self.opened_at.date(), wish))


def plans(people: People, numbers: range, today: date) -> Iterator[Plan]:
    """Two of five cases are open while anybody has room. The first team has all its open cases from the
    start: history grows and caseload does not."""
    for number in numbers:
        draws = Draws(SEED, number, "plan")
        holder = _holder(people, number)
        is_open = holder > 0 or number in WAITING
        yield _plan(people, number, holder or draws.of(people.practitioners), draws, today, is_open=is_open)


def _holder(people: People, number: int) -> int:
    if number <= OF_FIRST_TEAM:
        return people.practitioners[(number - 1) // EACH]
    if number in WAITING:
        return 0
    fives, place = divmod(number - WAITING.stop, 5)
    turn = TEAM + (2 * fives + place) // EACH
    return people.practitioners[turn] if place < 2 and turn < len(people.practitioners) else 0


def _plan(
    people: People, number: int, practitioner: int, draws: Draws, today: date, *, is_open: bool
) -> Plan:
    is_waiting = number in WAITING
    ago = draws.between(0, 1 if is_waiting else 40) if is_open else draws.between(60, DAYS_BACK)
    opened_on = today - timedelta(days=ago)
    opened_at = datetime.combine(opened_on, time(draws.between(6, 8), draws.below(60)), LONDON)
    closed_at = None if is_open else opened_at + timedelta(days=draws.between(30, 50))
    return Plan(number, practitioner, people.office_of(practitioner), opened_at, closed_at, draws, is_waiting)
