"""What the page of an activity shows: its days, who pays, what happened, what was written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lles.casefile.models import Document
from lles.casefile.rules.order_strip import OrderDay
from lles.casefile.timeline import word
from lles.law.bilingual import Text
from lles.law.due import ORDER_WINS
from lles.law.findings import Finding
from lles.law.jurisdiction import Nation
from lles.work.activities import rules
from lles.work.activities.models import Activity, Ended, Happened, Report, Wrong
from lles.work.activities.queries.due import END, FAILURE, INFORMATION, MONITOR
from lles.work.activities.queries.facts import (
    clock_of,
    end_of,
    happened_of,
    is_monitored,
    nation_of_activity,
    terms_of,
    unreported,
    wrong_of,
)
from lles.work.activities.queries.findings import findings_of

PAYS = "ACT-FUND"


@dataclass(frozen=True)
class Payer:
    """Who may help with the fees for a child."""

    name: str
    says: Text


@dataclass(frozen=True)
class Written:
    """A report, and the documents that were sealed of it."""

    report: Report
    documents: tuple[Document, ...]


@dataclass(frozen=True)
class Shown:
    """An activity for its page."""

    activity: Activity
    ends_on: date | None
    days: tuple[OrderDay, ...]
    findings: tuple[Finding, ...]
    programme: Text | None
    payers: tuple[Payer, ...]
    happened: Sequence[Happened]
    written: tuple[Written, ...]
    wrong: Sequence[Wrong]
    ended: Ended | None
    is_unreported: bool
    is_monitored: bool

    @property
    def is_over(self) -> bool:
        """Whether somebody recorded how it ended."""
        return self.ended is not None


def shown(activity: Activity, today: date) -> Shown:
    """Everything the page of one activity shows."""
    case, terms = activity.case, terms_of(activity)
    clock = clock_of(case, terms)
    found = tuple(one for one in findings_of(activity, today) if one.provision != PAYS or one.warns)
    payers = tuple(
        Payer(child.name, rules.nation_of_the_child_helps_with_fees(Nation(child.nation)).says)
        for child in case.children.order_by("pk")
    )
    return Shown(
        activity, clock.ends_on if clock else None, _days(activity, today), found,
        _programme(activity, today), payers,
        list(happened_of(activity).select_related("by").order_by("-on", "-pk")), _written(activity),
        wrong_of(activity), end_of(activity), unreported(activity).exists(),
        is_monitored(activity),
    )  # fmt: skip


def _programme(activity: Activity, today: date) -> Text | None:
    if not rules.activity_is_the_programme(activity.kind, today):
        return None
    return rules.service_refers_to_the_programme_of_the_nation(nation_of_activity(activity))


def _written(activity: Activity) -> tuple[Written, ...]:
    kinds = [f"activity_{kind}" for kind in (Report.INFORMATION, Report.REFERRAL, Report.FAILURE)]
    made = list(activity.case.documents.filter(kind__in=kinds).select_related("party").order_by("pk"))
    return tuple(
        Written(
            report,
            tuple(
                one for one in made
                if (one.kind, one.version) == (f"activity_{report.kind}", report.version)
            ),
        )
        for report in activity.reports.select_related("by").order_by("-pk")
    )  # fmt: skip


def _days(activity: Activity, today: date) -> tuple[OrderDay, ...]:
    clock = clock_of(activity.case, terms_of(activity))
    if clock is None:
        return ()
    tasks = list(activity.case.tasks.filter(subject=str(activity.pk), ended_at=None))
    monitors = any(task.kind == MONITOR for task in tasks)
    days = [
        OrderDay(
            one.on, one.what, one.why, one.rule, monitors and one.on == clock.ends_on and one.on < today
        )
        for one in clock.days
    ]  # fmt: skip
    for task in tasks:
        if task.kind in (INFORMATION, FAILURE, MONITOR, END) and task.due and task.due_on:
            if task.kind == MONITOR and task.provision != ORDER_WINS:
                continue  # the last day stands there already
            says = Text.from_data(task.due["says"])
            late = task.due_on < today
            days.append(OrderDay(task.due_on, word(f"task.{task.kind}"), says, task.provision, late))
    return tuple(sorted(days, key=lambda one: one.on))
