"""The closed sentences of the letter: options open to the court, and what the service can do next."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from lles.law.bilingual import Text

_TABLE = Path(__file__).with_name("advice.toml")


@dataclass(frozen=True)
class Advice:
    """One option: the sentence that advises it, and its name where it is only open to the court."""

    says: Text
    option: Text


@cache
def pieces_of_advice() -> Mapping[str, Advice]:
    """Every option by its code, in the order in which the letter gives them."""
    rows = _table("advice").items()
    return MappingProxyType({code: Advice(_words(row), Text.from_data(row["option"])) for code, row in rows})


@cache
def next_steps() -> Mapping[str, Text]:
    """Every next step by its code."""
    return MappingProxyType({code: _words(row) for code, row in _table("next").items()})


def _words(row: Mapping[str, Any]) -> Text:
    return Text(en=str(row["en"]), cy=str(row["cy"]))


def _table(group: str) -> Mapping[str, Mapping[str, Any]]:
    found: Mapping[str, Mapping[str, Any]] = tomllib.loads(_TABLE.read_text("utf-8"))[group]
    return found
