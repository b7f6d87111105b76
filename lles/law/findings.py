"""What a rule found: the provision it rests on, how heavily it weighs, and the words in both languages."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from lles.law.bilingual import Text


class Weight(StrEnum):
    """A finding bars the change, warns (one may go on with a reason on the file), or notes."""

    BARS = "bars"
    WARNS = "warns"
    NOTES = "notes"


@dataclass(frozen=True)
class Finding:
    """One thing a rule has to say about the facts it was given; `put_right` is where on its pages that is
    done, as far as the rule knows, and is never kept."""

    provision: str
    weight: Weight
    says: Text
    facts: tuple[tuple[str, str], ...] = ()
    put_right: str = field(default="", compare=False)

    @property
    def bars(self) -> bool:
        """Nothing may go on while this stands."""
        return self.weight is Weight.BARS

    @property
    def warns(self) -> bool:
        """One may go on, with a reason on the file."""
        return self.weight is Weight.WARNS

    @property
    def mark(self) -> str:
        """By which a page that showed it is known to have shown this one and no other."""
        return hashlib.sha256(repr((self.provision, self.says.en, self.facts)).encode()).hexdigest()[:16]

    def as_data(self) -> dict[str, object]:
        """The finding as plain values, fit for JSON."""
        return {
            "provision": self.provision,
            "weight": self.weight.value,
            "says": self.says.as_data(),
            "facts": [list(fact) for fact in self.facts],
        }

    @classmethod
    def from_data(cls, data: dict[str, object]) -> "Finding":
        """The finding again from plain values."""
        facts = data["facts"]
        if not isinstance(facts, list):
            raise TypeError("facts of a finding are a list of pairs")
        return cls(
            provision=str(data["provision"]),
            weight=Weight(str(data["weight"])),
            says=Text.from_data(data["says"]),
            facts=tuple((str(name), str(value)) for name, value in facts),
        )


class Reason(str):
    """A reason as a page brings it: it answers what that page had `shown`, by the marks of the findings, and
    nothing that came up since."""

    __slots__ = ("shown",)
    shown: frozenset[str]

    def __new__(cls, given: str, shown: Iterable[str]) -> "Reason":
        reason = super().__new__(cls, given)
        reason.shown = frozenset(shown)
        return reason
