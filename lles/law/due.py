"""A due day with everything that led to it, as several pieces of work need it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import cast

from lles.law.bilingual import Language, Text
from lles.law.findings import Finding
from lles.law.periods import Reckoning


@dataclass(frozen=True)
class Due:
    """The day something is due, by which provision, and every day that was weighed on the way."""

    on: date
    at_time: time | None
    provision: str
    target_on: date | None
    last_arguable_on: date | None
    within_on: date | None
    reckonings: tuple[Reckoning, ...]
    says: Text
    findings: tuple[Finding, ...] = ()

    def is_late_on(self, day: date) -> bool:
        """True when the due day has passed."""
        return day > self.on

    def is_overdue_on(self, day: date) -> bool:
        """True when even the last arguable day has passed; without one, the due day itself."""
        return day > max(self.on, self.last_arguable_on or self.on)

    def explain(self, language: Language) -> str:
        """Why this day: the paragraph, then each reckoning in full."""
        parts = [self.says.said(language), *(f.says.said(language) for f in self.findings)]
        parts += [reckoning.explain(language) for reckoning in self.reckonings]
        return "\n\n".join(parts)

    def as_data(self) -> dict[str, object]:
        """The due day as plain values, equal before and after JSON."""
        return {
            "on": self.on.isoformat(),
            "at_time": self.at_time.isoformat("minutes") if self.at_time else None,
            "provision": self.provision,
            "target_on": _iso(self.target_on),
            "last_arguable_on": _iso(self.last_arguable_on),
            "within_on": _iso(self.within_on),
            "reckonings": [reckoning.as_data() for reckoning in self.reckonings],
            "says": self.says.as_data(),
            "findings": [finding.as_data() for finding in self.findings],
        }

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> "Due":
        """The due day again from plain values."""
        at_time = data["at_time"]
        return cls(
            on=date.fromisoformat(str(data["on"])),
            at_time=time.fromisoformat(str(at_time)) if at_time else None,
            provision=str(data["provision"]),
            target_on=_day(data["target_on"]),
            last_arguable_on=_day(data["last_arguable_on"]),
            within_on=_day(data["within_on"]),
            reckonings=tuple(Reckoning.from_data(one) for one in _rows(data["reckonings"])),
            says=Text.from_data(data["says"]),
            findings=tuple(Finding.from_data(one) for one in _rows(data["findings"])),
        )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None


def _rows(value: object) -> list[dict[str, object]]:
    return cast(list[dict[str, object]], value)
