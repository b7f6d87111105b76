"""The clock of an order: which days matter while it runs, by which rule and why, and what bars or warns."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tomllib import loads

from lles.law.bilingual import Language, Text
from lles.law.findings import Finding
from lles.law.jurisdiction import Nation
from lles.law.provisions import read_texts


@dataclass(frozen=True)
class OrderFacts:
    """What is stated of an order: the day it is made, the day its period begins (else the day it is made),
    its period in whole months or its last day, and whether that comes from the record of a court or is
    entered here."""

    made_on: date
    starts_on: date | None = None
    months: int | None = None
    end_on: date | None = None
    is_imported: bool = False
    nation: Nation = Nation.UNKNOWN


@dataclass(frozen=True)
class ClockDay:
    """One day of an order: what it is, the rule that makes it so, and why it is that day."""

    on: date
    what: Text
    rule: str
    why: Text


@dataclass(frozen=True)
class OrderClock:
    """The days of one order in their sequence; `ends_on` is the last day of effect, None while no day can be
    known."""

    kind: str
    title: Text
    made_on: date
    ends_on: date | None
    days: tuple[ClockDay, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def bars(self) -> tuple[Finding, ...]:
        """What stands in the way of the order as it is stated."""
        return tuple(finding for finding in self.findings if finding.bars)

    def has_effect_on(self, day: date) -> bool:
        """True from the day the order is made to its last day, both counted; without a last day, never."""
        return self.ends_on is not None and self.made_on <= day <= self.ends_on

    def said(self, language: Language) -> dict[str, object]:
        """The clock in one language as plain values, fit for JSON."""
        return {
            "kind": self.kind,
            "made_on": self.made_on.isoformat(),
            "ends_on": self.ends_on.isoformat() if self.ends_on else None,
            "days": [_day_said(one, language) for one in self.days],
            "findings": [_finding_said(one, language) for one in self.findings],
        }

    def explain(self, language: Language) -> str:
        """The clock in one language as text: the order, then each day and each finding in full."""
        return "\n\n".join(
            "\n".join(f"{label.said(language)}: {value.said(language)}" for label, value in paragraph)
            for paragraph in self._paragraphs()
        )

    def _paragraphs(self) -> tuple[tuple[tuple[Text, Text], ...], ...]:
        words = _words()
        ends_on = _in_words(self.ends_on) if self.ends_on else words["not_known"]
        head = (
            (words["kind"], self.title),
            (words["made_on"], _in_words(self.made_on)),
            (words["ends_on"], ends_on),
        )
        return (
            head,
            *(_lines_of_day(one) for one in self.days),
            *(_lines_of_finding(f) for f in self.findings),
        )


ClockRule = Callable[[OrderFacts], OrderClock]
Clocks = Mapping[str, ClockRule]


def in_sequence(*days: ClockDay | None) -> tuple[ClockDay, ...]:
    """The days that there are, from the first to the last; what falls on one day keeps its place."""
    return tuple(sorted((one for one in days if one is not None), key=lambda one: one.on))


def _day_said(one: ClockDay, language: Language) -> dict[str, str]:
    return {
        "on": one.on.isoformat(),
        "what": one.what.said(language),
        "rule": one.rule,
        "why": one.why.said(language),
    }


def _finding_said(one: Finding, language: Language) -> dict[str, str]:
    return {"rule": one.provision, "weight": one.weight.value, "says": one.says.said(language)}


def _lines_of_day(one: ClockDay) -> tuple[tuple[Text, Text], ...]:
    words = _words()
    return (
        (words["day"], _in_words(one.on)),
        (words["what"], one.what),
        (words["rule"], Text(one.rule, one.rule)),
        (words["why"], one.why),
    )


def _lines_of_finding(one: Finding) -> tuple[tuple[Text, Text], ...]:
    words = _words()
    weight = words[one.weight.value]
    return (
        (words["finding"], weight),
        (words["rule"], Text(one.provision, one.provision)),
        (words["why"], one.says),
    )


def _in_words(day: date) -> Text:
    return Text("{day}", "{day}").fill(day=day)


@cache
def _words() -> dict[str, Text]:
    return read_texts(loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")))
