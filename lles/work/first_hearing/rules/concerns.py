"""What stands in the way of speaking to the adults of a case together, as far as the file knows; what the
file does not know stands in the way too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations


class Kind(StrEnum):
    """What can stand in the way, the gravest first."""

    DANGER = "danger"
    ABUSE = "abuse"
    RISK = "risk"
    PROTECTED = "protected"
    CHECKS_OPEN = "checks_open"
    NOT_SPOKEN = "not_spoken"


@dataclass(frozen=True)
class AdultFacts:
    """One adult: whether anybody spoke with them, and on which day last at court, whether it is protected
    where they can be found, whether a check on them is open or brought more than that nothing relevant is
    known."""

    pk: int
    name: str
    was_spoken_to: bool
    is_protected: bool
    has_open_checks: bool
    shows_risk: bool
    spoken_at_court_on: date | None = None


@dataclass(frozen=True)
class SafetyFacts:
    """The adults of a case, whether a danger is open now, and whether domestic abuse was raised."""

    adults: tuple[AdultFacts, ...]
    danger_is_open: bool
    abuse_was_raised: bool


@dataclass(frozen=True)
class InTheWay:
    """One thing that stands in the way, and of whom it is; of nobody where it is of the whole case."""

    kind: Kind
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pair:
    """Two adults, and what stands in the way of speaking to them together."""

    names: tuple[str, str]
    in_the_way: tuple[InTheWay, ...]


def in_the_way(facts: SafetyFacts) -> tuple[InTheWay, ...]:
    """All that stands in the way of helping the adults of a case to agree, the gravest first."""
    return tuple(_in_the_way(facts, facts.adults))


def pairs(facts: SafetyFacts) -> tuple[Pair, ...]:
    """Every two adults of a case, with what stands in the way of speaking to those two together."""
    return tuple(
        Pair((one.name, other.name), tuple(_in_the_way(facts, (one, other))))
        for one, other in combinations(facts.adults, 2)
    )


def _in_the_way(facts: SafetyFacts, adults: Sequence[AdultFacts]) -> Iterator[InTheWay]:
    if facts.danger_is_open:
        yield InTheWay(Kind.DANGER)
    if facts.abuse_was_raised:
        yield InTheWay(Kind.ABUSE)
    of_each = {
        Kind.RISK: [one.name for one in adults if one.shows_risk],
        Kind.PROTECTED: [one.name for one in adults if one.is_protected],
        Kind.CHECKS_OPEN: [one.name for one in adults if one.has_open_checks],
        Kind.NOT_SPOKEN: [one.name for one in adults if not one.was_spoken_to],
    }
    for kind, names in of_each.items():
        if names:
            yield InTheWay(kind, tuple(names))
