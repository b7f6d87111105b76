"""What a rule found: the provision it rests on, how heavily it weighs, and the words in both languages."""

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
