"""Which reports the court still waits for, and under which direction a breach is reported."""

from collections.abc import Sequence
from datetime import date

from lles.casefile.models import Direction
from lles.casefile.queries.directions import first_of, undischarged
from lles.work.monitoring.models import Monitoring, Report
from lles.work.monitoring.queries.facts import BREACH, END, INTERIM, directions_ever, reports_filed

KINDS = {INTERIM: Report.INTERIM, END: Report.END}


def reports_waited_for(monitoring: Monitoring) -> Sequence[Direction]:
    """What the court directs of reports in between and at the end, as far as no report discharged it: each
    report that the court has discharges one direction of its kind (MON-REPORT)."""
    ever, filed = directions_ever(monitoring), reports_filed(monitoring)
    return [
        one
        for kind, of_report in KINDS.items()
        for one in undischarged(
            (row for row in ever if row.kind == kind), (row.at for row in filed if row.kind == of_report)
        )
    ]


def subject_of(monitoring: Monitoring, direction: Direction) -> str:
    """The name under which the task of a direction is known, the same through every amendment."""
    return f"{monitoring.pk}-{first_of(direction)}"


def breach_direction(asked: Sequence[Direction], confirmed_on: date) -> Direction | None:
    """The direction under which a breach that was confirmed on a day is reported: the first whose own day had
    not passed then, else one that sets none, else the last."""
    stand = [one for one in asked if one.kind == BREACH]
    open_then = (one for one in stand if one.due_on is None or one.due_on >= confirmed_on)
    return next(open_then, stand[-1] if stand else None)
