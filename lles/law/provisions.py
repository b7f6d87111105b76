"""Provisions: what the law says, read from tables with source, extent, force and days.

Every folder of law keeps its provisions in a TOML file of one format, described in `docs/decisions`.
"""

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import cast

from lles.law.bilingual import Filling, Text
from lles.law.findings import Finding, Weight
from lles.law.not_reckoned import NotReckoned

Value = int | str | bool
NATIONS = frozenset({"england", "wales"})
_NO_VALUE = Text(
    en="The rule was not in force on {on:bare}, so no day follows from it.",
    cy="Nid oedd y rheol mewn grym ar {on:bare}, felly nid oes diwrnod yn dilyn ohoni.",
)


class LawUnreadable(ValueError):
    """A table of law is not written as it should be; says the file and the provision."""


class NoValueOnDay(NotReckoned):
    """A provision has no value of that name in force on that day."""

    def __init__(self, provision: str, key: str, on: date) -> None:
        super().__init__(_NO_VALUE.fill(on=on), f"{provision} has no {key} on {on.isoformat()}")


class NotSettable(ValueError):
    """A value that the law itself fixes cannot be set by a service."""


class Effect(StrEnum):
    """What a provision does: bars, warns, notes, sets a day, says how to reckon, obliges or permits."""

    BARS = "bars"
    WARNS = "warns"
    NOTES = "notes"
    DEADLINE = "deadline"
    RECKONS = "reckons"
    OBLIGES = "obliges"
    PERMITS = "permits"


class Binding(StrEnum):
    """How binding the source is, from statute down to the design of this product."""

    STATUTE = "statute"
    RULES = "rules"
    DIRECTION = "direction"
    GUIDANCE = "guidance"
    PRACTICE = "practice"
    DESIGN = "design"


class Proof(StrEnum):
    """How far the source was read: itself, in official guidance, at second hand, or not yet."""

    READ_ITSELF = "V1"
    READ_IN_GUIDANCE = "V2"
    READ_AT_SECOND_HAND = "V3"
    UNVERIFIED = "U"


@dataclass(frozen=True)
class DatedValue:
    """A number or term of law, in force from a day, perhaps only in one nation or court."""

    key: str
    value: Value
    starts: date | None = None
    ends: date | None = None
    where: str | None = None
    source: str = ""

    def holds(self, on: date, where: str | None) -> bool:
        """True when the value is in force on that day in that nation or court."""
        if self.starts is not None and on < self.starts:
            return False
        if self.ends is not None and on > self.ends:
            return False
        return self.where is None or self.where == where


@dataclass(frozen=True)
class Provision:
    """One rule of law or practice, with its stable id, its source and its words."""

    id: str
    name: str
    citation: Text
    extent: frozenset[str]
    effect: Effect
    binding: Binding
    proof: Proof
    says: Text
    starts: date | None = None
    ends: date | None = None
    values: tuple[DatedValue, ...] = ()
    settable: bool = False
    sentences: Mapping[str, Text] = field(default_factory=lambda: MappingProxyType({}), hash=False)

    @property
    def weight(self) -> Weight:
        """How a finding under this provision weighs when nothing else is said."""
        return Weight(self.effect.value) if self.effect.value in set(Weight) else Weight.NOTES

    def in_force(self, on: date) -> bool:
        """True when the provision applies on that day; an unknown start counts as begun."""
        return (self.starts is None or self.starts <= on) and (self.ends is None or on <= self.ends)

    def value(self, key: str, on: date, where: str | None = None) -> Value:
        """The value in force on that day, the one of the nation or court before the general one."""
        held = [v for v in self.values if v.key == key and v.holds(on, where)]
        if not held:
            raise NoValueOnDay(self.id, key, on)
        return max(held, key=lambda v: (v.where is not None, v.starts or date.min)).value

    def number(self, key: str, on: date, where: str | None = None) -> int:
        """The value in force, which is a whole number."""
        value = self.value(key, on, where)
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(f"{self.id} {key} is not a number")
        return value

    def sentence(self, key: str, **params: Filling) -> Text:
        """One of the provision's own sentences, filled."""
        return self.sentences[key].fill(**params)

    def finding(
        self,
        key: str | None = None,
        *,
        weight: Weight | None = None,
        facts: tuple[tuple[str, str], ...] = (),
        put_right: str = "",
        **params: Filling,
    ) -> Finding:
        """A finding under this provision, in the words of the provision or of one of its sentences."""
        says = self.says if key is None else self.sentence(key, **params)
        return Finding(self.id, weight or self.weight, says, facts, put_right)

    def with_value(self, value: DatedValue) -> "Provision":
        """The provision with a value that a service sets by a dated row of its own."""
        if not self.settable:
            raise NotSettable(f"{self.id} is fixed by law")
        return replace(self, values=(*self.values, value))


Law = Mapping[str, Provision]


def load(path: Path) -> dict[str, Provision]:
    """Every provision of one table, keyed by its id."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LawUnreadable(f"{path}: {error}") from error
    return {id_: _provision(path, id_, row) for id_, row in table.items()}


def _provision(path: Path, id_: str, row: object) -> Provision:
    try:
        if not isinstance(row, dict):
            raise TypeError("a provision is a table")
        return _read(id_, row)
    except (KeyError, TypeError, ValueError) as error:
        reason = f"lacks {error}" if isinstance(error, KeyError) else str(error)
        raise LawUnreadable(f"{path}: {id_}: {reason}") from error


def _read(id_: str, row: dict[str, object]) -> Provision:
    known = {"name", "citation", "extent", "effect", "binding", "proof", "says", "starts", "ends"}
    unknown = set(row) - known - {"values", "settable", "sentences"}
    if unknown:
        raise ValueError(f"unknown words {', '.join(sorted(unknown))}")
    return Provision(
        id=id_,
        name=str(row["name"]),
        citation=read_text(row["citation"]),
        extent=_extent(row["extent"]),
        effect=Effect(str(row["effect"])),
        binding=Binding(str(row["binding"])),
        proof=Proof(str(row["proof"])),
        says=read_text(row["says"]),
        starts=_day(row.get("starts")),
        ends=_day(row.get("ends")),
        values=tuple(_value(one) for one in _rows(row.get("values", []))),
        settable=row.get("settable", False) is True,
        sentences=MappingProxyType(read_texts(row.get("sentences", {}))),
    )


def read_texts(rows: object) -> dict[str, Text]:
    """A table of named pairs of words."""
    if not isinstance(rows, dict):
        raise TypeError("sentences are a table of pairs")
    return {str(key): read_text(pair) for key, pair in rows.items()}


def read_text(row: object) -> Text:
    """A pair of words, both present, normalised, and asking for the same values."""
    if not isinstance(row, dict) or set(row) != {"en", "cy"}:
        raise ValueError("words need en and cy, and nothing else")
    text = Text(en=str(row["en"]).strip(), cy=str(row["cy"]).strip())
    if not text.en or not text.cy:
        raise ValueError("words are empty in one language")
    if any(unicodedata.normalize("NFC", words) != words for words in (text.en, text.cy)):
        raise ValueError(f"words are not in composed form: {text.en}")
    asked = text.placeholders()
    if asked["en"] != asked["cy"]:
        raise ValueError(f"the languages ask for different values: {text.en}")
    return text


def _extent(names: object) -> frozenset[str]:
    if not isinstance(names, list) or not names or not set(names) <= NATIONS:
        raise ValueError("extent names england, wales or both")
    return frozenset(str(name) for name in names)


def _rows(rows: object) -> list[dict[str, object]]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise TypeError("values are a list of tables")
    return cast(list[dict[str, object]], rows)


def _value(row: dict[str, object]) -> DatedValue:
    value = row["value"]
    if not isinstance(value, int | str):
        raise TypeError("a value is a whole number, a word or true and false")
    where = row.get("where")
    return DatedValue(
        key=str(row["key"]),
        value=value,
        starts=_day(row.get("starts")),
        ends=_day(row.get("ends")),
        where=None if where is None else str(where),
        source=str(row.get("source", "")),
    )


def _day(value: object) -> date | None:
    if value is None or type(value) is date:
        return value
    raise TypeError("a day is written as 2014-04-22")
