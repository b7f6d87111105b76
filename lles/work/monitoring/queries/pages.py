"""What the page of a monitoring order shows: its days, what is monitored, calls, breaches and documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lles.casefile.models import Child, Direction, Document, Party, Task
from lles.casefile.queries.living_together import days_of_ceasing
from lles.casefile.rules.order_strip import OrderDay
from lles.casefile.timeline import LONDON, word
from lles.law.bilingual import Text
from lles.law.findings import Finding
from lles.work.monitoring import rules
from lles.work.monitoring.models import (
    Call,
    CourtAnswer,
    MonitoredPerson,
    Monitoring,
    PlannedCall,
    Provision,
    Report,
    Suspicion,
    Wrong,
)
from lles.work.monitoring.queries.breaches import BreachStands, breaches_of
from lles.work.monitoring.queries.due import ASK, BREACH, DECIDE, END, FIRST, REPORT
from lles.work.monitoring.queries.facts import BREACH as BREACH_REPORT
from lles.work.monitoring.queries.facts import (
    calls_of,
    findings_of,
    live_directions,
    open_plans,
    people_of,
    provisions_of,
    sides_of,
    wrong_of,
)
from lles.work.monitoring.queries.letters import LetterTo, documents_of, letters_of, letters_to
from lles.work.monitoring.queries.period import ceasing_of, clock_of, day_of, is_about_living_alone, period_of
from lles.work.monitoring.queries.report import KINDS, breaches_to_report, may_be_written


@dataclass(frozen=True)
class Side:
    """One adult: how they are monitored, if at all, and the calls that are planned with them,
    the next one first."""

    party: Party
    monitored: MonitoredPerson | None
    plans: tuple[PlannedCall, ...]


@dataclass(frozen=True)
class ReportShown:
    """A report that was sealed, with its versions."""

    row: Report
    document: str
    versions: Sequence[Document]


@dataclass(frozen=True)
class Shown:
    """A monitoring order for its page."""

    monitoring: Monitoring
    period: tuple[date, date] | None
    ceases: OrderDay | None
    days: tuple[OrderDay, ...]
    provisions: Sequence[Provision]
    sides: tuple[Side, ...]
    children: Sequence[Child]
    calls: Sequence[Call]
    breaches: Sequence[BreachStands]
    directions: Sequence[Direction]
    findings: tuple[Finding, ...]
    letters: tuple[tuple[str, Sequence[LetterTo]], ...]
    reports: tuple[ReportShown, ...]
    writable: tuple[str, ...]
    answers: Sequence[CourtAnswer]
    suspicions: Sequence[Suspicion]
    wrong: Sequence[Wrong]

    @property
    def is_suspected(self) -> bool:
        """Whether harm is suspected, and not assessed yet."""
        return bool(self.suspicions) and self.suspicions[0].kind == Suspicion.SEEN

    @property
    def is_never_in_effect(self) -> bool:
        """Whether the court ended it before it began."""
        return self.period is not None and self.period[1] < self.period[0]

    def is_over_on(self, day: date) -> bool:
        """Whether its last day has passed."""
        return self.period is not None and day > self.period[1]


def shown(monitoring: Monitoring, today: date) -> Shown:
    """Everything the page of one order shows."""
    case = monitoring.case
    people = {one.party_id: one for one in people_of(monitoring)}
    plans = open_plans(monitoring)
    sealed = documents_of(monitoring)
    reports = monitoring.reports.select_related("by").order_by("-pk")
    return Shown(
        monitoring,
        period_of(monitoring),
        ceasing_of(monitoring, today),
        _days(monitoring, today),
        provisions_of(monitoring),
        tuple(
            Side(one, people.get(one.pk), tuple(plan for plan in plans if plan.party_id == one.pk))
            for one in sides_of(monitoring)
        ),
        list(case.children.order_by("pk")),
        list(reversed(calls_of(monitoring))),
        breaches_of(monitoring),
        live_directions(monitoring),
        (*findings_of(monitoring, today), *_not_asked(monitoring)),
        tuple((letter, letters_to(monitoring, letter)) for letter in letters_of(monitoring)),
        tuple(
            ReportShown(one, document, sealed.get((document, one.version), ()))
            for one in reports
            for document in (f"monitoring_{one.kind}_report",)
        ),
        tuple(kind for kind in KINDS if may_be_written(monitoring, kind)),
        list(monitoring.answers.select_related("by")),
        list(monitoring.suspicions.select_related("by").order_by("-pk")),
        wrong_of(monitoring),
    )


def _days(monitoring: Monitoring, today: date) -> tuple[OrderDay, ...]:
    clock, period = clock_of(monitoring), period_of(monitoring)
    if clock is None:
        return ()
    tasks = _tasks_of(monitoring)
    own = {one.kind for one in tasks if one.subject == str(monitoring.pk)}
    late_of = {"MON-METHOD": FIRST in own}
    days = [
        OrderDay(one.on, one.what, one.why, one.rule, one.on < today and late_of.get(one.rule, False))
        for one in clock.days
    ]
    if period and clock.ends_on:
        days = [
            OrderDay(
                one.on,
                one.what,
                one.why,
                one.rule,
                one.is_late or _end_is_late(one, clock.ends_on, own, today),
            )
            for one in days
        ]
    for plan in open_plans(monitoring):
        on = plan.starts_at.astimezone(LONDON).date()
        law = word("task.monitoring.call")
        what = Text(en=f"{law.en}: {plan.party.name}", cy=f"{law.cy}: {plan.party.name}")
        days.append(OrderDay(on, what, rules.planned_call_due(on).says, "MON-CALL-DAY", on < today))
    days += _done(monitoring)
    for task in tasks:
        if task.kind in (BREACH, REPORT) and task.due and task.due_on:
            why = Text.from_data(task.due["says"])
            what = word(f"direction.{task.direction.kind}") if task.direction else word(f"task.{task.kind}")
            days.append(OrderDay(task.due_on, what, why, task.provision, task.due_on < today))
    days += days_of_ceasing(
        monitoring.case, monitoring.arrangements_on, clock.made_on, clock.ends_on, today,
        of_living_alone=is_about_living_alone(monitoring),
    )  # fmt: skip
    return tuple(sorted(days, key=lambda one: one.on))


def _not_asked(monitoring: Monitoring) -> tuple[Finding, ...]:
    waits = bool(breaches_to_report(monitoring, Report.BREACH))
    is_asked = any(one.kind == BREACH_REPORT for one in live_directions(monitoring))
    found = rules.confirmed_breach_has_a_report_that_was_asked_for(waits, is_asked)
    return (found,) if found else ()


def _done(monitoring: Monitoring) -> list[OrderDay]:
    """The reports that were sealed for the court, and the last call that was held with each side."""
    law = rules.monitoring_law()
    reports, calls = law["MON-REPORT"], law["MON-METHOD"]
    days = [
        OrderDay(
            day_of(one.at), word(f"document.monitoring_{one.kind}_report"), reports.sentence("sealed"),
            reports.id, is_late=False,
        )
        for one in monitoring.reports.order_by("pk")
    ]  # fmt: skip
    held = {one.party_id: one for one in calls_of(monitoring) if one.party_id}
    days += [
        OrderDay(
            day_of(one.held_at), calls.sentence("held", name=one.name), calls.sentence("held_why"), calls.id,
            is_late=False,
        )
        for one in held.values()
    ]  # fmt: skip
    return days


def _tasks_of(monitoring: Monitoring) -> Sequence[Task]:
    """What is open under this order: it names the order by its number, or a breach by that of the breach."""
    breaches = {str(pk) for pk in monitoring.breaches.values_list("pk", flat=True)}
    return [
        one
        for one in monitoring.case.tasks.filter(ended_at=None, kind__startswith="monitoring.")
        if (
            one.subject in breaches
            if one.kind in (ASK, DECIDE, BREACH)
            else one.subject.partition("-")[0] == str(monitoring.pk)
        )
    ]


def _end_is_late(day: OrderDay, ends_on: date, own: set[str], today: date) -> bool:
    return day.on == ends_on and day.on < today and END in own
