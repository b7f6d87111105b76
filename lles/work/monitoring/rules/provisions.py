"""The provisions of monitoring orders (MON-*), from `law.toml` beside this folder."""

from functools import cache
from pathlib import Path

from lles.law.provisions import Law, load


@cache
def monitoring_law() -> Law:
    """The provisions of monitoring orders by their ids."""
    return load(Path(__file__).parent.parent / "law.toml")
