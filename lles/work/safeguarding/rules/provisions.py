"""The provisions of safeguarding (SG-*), from `law.toml` beside this folder."""

from functools import cache
from pathlib import Path

from lles.law.provisions import Law, load


@cache
def safeguarding_law() -> Law:
    """The provisions of safeguarding by their ids."""
    return load(Path(__file__).parent.parent / "law.toml")
