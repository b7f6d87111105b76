"""The provisions that at least two pieces of work rest on (CONF-*, CYM-*, REC-*, DIR-*, DA-*)."""

from functools import cache
from pathlib import Path

from lles.law.provisions import Law, load


@cache
def casefile_law() -> Law:
    """The provisions of the casefile by their ids."""
    return load(Path(__file__).parent / "law.toml")
