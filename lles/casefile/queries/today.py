"""What one officer has on one day: tasks, what came in, what waits on others, and the hearings ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Concat, Trim

from lles.casefile import register, timeline
from lles.casefile.access import Reach, Verb, reaches, within
from lles.casefile.models import Chase, Check, Child, Entry, Hearing, Officer, Task
from lles.casefile.queries.work import NAMES_OF_WHOM, EntryRow, TaskRow, rows
from lles.law.bilingual import Language

AHEAD = timedelta(days=14)
_IS_URGENT = """COALESCE((SELECT answer = 'yes' FROM casefile_applicationfact AS said
  WHERE said.case_id = casefile_task.case_id AND said.fact = 'urgency'
  ORDER BY said.id DESC LIMIT 1), false)"""
OF_THE_HOUSE = ("refused", "task_opened", "task_ended", "checks_opened", "allocated")
ALLOCATE_PAGE = "allocation:allocate"


@dataclass(frozen=True)
class TodayRow:
    """A task with the names of the children of its case."""

    row: TaskRow
    children: tuple[str, ...]


def today_tasks(officer: Officer, today: date, at_most: int = 200) -> tuple[TodayRow, ...]:
    """The tasks of an officer's own cases, the cases that wait for the officer to allocate them, what waits
    for a second person's word, and what comes first on a case that nobody has."""
    to_approve = register.task_kinds_that_need(Verb.APPROVE)
    mine = Q(case__officer=officer) & ~Q(kind__in=to_approve)
    if reaches(officer, Verb.ALLOCATE):
        kinds = register.task_kinds_that_need(Verb.ALLOCATE)
        mine |= within(officer, Verb.ALLOCATE, "case__") & Q(case__officer=None, kind__in=kinds)
    if to_approve and reaches(officer, Verb.APPROVE):
        mine |= within(officer, Verb.APPROVE, "case__") & Q(kind__in=to_approve)
    if reaches(officer, Verb.WORK) - {Reach.OWN}:
        first = [kind for kind in register.task_kinds_that_come_first() if kind not in to_approve]
        mine |= within(officer, Verb.WORK, "case__") & Q(case__officer=None, kind__in=first)
    open_ = Task.objects.filter(mine, ended_at=None, case__closed_at=None)
    tasks = open_.select_related("case", "party", "child").annotate(
        children_names=_children("case"), is_urgent=RawSQL(_IS_URGENT, ())
    )
    tasks = tasks.only("kind", "subject", "due", "due_on", "case__reference", *NAMES_OF_WHOM)
    found = list(tasks.order_by("due_on", "pk")[:at_most])
    names = {task.pk: tuple(task.children_names) for task in found}
    return tuple(TodayRow(row, names[row.task.pk]) for row in _once_for_a_page(rows(found, today)))


def _once_for_a_page(found: Sequence[TaskRow]) -> Sequence[TaskRow]:
    first: dict[tuple[int, str, int], TaskRow] = {}
    for row in found:
        alone = 0 if row.page == ALLOCATE_PAGE else row.task.pk
        first.setdefault((row.case.pk, row.page, alone), row)
    return list(first.values())


def came_in(officer: Officer, since: datetime, language: Language, at_most: int = 12) -> tuple[EntryRow, ...]:
    """What others, and the courts, brought to an officer's own cases since a moment, the latest first."""
    entries = Entry.objects.filter(case__officer=officer, case__closed_at=None, at__gte=since)
    shown = entries.exclude(by=officer).exclude(kind__in=OF_THE_HOUSE).select_related("by", "case")
    shown = shown.only("kind", "facts", "at", "by__name", "case__reference")
    return tuple(
        EntryRow(entry, timeline.read(entry.kind, entry.facts, language))
        for entry in shown.order_by("-pk")[:at_most]
    )


def waiting_on_others(officer: Officer, at_most: int = 50) -> Sequence[Check]:
    """The checks of an officer's own cases that were asked and not answered, the longest wait first."""
    asked = Check.objects.filter(
        case__officer=officer, case__closed_at=None, asked_on__isnull=False, answers=None, set_aside_at=None
    )
    found = asked.select_related("case", "party", "adult", "child").order_by("asked_on", "pk")
    reminders = Chase.objects.filter(asked=OuterRef("pk")).order_by("-on").values("on")
    shown = ("kind", "body", "asked_on", "case__reference")
    named = [f"{whom}__{part}_name" for whom in ("party", "adult", "child") for part in ("first", "last")]
    return list(found.only(*shown, *named).annotate(last_chased=Subquery(reminders[:1]))[:at_most])


def planned(officer: Officer, today: date) -> Sequence[Hearing]:
    """The hearings of an officer's own cases in the two weeks ahead."""
    coming = Hearing.objects.filter(case__officer=officer, case__closed_at=None, going_ahead=True)
    within = coming.filter(starts_at__date__gte=today, starts_at__date__lte=today + AHEAD)
    shown = ("starts_at", "type_code", "type_words", "case__reference")
    named = within.select_related("case").annotate(children_names=_children("case"))
    return list(named.only(*shown).order_by("starts_at"))


def _children(case: str) -> ArraySubquery:
    names: QuerySet[Child] = Child.objects.filter(case=OuterRef(case)).order_by("pk")
    return ArraySubquery(names.values(name=Trim(Concat(F("first_name"), Value(" "), F("last_name")))))
