"""Check computed days against a table of expected ones: the engine behind `lles law check FILE.csv`."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TextIO

from lles.law import periods
from lles.law.calendar import YearOutsideTable, court_calendar, information_calendar
from lles.law.counting import DayOutOfReach
from lles.law.periods import Reckoning

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_COUNT = re.compile(r"[0-9]{1,9}")
_COLUMNS = ("id", "kind", "input", "n", "expected")

Reckoner = Callable[[date, int], Reckoning]


class RowUnreadable(ValueError):
    """A row is not `id,kind,input,n,expected` with two days and a whole number."""


class KindUnknown(ValueError):
    """A row asks for a kind of counting that does not exist."""


@dataclass(frozen=True)
class Vector:
    """One row: a day, a count, and the day that should come out."""

    id: str
    kind: str
    starts: date
    n: int
    expected: date

    def disagreement(self, result: date) -> str:
        """The line that reports another day than the one expected."""
        row = f"{self.id},{self.kind},{self.starts},{self.n}"
        return f"{row}: expected {self.expected}, reckoned {result}"


def reckoners() -> dict[str, Reckoner]:
    """The kinds of counting by the names that tables of expected days use."""
    court, information = court_calendar(), information_calendar()
    return {
        "wd+": partial(periods.working_days_after, calendar=court),
        "wd+uk": partial(periods.working_days_after, calendar=information),
        "clr-": partial(periods.clear_working_days_before, calendar=court),
        "pln-": partial(periods.working_days_before, calendar=court),
        "beg-months": periods.months_beginning_with,
        "beg-weeks": periods.weeks_beginning_with,
        "add-months": periods.add_months,
        "add-weeks": periods.add_weeks,
        "add-days": periods.add_days,
        "minus-weeks": periods.minus_weeks,
        "within-days": partial(periods.within_days, calendar=court),
        "clear-days-before": periods.clear_days_before,
        "week5-first": periods.listing_week_first,
        "week6-last": periods.listing_week_last,
        "sar": partial(periods.subject_access, calendar=court),
    }


def run(lines: Iterable[str], out: TextIO, err: TextIO) -> int:
    """Check every row, print each disagreement and the count, and return 1 if any row differs."""
    kinds = reckoners()
    checked = differing = skipped = 0
    warned: set[str] = set()
    for number, row in _rows(lines):
        try:
            vector = _vector(row, kinds)
            reckoning = kinds[vector.kind](vector.starts, vector.n)
        except (RowUnreadable, KindUnknown, YearOutsideTable, DayOutOfReach) as error:
            skipped += 1
            print(f"line {number}: skipped: {error}", file=err)
            continue
        checked += 1
        _warn(reckoning, warned, err)
        if reckoning.result != vector.expected:
            differing += 1
            print(vector.disagreement(reckoning.result), file=out)
    print(f"checked {checked}, differ {differing}, skipped {skipped}", file=out)
    return 1 if differing else 0


def run_file(path: Path, out: TextIO, err: TextIO) -> int:
    """Check a file, however its lines end and whatever bytes it holds."""
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        return run(lines, out, err)


def _rows(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """Each row with its line number; blank lines and the heading are passed over."""
    first = True
    for number, line in enumerate(lines, start=1):
        row = _fields(line.strip().removeprefix("\ufeff"))
        if row in ([], [""]):
            continue
        heading = first and tuple(field.casefold() for field in row[:5]) == _COLUMNS
        first = False
        if not heading:
            yield number, row


def _fields(line: str) -> list[str]:
    if '"' not in line:
        return [field.strip() for field in line.split(",")]
    try:
        return [field.strip() for field in next(csv.reader([line], skipinitialspace=True), [])]
    except csv.Error:
        return [line]


def _vector(row: list[str], kinds: dict[str, Reckoner]) -> Vector:
    if len(row) < len(_COLUMNS) or any(row[len(_COLUMNS) :]):
        raise RowUnreadable(f"{len(_COLUMNS)} columns are needed: {','.join(_COLUMNS)}")
    id_, kind, starts, n, expected = row[: len(_COLUMNS)]
    if kind not in kinds:
        raise KindUnknown(f"unknown kind {kind!r}")
    if not _COUNT.fullmatch(n):
        raise RowUnreadable(f"{n!r} is not a whole number")
    return Vector(id_, kind, _day(starts), int(n), _day(expected))


def _day(words: str) -> date:
    found = _DAY.fullmatch(words)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else _no_day(words)
    except ValueError as error:
        raise RowUnreadable(f"{words!r} is not a day") from error


def _no_day(words: str) -> date:
    raise RowUnreadable(f"{words!r} is not a day")


def _warn(reckoning: Reckoning, warned: set[str], err: TextIO) -> None:
    for warning in reckoning.warnings:
        if warning.en not in warned:
            warned.add(warning.en)
            print(f"warning: {warning.en}", file=err)
