"""The provisions of the court's timetable by their ids."""

from functools import cache
from pathlib import Path

from lles.law.provisions import Law, load


@cache
def timetable_law() -> Law:
    """What the court does with an application, and by when (CAP-*, FH-*, PF-*, S8-*)."""
    return load(Path(__file__).parents[1] / "law.toml")
