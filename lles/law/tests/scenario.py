"""Scenarios: a practitioner's sentence, stated facts and what follows, from a table beside the tests."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

Facts = Mapping[str, object]
Rules = Mapping[str, Callable[[Facts], object]]


@dataclass(frozen=True)
class Scenario:
    """One sentence with its rule, its facts and the expected outcome."""

    sentence: str
    rule: str
    facts: Facts
    gives: object

    def __str__(self) -> str:
        return self.sentence


def scenarios(beside: str) -> list[Scenario]:
    """The scenarios of the table beside a test file."""
    table = tomllib.loads((Path(beside).parent / "scenarios.toml").read_text(encoding="utf-8"))
    return [
        Scenario(sentence, row["rule"], row.get("facts", {}), row["gives"]) for sentence, row in table.items()
    ]


def outcome(scenario: Scenario, rules: Rules) -> object:
    """What the rule of a scenario gives, with days as the table writes them."""
    return plain(rules[scenario.rule](scenario.facts))


def plain(value: object) -> object:
    """An outcome as a table can write it."""
    if value is None:
        return "nothing"
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    return value


def day(facts: Facts, name: str) -> date:
    """A day among the facts that is there."""
    value = facts[name]
    assert isinstance(value, date)
    return value


def day_or_none(facts: Facts, name: str) -> date | None:
    """A day among the facts, if it is there."""
    return day(facts, name) if name in facts else None


def words(facts: Facts, name: str) -> list[str]:
    """A list of words among the facts, none when it is not there."""
    value = facts.get(name, [])
    assert isinstance(value, list)
    return [str(one) for one in value]
