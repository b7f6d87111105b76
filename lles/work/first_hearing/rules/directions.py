"""What the court directs: when each thing is due, and what one order cannot ask twice (DIR-RECORD)."""

from collections.abc import Hashable, Iterator, Sequence
from datetime import date, time

from lles.casefile.rules.law import casefile_law
from lles.law.due import ORDER_WINS, Due, DueDay, NoDay, ordered_due, reckons

RECORD = "DIR-RECORD"
LABELS = (
    "section_7_report", "section_7_addendum", "safeguarding_letter", "safeguarding_update",
    "child_impact_report", "child_impact_report_1", "child_impact_report_2", "rule_16_4_report",
    "risk_assessment_16a", "transfer_request", "extension_request", "other_report",
)  # fmt: skip


def day_of_the_order(due_on: date | None, due_time: time | None) -> DueDay:
    """The day and hour that an order sets for what it directs, or that it sets none (CAL-ORDER-WINS)."""
    if due_on is None:
        return NoDay(RECORD, casefile_law()[RECORD].sentence("no_day"))
    return _set_by_the_order(due_on, due_time)


def day_where_other_work_does_it(due_on: date | None, due_time: time | None) -> DueDay:
    """The day and hour that an order sets for what another piece of work does; where it sets none, that work
    says by when (DIR-RECORD)."""
    if due_on is None:
        return NoDay(RECORD, casefile_law()[RECORD].sentence("elsewhere"))
    return _set_by_the_order(due_on, due_time)


@reckons(ORDER_WINS)
def _set_by_the_order(due_on: date, due_time: time | None) -> Due:
    return ordered_due(due_on, due_time, None)


def asked_twice(rows: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """The places of rows that ask the same as an earlier one, each with the place of that one."""
    first: dict[Hashable, int] = {}
    for place, row in enumerate(rows):
        if first.setdefault(row, place) != place:
            yield place, first[row]
