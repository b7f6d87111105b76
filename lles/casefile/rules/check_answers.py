"""The closed words for an answer to a check: what each says, and the most a letter may build on it.

This is the only home of the sentence. Whoever writes of an answer asks `strongest_sentence`, so that no
letter claims more than the answer behind it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from lles.law.bilingual import Text

AskedOf = Literal["police", "local_authority", "school", "nursery", "health_visitor", "gp", "professional"]
OF_ADULTS: tuple[AskedOf, ...] = ("police", "local_authority")
SOURCES: tuple[AskedOf, ...] = ("school", "nursery", "health_visitor", "gp", "professional")
_TABLE = Path(__file__).with_name("check_answers.toml")
_GIVERS: Mapping[object, tuple[AskedOf, ...]] = {
    "police": ("police",),
    "local_authority": ("local_authority",),
    "both": OF_ADULTS,
    "source": SOURCES,
}


@dataclass(frozen=True)
class Outcome:
    """One outcome of a check: its short name, its strongest sentence while it goes on and once it has ended,
    who can give it, and how much it claims beside the others that the same body can give."""

    code: str
    says: Text
    carries: Text
    given_by: tuple[AskedOf, ...]
    strength: int
    carried: Text

    def at_most(self, ended: str) -> Text:
        """The most that may be written of it: of what has ended nobody says that it is so."""
        return self.carried if ended else self.carries

    def can_come_from(self, asked: AskedOf) -> bool:
        """True when this body can give this answer."""
        return asked in self.given_by


@cache
def outcomes() -> Mapping[str, Outcome]:
    """Every outcome by its code, in the order in which a list shows them."""
    table = tomllib.loads(_TABLE.read_text("utf-8"))
    return MappingProxyType({code: _outcome(code, row) for code, row in table.items()})


def outcomes_of(asked: AskedOf) -> tuple[Outcome, ...]:
    """The outcomes that one kind of body can give."""
    return tuple(outcome for outcome in outcomes().values() if outcome.can_come_from(asked))


def is_of_adults(code: str) -> bool:
    """Whether the police or a council says this of an adult, and nobody close to a child."""
    return any(outcomes()[code].can_come_from(asked) for asked in OF_ADULTS)


def strongest_sentence(code: str, ended: str) -> Text:
    """The most that may be written of one fact of an answer, and of the day on which it ended, if it did."""
    return outcomes()[code].at_most(ended)


def _outcome(code: str, row: Mapping[str, object]) -> Outcome:
    given_by, strength = row["for"], row["strength"]
    if given_by not in _GIVERS:
        raise ValueError(f"{_TABLE.name}: {code}: nobody gives answers as {given_by}")
    if not isinstance(strength, int):
        raise TypeError(f"{_TABLE.name}: {code}: strength is a number")
    carries, carried = row["carries"], row.get("carried", row["carries"])
    return Outcome(
        code, Text.from_data(row["says"]), Text.from_data(carries), _GIVERS[given_by], strength,
        Text.from_data(carried),
    )  # fmt: skip
