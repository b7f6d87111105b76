"""The provisions of earlier involvement by their ids."""

from functools import cache
from pathlib import Path

from lles.law.provisions import Law, load


@cache
def earlier_involvement_law() -> Law:
    """The table beside this folder."""
    return load(Path(__file__).parents[1] / "law.toml")
