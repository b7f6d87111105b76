"""The provisions of activity directions and conditions (ACT-*), from `law.toml` beside this folder."""

from functools import cache
from pathlib import Path

from lles.law.provisions import Law, load


@cache
def activities_law() -> Law:
    """The provisions of activities by their ids."""
    return load(Path(__file__).parent.parent / "law.toml")
