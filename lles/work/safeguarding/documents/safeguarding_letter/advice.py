"""The closed sentences of the letter: advice to the court, and what the service can do next."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from lles.law.bilingual import Text

_TABLE = Path(__file__).with_name("advice.toml")


@cache
def pieces_of_advice() -> Mapping[str, Text]:
    """Every piece of advice by its code, in the order in which the letter gives them."""
    return _sentences("advice")


@cache
def next_steps() -> Mapping[str, Text]:
    """Every next step by its code."""
    return _sentences("next")


def _sentences(group: str) -> Mapping[str, Text]:
    table = tomllib.loads(_TABLE.read_text("utf-8"))[group]
    return MappingProxyType({code: Text.from_data(row) for code, row in table.items()})
