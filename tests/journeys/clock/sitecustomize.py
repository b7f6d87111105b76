"""The clock of a process of a story that takes months: as far from the real one as a file says, and moved
whenever that file is. Python reads this module by its name before anything else, where the path says so.

A journey in time begins when somebody first asks for the time, so it is asked for at once: a process that is
slow to begin would be late by as much."""

import os
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from time_machine import escape_hatch, travel

EVERY = 0.05


def _there(away: float) -> datetime:
    return datetime.fromtimestamp(escape_hatch.time.time() + away, UTC)


def _follow(place: Path) -> None:
    """Travels as far as the file says, and goes on looking at it."""
    read = place.read_text()
    traveller = travel(time.time() + float(read), tick=True).start()
    time.time()

    def look() -> None:
        known = read
        while True:
            time.sleep(EVERY)
            if (now := place.read_text()) not in ("", known):
                known = now
                traveller.move_to(_there(float(now)))
                time.time()

    def watch() -> None:
        threading.Thread(target=look, daemon=True).start()

    watch()
    os.register_at_fork(after_in_child=watch)


if "JOURNEY_CLOCK" in os.environ:
    _follow(Path(os.environ["JOURNEY_CLOCK"]))
