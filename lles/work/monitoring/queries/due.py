"""The days of the tasks of a monitoring order, each with its why."""

from collections.abc import Collection, Mapping

from lles.casefile.models import Case, Task
from lles.casefile.once import once
from lles.casefile.queries.service_law import calendar_in_force
from lles.casefile.timeline import LONDON, word
from lles.law.bilingual import Text
from lles.law.due import Due, DueDay
from lles.work.monitoring import rules
from lles.work.monitoring.models import Breach, Monitoring
from lles.work.monitoring.queries.breaches import breach_of, monitoring_of_breach
from lles.work.monitoring.queries.facts import INTERIM, open_plans
from lles.work.monitoring.queries.period import clock_of, period_of

TASKS = TERMS, LETTERS, CALL, FIRST, ASK, DECIDE, BREACH, REPORT, RISK, END = tuple(
    f"monitoring.{name}"
    for name in ("terms", "letters", "call", "first_call", "ask", "decide", "breach", "report", "risk", "end")
)

ABOUT_A_BREACH = (ASK, DECIDE, BREACH)
_LAST = ("MON-PERIOD", "MON-DUTY")


def _of(task: Task) -> Monitoring | None:
    pk = (task.subject or "0").partition("-")[0]
    return _monitoring(task.case, int(pk))


@once
def _monitoring(case: Case, pk: int) -> Monitoring | None:
    return case.monitorings.filter(pk=pk).select_related("order").first()


def first_call_due(task: Task) -> DueDay | None:
    """The day by which the first call is held (MON-METHOD)."""
    return _day_of(task, "MON-METHOD")


def call_due(task: Task) -> DueDay | None:
    """The day for which the call with this adult is planned (MON-CALL-DAY)."""
    monitoring = _of(task)
    plans = open_plans(monitoring) if monitoring else ()
    plan = next((one for one in plans if one.party_id == task.party_id), None)
    return rules.planned_call_due(plan.starts_at.astimezone(LONDON).date()) if plan else None


def breach_report_due(task: Task) -> DueDay | None:
    """The day of the report on a breach that was confirmed: the day that the court set or as many days
    later as the order says, whichever is earlier, else by the setting (MON-REPORT)."""
    pk = int(task.subject or 0)
    monitoring = monitoring_of_breach(task.case, pk)
    breach = breach_of(monitoring, pk) if monitoring else None
    if monitoring is None or breach is None or breach.decision is None:
        return None
    unit, directed = monitoring.report_unit, task.direction
    within = rules.Within(rules.Unit(unit), monitoring.report_within or 0) if unit else None
    ordered = (directed.due_on, directed.due_time) if directed else (None, None)
    return rules.breach_report_due(breach.decision.on, calendar_in_force(), within, *ordered)


def report_due(task: Task) -> DueDay | None:
    """The day of a report that the court directed (MON-REPORT)."""
    monitoring, directed = _of(task), task.direction
    if monitoring is None or directed is None:
        return None
    period, is_interim = period_of(monitoring), directed.kind == INTERIM
    ends_on = period[1] if period else None
    return rules.directed_report_due(directed.due_on, directed.due_time, ends_on, is_interim=is_interim)


def end_due(task: Task) -> DueDay | None:
    """The last day of monitoring (MON-PERIOD), or the day on which the court ended it (MON-DUTY)."""
    monitoring = _of(task)
    clock = clock_of(monitoring) if monitoring else None
    days = clock.days if clock else ()
    last = next((one for one in days if one.rule in _LAST and clock and one.on == clock.ends_on), None)
    if last is None:
        return None
    return rules.end_comes_up_before(Due(last.on, None, last.rule, None, None, None, (), last.why))


def titles_of_breaches(kind: str, subjects: Collection[str]) -> Mapping[str, Text]:
    """What each task of a kind about a breach is about: the provision, and the day that was monitored."""
    rows = Breach.objects.filter(pk__in=[int(one) for one in subjects if one.isdigit()])
    found = rows.values_list("pk", "provision__number", "monitored_on")
    task, about = word(f"task.{kind}"), word("monitoring_about.breach")
    return {str(pk): about.fill(task=task, number=number, on=on) for pk, number, on in found}


def _day_of(task: Task, rule: str) -> DueDay | None:
    monitoring = _of(task)
    clock = clock_of(monitoring) if monitoring else None
    days = clock.days if clock else ()
    return next(
        (Due(one.on, None, one.rule, None, None, None, (), one.why) for one in days if one.rule == rule), None
    )
