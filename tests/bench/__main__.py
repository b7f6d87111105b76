"""`make bench`: fills a database of its own, measures, prints the tables on standard output, cleans up."""

import os
import signal
import sys
import time
from dataclasses import dataclass, replace

from tests.bench.ground import own_database

LONGEST = 600  # seconds; nothing that is measured here should come near


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    first: int
    cases: int
    ones: int
    fifties: int
    letters: int
    pages: int
    by_hand: int


WHOLE, QUICK = Size(1_000, 10_000, 100, 4, 5, 1_000, 40), Size(500, 1_500, 20, 1, 2, 300, 5)


def main() -> int:
    """Measures everything once; QUICK=1 measures less, CASES=50000 goes from ten thousand cases to more."""
    size = QUICK if os.environ.get("QUICK") == "1" else WHOLE
    if more := int(os.environ.get("CASES", "0")):
        size = replace(size, first=WHOLE.cases, cases=max(more, WHOLE.cases))
    signal.signal(signal.SIGALRM, _give_up)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    signal.alarm(LONGEST + size.cases // 20)
    start = time.monotonic()
    with own_database() as name:
        _measure(name, size, start)
    return 0


def _measure(name: str, size: Size, start: float) -> None:
    from django.utils import timezone

    from tests.bench import by_hand, clock, feed, hidden, letters, loading, notes, pages, workers
    from tests.bench.table import Part, printed

    def say(what: str) -> None:
        print(f"[{time.monotonic() - start:5.1f} s] {what}", file=sys.stderr, flush=True)

    now = timezone.now()
    today = timezone.localdate(now)
    load = loading.Load(name, now)
    username = load.people.name_of(load.people.practitioners[0])
    say(f"Loading {size.first:,} cases")
    load.up_to(size.first)
    say("Pages")
    before = pages.measured(name, username, today)
    say(f"Loading up to {size.cases:,} cases")
    load.up_to(size.cases)
    say("Pages")
    after = pages.measured(name, username, today)
    parts = [pages.part(after, before, size.cases, size.first)]
    say("The site as it is served")
    parts += workers.measured(username, size.pages)
    parts.append(hidden.measured(username))
    officer = pages.Reader(username).officer
    say("Notes")
    changes = notes.measured(name, officer, now)
    say("Cases by hand")
    opened = by_hand.measured(name, now, size.by_hand)
    parts.insert(1, replace(changes, rows=(*changes.rows, *opened.rows)))
    say("Letters")
    parts.append(letters.measured(officer, now, size.letters))
    say("Feed")
    parts.insert(0, feed.measured(name, now, size.ones, size.fifties))
    say("Done")
    parts.append(Part(("Yardstick", "CPU ms"), (("half a million squares", f"{clock.yardstick():.1f}"),)))
    print(printed(parts))


def _give_up(*_: object) -> None:
    raise TimeoutError("The measurement did not end in its time.")


if __name__ == "__main__":
    sys.exit(main())
