"""What the page of an enforcement shows: its days, what is alleged, notices, the order, what happened,
compensation, and what was written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lles.casefile.models import Document, NoticeHad
from lles.casefile.queries.living_together import days_of_ceasing
from lles.casefile.queries.service_law import calendar_in_force
from lles.casefile.rules.order_strip import OrderDay
from lles.casefile.timeline import word
from lles.law.bilingual import Text
from lles.law.due import ORDER_WINS
from lles.law.findings import Finding
from lles.work.enforcement import rules
from lles.work.enforcement.models import (
    Compensation,
    Ended,
    Enforcement,
    Happened,
    Notice,
    OrderMoved,
    Report,
    UnpaidWork,
    Wrong,
)
from lles.work.enforcement.queries.compensation import compensation_of, findings_of_compensation
from lles.work.enforcement.queries.due import CHECKS, FAILURE, INFORMATION, MONITOR
from lles.work.enforcement.queries.due_now import DueNow, due_now
from lles.work.enforcement.queries.facts import (
    AllegedStands,
    alleged_of,
    clock_that_runs,
    findings_of,
    hours_done,
    is_attached,
    last_day_of,
    notices_of,
    runs,
    wants_checks,
    warnings_of,
    work_of,
)
from lles.work.enforcement.queries.moved import (
    PREFIX,
    end_of,
    happened_of,
    is_astray,
    is_emptied,
    moves_of,
    tells_wrong_end,
    wrong_of,
)
from lles.work.enforcement.queries.report import KINDS, may_be_written


@dataclass(frozen=True)
class LossShown:
    """Compensation for one who lost, and what the rules say of it."""

    row: Compensation
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Written:
    """A report or letter, the documents that were sealed of it, whether it was written of an order that
    stands with another application now, and whether it tells of an end that was recorded wrongly."""

    report: Report
    documents: tuple[Document, ...]
    is_astray: bool
    tells_wrong_end: bool


@dataclass(frozen=True)
class Shown:
    """An enforcement for its page."""

    enforcement: Enforcement
    work: UnpaidWork | None
    ends_on: date | None
    days: tuple[OrderDay, ...]
    findings: tuple[Finding, ...]
    considers: tuple[Text, ...]
    alleged: tuple[AllegedStands, ...]
    is_attached: bool | None
    notices: Sequence[Notice | NoticeHad]
    happened: Sequence[Happened]
    hours_done: int
    compensation: tuple[LossShown, ...]
    written: tuple[Written, ...]
    writable: tuple[str, ...]
    wants_checks: bool
    moves: Sequence[OrderMoved]
    wrong: Sequence[Wrong]
    is_emptied: bool
    ended: Ended | None
    due_now: tuple[DueNow, ...]

    @property
    def is_over(self) -> bool:
        """Whether somebody recorded how it ended."""
        return not self.is_emptied and self.ended is not None

    @property
    def awaited_since(self) -> date | None:
        """Since when a report of the responsible officer is awaited for which we asked (ENF-PROBATION)."""
        kinds = (Happened.REQUESTED, Happened.ANSWERED)
        last = next((one for one in self.happened if one.kind in kinds), None)
        return last.on if last and last.kind == Happened.REQUESTED else None


def shown(enforcement: Enforcement, today: date) -> Shown:
    """Everything the page of one enforcement shows."""
    writable = tuple(kind for kind in KINDS if may_be_written(enforcement, kind))
    headings = rules.court_considers_these_things_before_it_enforces(enforcement.issued_on or today)
    return Shown(
        enforcement,
        work_of(enforcement),
        last_day_of(enforcement),
        _days(enforcement, today),
        findings_of(enforcement, today),
        tuple(headings.values()),
        alleged_of(enforcement),
        is_attached(enforcement),
        notices_of(enforcement),
        list(happened_of(enforcement).select_related("by").order_by("-on", "-pk")),
        hours_done(enforcement),
        tuple(
            LossShown(one, findings_of_compensation(enforcement, one)) for one in compensation_of(enforcement)
        ),
        _written(enforcement),
        writable,
        runs(enforcement) and wants_checks(enforcement),
        moves_of(enforcement),
        wrong_of(enforcement),
        is_emptied(enforcement),
        end_of(enforcement),
        due_now(enforcement, writable, today),
    )


def _written(enforcement: Enforcement) -> tuple[Written, ...]:
    made = enforcement.case.documents.filter(kind__startswith="enforcement_").select_related("party")
    by_version: dict[tuple[str, int], list[Document]] = {}
    for one in made.order_by("pk"):
        by_version.setdefault((one.kind, one.version), []).append(one)
    reports = enforcement.reports.select_related("by", "enforcement").order_by("-pk")
    return tuple(
        Written(
            one,
            tuple(by_version.get((f"{PREFIX}{one.kind}", one.version), ())),
            is_astray(one),
            tells_wrong_end(one),
        )
        for one in reports
    )


def _days(enforcement: Enforcement, today: date) -> tuple[OrderDay, ...]:
    """Its days, up to the one on which it ended, and those of what is still to be done after it."""
    tasks = list(
        enforcement.case.tasks.filter(
            kind__startswith="enforcement.", subject=str(enforcement.pk), ended_at=None
        )
    )
    clock, monitors = clock_that_runs(enforcement), any(one.kind == MONITOR for one in tasks)
    days = [
        OrderDay(
            one.on, one.what, one.why, one.rule,
            monitors and one.on == (clock.ends_on if clock else None) and one.on < today,
        )
        for one in (clock.days if clock else ())
    ]  # fmt: skip
    others = [rules.may_fail_until(warned_on) for warned_on in warnings_of(enforcement)]
    if enforcement.issued_on is not None and enforcement.order is None:
        others.append(rules.is_listed_until(enforcement.issued_on, calendar_in_force()))
    days += [OrderDay(one.on, one.what, one.why, one.rule, is_late=False) for one in others]
    if clock is not None:
        days += days_of_ceasing(enforcement.case, enforcement.about_on, clock.made_on, clock.ends_on, today)
    over = end_of(enforcement)
    days = [one for one in days if over is None or one.on <= over.on]
    for task in tasks:
        if task.kind in (CHECKS, FAILURE, INFORMATION, MONITOR) and task.due and task.due_on:
            if task.kind == MONITOR and task.provision != ORDER_WINS:
                continue  # the last day stands there already
            says = Text.from_data(task.due["says"])
            late = task.due_on < today
            days.append(OrderDay(task.due_on, word(f"task.{task.kind}"), says, task.provision, late))
    return tuple(sorted(days, key=lambda one: one.on))
