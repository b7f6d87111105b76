"""A due day with everything that led to it, or why there is none, as several pieces of work need it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from functools import wraps
from typing import ClassVar, ParamSpec, cast

from lles.law.bilingual import Language, Text
from lles.law.counting import counting_law
from lles.law.findings import Finding, Weight
from lles.law.not_reckoned import NotReckoned
from lles.law.periods import Reckoning, rule_line

ORDER_WINS = "CAL-ORDER-WINS"
P = ParamSpec("P")


@dataclass(frozen=True)
class Due:
    """The day something is due, by which provision, and every day that was weighed on the way; where it comes
    up only shortly before, the day from which it does."""

    on: date
    at_time: time | None
    provision: str
    target_on: date | None
    last_arguable_on: date | None
    within_on: date | None
    reckonings: tuple[Reckoning, ...]
    says: Text
    findings: tuple[Finding, ...] = ()
    comes_up_on: date | None = None

    def is_late_on(self, day: date) -> bool:
        """True when the due day has passed."""
        return day > self.on

    def is_overdue_on(self, day: date) -> bool:
        """True when no reading of the rules leaves time any more."""
        return day > self.last_on

    @property
    def last_on(self) -> date:
        """The last day on any reading: the last arguable one where a target before a hearing is due."""
        return self.arguable_until or self.on

    @property
    def arguable_until(self) -> date | None:
        """The last day on which it can be argued that there is time, where that is later than the due day."""
        days = (self.on, self.target_on, self.last_arguable_on, self.within_on)
        return last_arguable(self.provision, *days)

    @property
    def warnings(self) -> tuple[Text, ...]:
        """What is not certain about the day, each said once; a day that the court has set does not move."""
        if self.provision == ORDER_WINS:
            return ()
        return tuple(dict.fromkeys(one for reckoning in self.reckonings for one in reckoning.warnings))

    def explain(self, language: Language) -> str:
        """Why this day: the paragraph, the rule where no reckoning says it, then each reckoning in full."""
        said = self.says.said(language)
        if not any(one.provision == self.provision for one in self.reckonings):
            said += f"\n{rule_line(self.provision).said(language)}"
        parts = [said, *(f.says.said(language) for f in self.findings)]
        parts += [reckoning.explain(language) for reckoning in self.reckonings]
        return "\n\n".join(parts)

    def as_data(self) -> dict[str, object]:
        """The due day as plain values, equal before and after JSON."""
        comes_up = {"comes_up_on": self.comes_up_on.isoformat()} if self.comes_up_on else {}
        return {
            **comes_up,
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
            comes_up_on=_day(data.get("comes_up_on")),
        )


def last_arguable(
    provision: str, on: date, target_on: date | None, last_arguable_on: date | None, within_on: date | None
) -> date | None:
    """Until when it can be argued that there is time, from the days of a due day; None where it is no later.
    Only a target before a hearing has two readings (CAL-BEFORE-WD): the days after receipt and the day of an
    order have one."""
    if provision == ORDER_WINS or on != target_on or last_arguable_on is None:
        return None
    last = min(last_arguable_on, within_on or last_arguable_on)
    return last if last > on else None


def last_arguable_in(data: Mapping[str, object]) -> date | None:
    """The same of a due day that is still in plain values."""
    days = (_day(data.get(name)) for name in ("target_on", "last_arguable_on", "within_on"))
    return last_arguable(str(data["provision"]), on, *days) if (on := _day(data["on"])) else None


@dataclass(frozen=True)
class NoDay:
    """No due day can be told: the provision that would set it, and why it does not."""

    provision: str
    says: Text
    on: ClassVar[None] = None
    reckonings: ClassVar[tuple[Reckoning, ...]] = ()
    findings: ClassVar[tuple[Finding, ...]] = ()
    warnings: ClassVar[tuple[Text, ...]] = ()
    comes_up_on: ClassVar[None] = None
    arguable_until: ClassVar[None] = None

    def is_late_on(self, day: date) -> bool:
        """Nothing is late that has no day."""
        return False

    is_overdue_on = is_late_on

    def as_data(self) -> dict[str, object]:
        """The reason as plain values, equal before and after JSON."""
        return {"on": None, "provision": self.provision, "says": self.says.as_data()}


DueDay = Due | NoDay


def due_day_from_data(data: Mapping[str, object]) -> DueDay:
    """The due day, or the reason why there is none, again from plain values."""
    if data["on"]:
        return Due.from_data(data)
    return NoDay(str(data["provision"]), Text.from_data(data["says"]))


def reckons(provision: str) -> Callable[[Callable[P, Due]], Callable[P, DueDay]]:
    """Makes a function a rule of due days: where no day can be reckoned, it gives the reason."""

    def rule(reckon: Callable[P, Due]) -> Callable[P, DueDay]:
        @wraps(reckon)
        def day_or_reason(*args: P.args, **kwargs: P.kwargs) -> DueDay:
            try:
                return reckon(*args, **kwargs)
            except NotReckoned as refused:
                return NoDay(provision, refused.says)

        return day_or_reason

    return rule


def ordered_due(ordered_on: date, ordered_time: time | None, computed: DueDay | None) -> Due:
    """The day an order sets, which wins over the computed one; both are shown (CAL-ORDER-WINS)."""
    law = counting_law()[ORDER_WINS]
    at_time = ordered_time or time.fromisoformat(str(law.value("default_due_time", ordered_on)))
    if not isinstance(computed, Due):
        says = law.sentence("ordered", due=ordered_on, time=at_time)
        return Due(ordered_on, at_time, law.id, None, None, None, (), says)
    rule_day = computed.on
    says = law.sentence("ordered_beside_rule", due=ordered_on, time=at_time, computed=rule_day)
    later = law.finding("later_than_rule", weight=Weight.WARNS, ordered=ordered_on, computed=rule_day)
    findings = (*computed.findings, later) if ordered_on > rule_day else computed.findings
    return replace(computed, on=ordered_on, at_time=at_time, provision=law.id, says=says, findings=findings)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None


def _rows(value: object) -> list[dict[str, object]]:
    return cast(list[dict[str, object]], value)
