"""What a conversation about safety asks, topic by topic."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from lles.law.bilingual import Text

_TABLE = Path(__file__).with_name("topics.toml")


@dataclass(frozen=True)
class Topic:
    """One topic: `of_events` where somebody did something at some time, perhaps before a child;
    `of_abuse` where what is said under it raises domestic abuse (DA-ALLSTAGES)."""

    code: str
    title: Text
    asks: Text
    of_events: bool
    of_abuse: bool


@cache
def topics() -> Mapping[str, Topic]:
    """Every topic by its code, in the order of the page."""
    table = tomllib.loads(_TABLE.read_text("utf-8"))
    return MappingProxyType({code: _topic(code, row) for code, row in table.items()})


def _topic(code: str, row: Mapping[str, object]) -> Topic:
    return Topic(
        code, Text.from_data(row["title"]), Text.from_data(row["asks"]), row.get("events", False) is True,
        row.get("abuse", False) is True,
    )  # fmt: skip
