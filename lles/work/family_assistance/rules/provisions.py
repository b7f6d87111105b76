"""The provisions of family assistance orders (FAO-*), from `law.toml` beside this folder."""

from functools import cache
from pathlib import Path

from lles.law.provisions import Law, load


@cache
def family_assistance_law() -> Law:
    """The provisions of family assistance orders by their ids."""
    return load(Path(__file__).parent.parent / "law.toml")
