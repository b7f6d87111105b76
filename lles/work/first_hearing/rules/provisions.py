"""The provisions of what happens at court."""

from functools import cache
from pathlib import Path

from lles.law.provisions import Law, load


@cache
def court_law() -> Law:
    """The provisions of what happens at court by their ids."""
    return load(Path(__file__).parents[1] / "law.toml")
