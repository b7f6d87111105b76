"""What a piece of work costs: time on the wall, CPU here, CPU of the database behind it, statements."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection

TICK = os.sysconf("SC_CLK_TCK")
BETWEEN = ("SAVEPOINT", "RELEASE", "ROLLBACK", "SET LOCAL ROLE", "RESET ROLE")


@dataclass(frozen=True)
class Cost:
    """Milliseconds for one piece of work; `database` is None where the server lies on another machine."""

    wall: float
    own: float
    database: float | None

    @property
    def cpu(self) -> float:
        """The CPU of the application and of the database together."""
        return self.own + (self.database or 0.0)

    def shared_by(self, things: int) -> "Cost":
        """The cost of one of several things that were done together."""
        database = None if self.database is None else self.database / things
        return Cost(self.wall / things, self.own / things, database)


Works = Sequence[Callable[[], object]]


def quietest(works: Works, pid: int | None, rounds: int = 5) -> Cost:
    """What one of these costs: each is done once to warm up, then the round that others disturbed least."""
    timed(works, pid)
    return min((timed(works, pid) for _ in range(rounds)), key=lambda taken: taken.cpu)


def timed(works: Works, pid: int | None) -> Cost:
    """What one of these costs on average when each is done once."""
    database, wall, own = cpu_of(pid), time.perf_counter(), time.process_time()
    for work in works:
        work()
    own, wall, after = time.process_time() - own, time.perf_counter() - wall, cpu_of(pid)
    spent = None if database is None or after is None else 1000 * (after - database)
    return Cost(1000 * wall, 1000 * own, spent).shared_by(len(works))


def cpu_of(pid: int | None) -> float | None:
    """Seconds of CPU that a process of this machine has used, as finely as the machine counts."""
    try:
        nanoseconds = Path(f"/proc/{pid}/schedstat").read_text().split()[0]
        if int(nanoseconds):
            return int(nanoseconds) / 1e9
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / TICK


def backend() -> int | None:
    """The process of the database that works for this process; None where it is not on this machine."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = int(cursor.fetchone()[0])
    return pid if cpu_of(pid) is not None else None


def yardstick() -> float:
    """Milliseconds of CPU for a fixed piece of plain Python: a measure for the machine and its hour."""
    return quietest([lambda: sum(number * number for number in range(500_000))], None).own


@contextmanager
def statements() -> Iterator[list[str]]:
    """The statements that Django sends meanwhile, but for bounds of transactions and changes of role."""
    sent: list[str] = []

    def note(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if not sql.startswith(BETWEEN):
            sent.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield sent
