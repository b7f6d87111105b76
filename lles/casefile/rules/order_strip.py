"""The clock of an order as a picture: a strip from its first day to its last, a mark for each day that
matters, and today; what each mark is stands beside the picture in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lles.law.bilingual import Language, Text

WIDE, EDGE, ROW, NEAR, ROWS = 340, 14, 21, 22, 3


@dataclass(frozen=True)
class OrderDay:
    """One day of an order: what it is and why; late where it has passed and what it asks is still open."""

    on: date
    what: Text
    why: Text
    rule: str
    is_late: bool


@dataclass(frozen=True)
class Mark:
    """One day on the strip: its number in the list beside it, where it stands, and whether it is late."""

    number: int
    x: int
    y: int
    is_late: bool


@dataclass(frozen=True)
class Strip:
    """The picture: its size, the line, its marks, and where today stands, None outside the order."""

    width: int
    height: int
    line_y: int
    first_x: int
    last_x: int
    marks: tuple[Mark, ...]
    today_x: int | None


def clock_for_page(days: Sequence[OrderDay], today: date, language: Language) -> dict[str, Any]:
    """The days of an order as its page shows them: in words, and as a picture."""
    said = [
        {
            "on": day.on,
            "what": day.what.said(language),
            "why": day.why.said(language),
            "rule": day.rule,
            "is_late": day.is_late,
        }
        for day in days
    ]
    return {"days": said, "strip": strip_of([(day.on, day.is_late) for day in days], today)}


def strip_of(days: Sequence[tuple[date, bool]], today: date) -> Strip | None:
    """The strip of days that stand in their sequence, each with whether it is late; marks that come too near
    stand above one another. None where there is nothing to draw."""
    if not days or days[0][0] == days[-1][0]:
        return None
    first, last = days[0][0], days[-1][0]

    def at(day: date) -> int:
        return EDGE + round((WIDE - 2 * EDGE) * (day - first).days / (last - first).days)

    marks: list[Mark] = []
    ends: list[int] = [-NEAR] * ROWS
    line_y = ROWS * ROW + 8
    for number, (day, is_late) in enumerate(days, start=1):
        x = at(day)
        row = next((one for one in range(ROWS) if x - ends[one] >= NEAR), ends.index(min(ends)))
        ends[row] = x
        marks.append(Mark(number, x, line_y - 12 - row * ROW, is_late))
    today_x = at(today) if first <= today <= last else None
    return Strip(WIDE, line_y + 26, line_y, at(first), at(last), tuple(marks), today_x)
