"""Periods of law: each function reckons one day and can explain every day it passed over."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from tomllib import loads
from typing import cast

from lles.law.bilingual import Language, Text
from lles.law.calendar import Calendar, Skipped
from lles.law.counting import (
    DAYS_IN_WEEK,
    CountRefused,
    counting_law,
    in_months,
    is_short,
    last_of_months,
    shifted,
    within,
)
from lles.law.provisions import Provision, read_texts

_METHODS = {
    "working_days_after": ("CAL-BD", "CAL-AFTER-WD"),
    "clear_working_days_before": ("CAL-BD", "CAL-BEFORE-WD"),
    "working_days_before": ("CAL-BD", "CAL-BEFORE-WD"),
    "clear_days_before": ("CAL-CLEAR",),
    "months_beginning_with": ("CAL-MONTH", "CAL-BEGINNING"),
    "weeks_beginning_with": ("CAL-BEGINNING",),
    "add_months": ("CAL-MONTH",),
    "subject_access": ("SAR-1M",),
}
_COUNTED = {
    "working_days_after": "working_days",
    "clear_working_days_before": "clear_working_days",
    "working_days_before": "working_days",
    "within_days": "days",
    "clear_days_before": "clear_days",
    "months_beginning_with": "months",
    "weeks_beginning_with": "weeks",
    "add_months": "months",
    "add_weeks": "weeks",
    "add_days": "days",
    "minus_weeks": "weeks",
    "listing_week_first": "week",
    "listing_week_last": "week",
    "subject_access": "months",
}


@dataclass(frozen=True)
class Reckoning:
    """A computed day with all that led to it."""

    provision: str
    kind: str
    starts: date
    n: int
    skipped: tuple[Skipped, ...]
    result: date
    warnings: tuple[Text, ...] = ()
    source: Text | None = None
    information: bool = False

    def lines(self) -> tuple[tuple[Text, Text], ...]:
        """The explanation as pairs of label and value, in order."""
        words = _words()
        from_label = words["event" if self.result < self.starts else "starts"]
        return (
            *([(words["rule"], _same(self.provision))] if self.provision else []),
            *([(words["source"], self.source)] if self.source else []),
            (from_label, _in_words(self.starts)),
            (words[_COUNTED[self.kind]], _same(str(self.n))),
            *((words["method"], one) for one in self._methods()),
            *((words["not_counted"], _skipped_in_words(one)) for one in self.skipped),
            (words["result"], _in_words(self.result)),
            *((words["warning"], warning) for warning in self.warnings),
        )

    def explain(self, language: Language) -> str:
        """The whole explanation in one language, one `label: value` on each line."""
        return "\n".join(f"{label.said(language)}: {value.said(language)}" for label, value in self.lines())

    def as_data(self) -> dict[str, object]:
        """The reckoning as plain values, fit for JSON."""
        return {
            "provision": self.provision,
            "kind": self.kind,
            "starts": self.starts.isoformat(),
            "n": self.n,
            "skipped": [{"day": s.day.isoformat(), "reason": s.reason.as_data()} for s in self.skipped],
            "result": self.result.isoformat(),
            "warnings": [warning.as_data() for warning in self.warnings],
            "source": self.source.as_data() if self.source else None,
            "information": self.information,
        }

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> "Reckoning":
        """The reckoning again from plain values."""
        skipped = cast(list[dict[str, object]], data["skipped"])
        return cls(
            provision=str(data["provision"]),
            kind=str(data["kind"]),
            starts=date.fromisoformat(str(data["starts"])),
            n=int(str(data["n"])),
            skipped=tuple(
                Skipped(date.fromisoformat(str(s["day"])), Text.from_data(s["reason"])) for s in skipped
            ),
            result=date.fromisoformat(str(data["result"])),
            warnings=tuple(Text.from_data(one) for one in cast(list[object], data["warnings"])),
            source=Text.from_data(data["source"]) if data.get("source") else None,
            information=data.get("information") is True,
        )

    def _methods(self) -> tuple[Text, ...]:
        law = counting_law()
        return tuple(
            _words()["method_with_source"].fill(says=law[id_].says, id=id_, citation=law[id_].citation)
            for id_ in self._method_ids()
        )

    def _method_ids(self) -> tuple[str, ...]:
        if self.kind == "within_days" and is_short(self.n, self.starts):
            return ("CAL-BD", "CAL-SHORT")
        if self.kind == "within_days":
            return ("CAL-CLEAR", "CAL-CLOSED") if self.skipped else ("CAL-CLEAR",)
        ids = _METHODS.get(self.kind, ())
        return tuple("CAL-FOIA" if id_ == "CAL-BD" else id_ for id_ in ids) if self.information else ids


Named = Provision | str


def working_days_after(starts: date, n: int, calendar: Calendar, *, provision: Named = "") -> Reckoning:
    """The nth working day after a day, which itself does not count (CAL-AFTER-WD)."""
    result = calendar.working_day_after(starts, _counted(n))
    return _over("working_days_after", starts, n, result, calendar, starts, provision)


def clear_working_days_before(event: date, n: int, calendar: Calendar, *, provision: Named = "") -> Reckoning:
    """The last working day that leaves n clear working days before an event (CAL-BEFORE-WD, target)."""
    result = calendar.working_day_before(event, _counted(n) + 1)
    return _over("clear_working_days_before", event, n, result, calendar, event, provision)


def working_days_before(event: date, n: int, calendar: Calendar, *, provision: Named = "") -> Reckoning:
    """The nth working day before an event (CAL-BEFORE-WD, last arguable day)."""
    result = calendar.working_day_before(event, _counted(n))
    return _over("working_days_before", event, n, result, calendar, event, provision)


def within_days(starts: date, n: int, calendar: Calendar, *, provision: Named = "") -> Reckoning:
    """The last day of a period of n days set by rules or an order (CAL-CLEAR, CAL-SHORT, CAL-CLOSED)."""
    result = within(starts, _counted(n), calendar)
    passed = starts if is_short(n, starts) else shifted(starts, n - 1)
    return _over("within_days", starts, n, result, calendar, passed, provision)


def clear_days_before(event: date, n: int, *, provision: Named = "") -> Reckoning:
    """The last day that leaves n clear days before an event, for a period longer than a short one."""
    return _bare("clear_days_before", event, n, shifted(event, -_counted(n) - 1), provision)


def months_beginning_with(starts: date, n: int, *, provision: Named = "") -> Reckoning:
    """The last day of a statutory period of months, its first day counted (CAL-BEGINNING)."""
    return _bare("months_beginning_with", starts, n, last_of_months(starts, _counted(n)), provision)


def weeks_beginning_with(starts: date, n: int, *, provision: Named = "") -> Reckoning:
    """The last day of a statutory period of weeks, its first day counted (CAL-BEGINNING)."""
    result = shifted(starts, _counted(n) * DAYS_IN_WEEK - 1)
    return _bare("weeks_beginning_with", starts, n, result, provision)


def add_months(starts: date, n: int, *, provision: Named = "") -> Reckoning:
    """The corresponding day n calendar months later (CAL-MONTH)."""
    return _bare("add_months", starts, n, in_months(starts, _counted(n)), provision)


def add_weeks(starts: date, n: int, *, provision: Named = "") -> Reckoning:
    """The same weekday n weeks later."""
    return _bare("add_weeks", starts, n, shifted(starts, _counted(n) * DAYS_IN_WEEK), provision)


def add_days(starts: date, n: int, *, provision: Named = "") -> Reckoning:
    """The day n days later."""
    return _bare("add_days", starts, n, shifted(starts, _counted(n)), provision)


def minus_weeks(starts: date, n: int, *, provision: Named = "") -> Reckoning:
    """The same weekday n weeks earlier."""
    return _bare("minus_weeks", starts, n, shifted(starts, -_counted(n) * DAYS_IN_WEEK), provision)


def listing_week_first(issued: date, n: int, *, provision: Named = "") -> Reckoning:
    """The first day of the nth week after issue: day 7(n-1)+1 (FH-LIST)."""
    result = shifted(issued, (_counted(n) - 1) * DAYS_IN_WEEK + 1)
    return _bare("listing_week_first", issued, n, result, provision)


def listing_week_last(issued: date, n: int, *, provision: Named = "") -> Reckoning:
    """The last day of the nth week after issue: day 7n (FH-LIST)."""
    return _bare("listing_week_last", issued, n, shifted(issued, _counted(n) * DAYS_IN_WEEK), provision)


def subject_access(starts: date, n: int, calendar: Calendar, *, provision: Named = "") -> Reckoning:
    """The corresponding day n months later, moved to the next working day (SAR-1M)."""
    corresponding = in_months(starts, _counted(n))
    result = calendar.working_day_from(corresponding)
    return _over("subject_access", starts, n, result, calendar, shifted(corresponding, -1), provision)


def _counted(n: int) -> int:
    if n < 0:
        raise CountRefused(f"{n} is less than nothing")
    return n


def _bare(kind: str, starts: date, n: int, result: date, provision: Named) -> Reckoning:
    id_, source = _named(provision)
    return Reckoning(id_, kind, starts, n, (), result, (), source)


def _over(
    kind: str, starts: date, n: int, result: date, calendar: Calendar, passed: date, provision: Named
) -> Reckoning:
    id_, source = _named(provision)
    skipped = calendar.closed_between(min(passed, result), max(passed, result))
    years = range(min(starts, result).year, max(starts, result).year + 1)
    warnings = calendar.warnings(date(year, 1, 1) for year in years)
    informs = calendar.name == "information"
    return Reckoning(id_, kind, starts, n, skipped, result, warnings, source, informs)


def _named(provision: Named) -> tuple[str, Text | None]:
    return (provision, None) if isinstance(provision, str) else (provision.id, provision.citation)


@lru_cache(maxsize=4096)
def _in_words(day: date) -> Text:
    return Text("{day}", "{day}").fill(day=day)


def rule_line(provision: str) -> Text:
    """The line that names a rule by its id."""
    return Text("{label}: {id}", "{label}: {id}").fill(label=_words()["rule"], id=provision)


def _same(words: str) -> Text:
    return Text(words, words)


@lru_cache(maxsize=4096)
def _skipped_in_words(one: Skipped) -> Text:
    return _words()["skipped"].fill(day=one.day, reason=one.reason)


@cache
def _words() -> dict[str, Text]:
    return read_texts(loads((Path(__file__).parent / "explanations.toml").read_text(encoding="utf-8")))
