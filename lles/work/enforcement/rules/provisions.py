"""The provisions of enforcement (ENF-*, COMP-*), from `law.toml` beside this folder."""

from functools import cache
from pathlib import Path

from lles.law.provisions import Law, load


@cache
def enforcement_law() -> Law:
    """The provisions of enforcement by their ids."""
    return load(Path(__file__).parent.parent / "law.toml")
