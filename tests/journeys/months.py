"""Stories that take months: a service of their own whose clock moves on, a desk that signs in again."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from pytest_django.plugin import DjangoDbBlocker
from time_machine import Traveller, escape_hatch, travel

from lles.casefile.changes.filing import RECALL
from lles.links.postgres import PROJECT, Server
from lles.site.synthetic.families import LONDON
from tests.journeys.desk import Desk
from tests.journeys.service import IN_TIME, Service, serving

CLOCK = PROJECT / "tests" / "journeys" / "clock"
SEEN_WITHIN = 0.4
ONE_ROUND = """
from lles.site.cli.database import ready
ready()
from lles.casefile.jobs import send_waiting
send_waiting(timestamp=0)
"""


IN_THE_BROWSER = """
(() => {
  const real = (Date.real ??= Date.now);
  Date.now = () => real.call(Date) + %s;
})()
"""


@dataclass(frozen=True)
class Months:
    """A service in which it is another day, for everybody: the test, the site, the commands and the jobs."""

    service: Service
    traveller: Traveller
    place: Path

    def send_to_court(self, desk: Desk) -> None:
        """What waits for the court is sent once it cannot be taken back any more: one round of the worker,
        which keeps to real minutes."""
        self.move_to(datetime.now(UTC) + RECALL)
        self.seen_at(desk)
        done = subprocess.run(
            [sys.executable, "-c", ONE_ROUND], cwd=PROJECT, env=dict(self.service.environment),
            capture_output=True, text=True, timeout=IN_TIME, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr

    def seen_at(self, desk: Desk) -> None:
        """The browser of a desk has the same clock: a page counts the minutes of its session."""
        away = datetime.now(UTC).timestamp() - _real()
        desk.page.context.add_init_script(IN_THE_BROWSER % round(away * 1000))

    def move_to(self, at: datetime) -> None:
        """It is another moment now, everywhere."""
        away = _written(self.place, at)
        self.traveller.move_to(_real() + away)
        time.time()  # the journey begins with the first look at the clock
        time.sleep(SEEN_WITHIN)


@contextmanager
def beginning(server: Server, blocker: DjangoDbBlocker, state: Path, at: datetime) -> Iterator[Months]:
    """A service of its own that begins at a moment."""
    place = state / "clock"
    _written(place, at)
    clock = {"JOURNEY_CLOCK": str(place), "PYTHONPATH": os.pathsep.join((str(CLOCK), str(PROJECT)))}
    with travel(at, tick=True) as traveller:
        time.time()  # the journey begins with the first look at the clock
        with serving(server, blocker, state, "_months", clock) as service:
            yield Months(service, traveller, place)


def _written(place: Path, at: datetime) -> float:
    away = at.timestamp() - _real()
    fresh = place.with_suffix(".new")
    fresh.write_text(str(away))
    fresh.rename(place)
    return away


def _real() -> float:
    """The real clock, whether this process travels or not."""
    return float(escape_hatch.time.time()) if escape_hatch.is_travelling() else time.time()


def morning(on: date) -> datetime:
    """A moment of a day at which people work."""
    return datetime(on.year, on.month, on.day, 10, 30, tzinfo=LONDON)


def come_back(desk: Desk, months: Months, username: str, on: date) -> None:
    """Another day begins: the officer signs in again."""
    months.move_to(morning(on))
    months.seen_at(desk)
    desk.page.context.clear_cookies(name="lles")
    desk.sign_in(username)
    desk.page.wait_for_url(f"{desk.service.url}/")


def today() -> date:
    """The day of the story."""
    return datetime.now(UTC).astimezone(LONDON).date()
