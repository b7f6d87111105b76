"""The closed words for an answer to a check: what each says, and the most a letter may build on it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from lles.law.bilingual import Text

AskedOf = Literal["police", "local_authority"]
_TABLE = Path(__file__).with_name("check_answers.toml")


@dataclass(frozen=True)
class Outcome:
    """One outcome of a check: its short name, its strongest sentence, and who can give it."""

    code: str
    says: Text
    carries: Text
    for_: Literal["police", "local_authority", "both"]

    def can_come_from(self, asked: AskedOf) -> bool:
        """True when this body can give this answer."""
        return self.for_ in (asked, "both")


@cache
def outcomes() -> Mapping[str, Outcome]:
    """Every outcome by its code, in the order in which a list shows them."""
    table = tomllib.loads(_TABLE.read_text("utf-8"))
    return MappingProxyType({code: _outcome(code, row) for code, row in table.items()})


def outcomes_of(asked: AskedOf) -> tuple[Outcome, ...]:
    """The outcomes that one kind of body can give."""
    return tuple(outcome for outcome in outcomes().values() if outcome.can_come_from(asked))


def _outcome(code: str, row: Mapping[str, object]) -> Outcome:
    given_by = row["for"]
    if given_by not in ("police", "local_authority", "both"):
        raise ValueError(f"{_TABLE.name}: {code}: nobody gives answers as {given_by}")
    return Outcome(code, Text.from_data(row["says"]), Text.from_data(row["carries"]), given_by)
