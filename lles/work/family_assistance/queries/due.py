"""The days of the tasks of a family assistance order, each from its clock with its why."""

from datetime import timedelta

from lles.casefile.kinds import AskedFor
from lles.casefile.models import Case, Task
from lles.casefile.once import once
from lles.law.due import Due, DueDay
from lles.work.family_assistance import rules
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.facts import (
    clock_of,
    complete_plan,
    is_of_an_authority,
    last_day_of,
    last_to_begin,
)
from lles.work.family_assistance.queries.named import is_unread

_NAMES = (
    "terms", "consent", "named", "contact", "letter", "plan", "told", "address", "review", "report", "risk",
    "end", "closing",
)  # fmt: skip
TASKS = tuple(f"family_assistance.{name}" for name in _NAMES)
TERMS, CONSENT, NAMED, CONTACT, LETTER, PLAN, TOLD, ADDRESS, REVIEW, REPORTED, RISK, END, CLOSING = TASKS
_BEGINS = frozenset({NAMED, CONTACT, LETTER, PLAN, TOLD, REVIEW})
BY_THE_END = frozenset({*_BEGINS, ADDRESS, END, CLOSING})
_LAST = ("FAO-DURATION-DEFAULT", "FAO-DURATION-MAX", "FAO-END")


def _of(task: Task) -> Assistance | None:
    pk = (task.subject or "0").partition("-")[0]  # the task of a report names its direction after it
    return _assistance(task.case, int(pk))


@once
def _assistance(case: Case, pk: int) -> Assistance | None:
    return case.assistances.filter(pk=pk).select_related("order").first()


def asked_between(task: Task) -> AskedFor:
    """Between which days a task is asked for: what begins something, until the last day on which that may
    be; without a plan the work then has its end, of which everybody is told from the next day (FAO-END)."""
    assistance = _of(task)
    last = last_to_begin(assistance) if assistance else None
    if assistance is None or last is None:
        return AskedFor()
    if task.kind in _BEGINS:
        return AskedFor(until_on=last)
    if is_of_an_authority(assistance) or complete_plan(assistance) is not None:
        return AskedFor()
    return AskedFor(from_on=last + timedelta(days=1)) if task.kind == CLOSING else AskedFor(until_on=last)


def review_due(task: Task) -> DueDay | None:
    """The day of the review: the one in the plan, else the midpoint of the order (FAO-REVIEW)."""
    assistance = _of(task)
    plan = complete_plan(assistance) if assistance else None
    if plan is None or plan.review_on is None:
        return _day_of(task, ("FAO-REVIEW",))
    return rules.comes_up_before(rules.review_due_by_the_plan(plan.review_on))


def end_due(task: Task) -> DueDay | None:
    """The last day of the order, on which its work is brought to its end (FAO-END)."""
    return _day_of(task, _LAST)


def report_due(task: Task) -> DueDay | None:
    """The day of the report that the court directed (FAO-REPORT)."""
    assistance, directed = _of(task), task.direction
    if assistance is None:
        return None
    on, time = (directed.due_on, directed.due_time) if directed else (None, None)
    due = rules.directed_report_due(on, time, last_day_of(assistance))
    return rules.report_of_an_unread_order_is_due_at_the_latest(due) if is_unread(assistance) else due


def _day_of(task: Task, provisions: tuple[str, ...]) -> DueDay | None:
    assistance = _of(task)
    clock = clock_of(assistance) if assistance else None
    if clock is None:
        return None
    for day in clock.days:
        if day.rule in provisions:
            return rules.comes_up_before(Due(day.on, None, day.rule, None, None, None, (), day.why))
    return None
