"""The tables that are printed: what was measured, beside what is bare, beside the goal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.bench.clock import Cost

Row = tuple[str, ...]
CHANGES: Row = ("Changes", "CPU ms", "of it database", "wall ms", "bare SQL ms", "statements", "goal")


@dataclass(frozen=True)
class Part:
    """Rows that belong together, under the names of their columns."""

    columns: Row
    rows: tuple[Row, ...]


def printed(parts: Sequence[Part]) -> str:
    """The tables as text of even columns."""
    return "\n\n".join("\n".join(_lines(part)) for part in parts)


def against(reached: float, goal: float, words: str) -> str:
    """A goal in words, and whether what was measured stays within it."""
    return f"{words}: {'reached' if reached <= goal else 'NOT reached'}"


def of_the_database(cost: Cost) -> str:
    """The part of the database in what something costs; unknown where it lies on another machine."""
    return "?" if cost.database is None else f"{cost.database:.1f}"


def _lines(part: Part) -> Iterator[str]:
    rows = (part.columns, *part.rows)
    widths = [max(len(row[place]) for row in rows) for place in range(len(part.columns))]
    for row in rows:
        first, *rest = (text.ljust(width) for text, width in zip(row, widths, strict=True))
        yield "  ".join((first, *rest)).rstrip()
