"""The tasks of one officer's Today, what hurts first: one statement of plain rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from lles.casefile import register
from lles.casefile.access import IN_PERSON, OWN_OPEN_CASES, Verb, reaches, within
from lles.casefile.models import Chase, Check, Exclusion, Officer, Task
from lles.casefile.prepared import Asked, rows_of
from lles.casefile.queries.work import asked_for
from lles.casefile.register import TaskKind

AT_MOST, WAITING_AT_MOST = 200, 50
THIS_WEEK = timedelta(days=7)
FIRST, LATE, SOON, NO_RULE, LATER, NO_DAY = range(6)


@dataclass(frozen=True, slots=True)
class TodayTask:
    """An open task with its case, as Today names it; the reason of its day is still in JSON."""

    pk: int
    kind: TaskKind
    subject: str
    due_on: date | None
    due: str | None
    case: int
    reference: str
    person: str
    children: tuple[str, ...]
    hearing_at: datetime | None
    is_urgent: bool

    def is_late(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.due_on is not None and self.due_on < today

    def pain(self, today: date) -> tuple[int, date, int]:
        """What hurts first: what comes before every day, what is late, what is due within a week or waits for
        this person's word, what waits without a rule for its day, what is due later, and last what has no day
        yet because the rule finds none."""
        if self.kind.comes_first:
            return FIRST, self.due_on or today, self.pk
        if self.kind.needs is Verb.APPROVE and not self.is_late(today):
            return SOON, min(self.due_on or today, today + THIS_WEEK), self.pk
        if self.due_on is None:
            return (NO_RULE if self.due is None else NO_DAY), today, self.pk
        if self.is_late(today):
            return LATE, self.due_on, self.pk
        return (SOON if self.due_on < today + THIS_WEEK else LATER), self.due_on, self.pk


_ROWS = f"""
WITH mine AS MATERIALIZED ({OWN_OPEN_CASES}), wanted AS MATERIALIZED (
SELECT t.id FROM mine JOIN casefile_task AS t ON t.case_id = mine.id
WHERE t.ended_at IS NULL AND t.kind <> ALL(%(to_approve)s::text[])
UNION SELECT unnest(%(beside)s::bigint[]))
SELECT t.id, t.kind, t.subject, t.due_on,
 (t.due - 'reckonings' || jsonb_build_object(
   'was_counted', jsonb_array_length(t.due -> 'reckonings') > 0,
   'warnings', jsonb_path_query_array(t.due, '$.reckonings[*].warnings[*]')))::text,
 c.id, c.reference,
 trim(coalesce(p.first_name || ' ' || p.last_name, k.first_name || ' ' || k.last_name, '')),
 ARRAY(SELECT trim(first_name || ' ' || last_name) FROM casefile_child WHERE case_id = c.id ORDER BY id),
 (SELECT min(h.starts_at) FROM casefile_hearing AS h
  WHERE h.case_id = c.id AND h.going_ahead AND h.starts_at >= %(now)s::timestamptz),
 coalesce((SELECT said.answer = 'yes' FROM casefile_applicationfact AS said
  WHERE said.case_id = c.id AND said.fact = 'urgency' ORDER BY said.id DESC LIMIT 1), false)
FROM wanted JOIN casefile_task AS t ON t.id = wanted.id JOIN casefile_case AS c ON c.id = t.case_id
LEFT JOIN casefile_party AS p ON p.id = t.party_id LEFT JOIN casefile_child AS k ON k.id = t.child_id
WHERE coalesce((t.due ->> 'comes_up_on')::date <= %(today)s::date, true)
AND coalesce(t.from_on <= %(today)s::date, true) AND coalesce(t.until_on >= %(today)s::date, true)
ORDER BY t.due_on, t.id LIMIT %(at_most)s::bigint
"""


def today_tasks(officer: Officer, today: date, now: datetime) -> tuple[TodayTask, ...]:
    """The tasks of an officer's own cases, what waits for the officer to allocate or for a second person's
    word, and what the officer's role does beside the officer of the case; what hurts first."""
    given = {
        "officer": officer.pk, "today": today, "now": now, "at_most": AT_MOST,
        "to_approve": list(register.task_kinds_that_need(Verb.APPROVE)),
        "beside": _beside_ones_own(officer, today),
    }  # fmt: skip
    found = [_task(row) for row in rows_of(_ROWS, given)]
    found.sort(key=lambda task: task.pain(today))
    return tuple(_once_for_a_page(found))


def _task(row: Sequence[Any]) -> TodayTask:
    pk, kind, subject, due_on, due, case, reference, person, children, *rest = row
    known = register.task_kind(kind)
    return TodayTask(pk, known, subject, due_on, due, case, reference, person, tuple(children), *rest)


def _beside_ones_own(officer: Officer, today: date) -> list[int]:
    """Tasks of cases that are somebody else's or nobody's; for whoever only works on cases, no question."""
    waiting = []
    to_allocate = register.task_kinds_that_need(Verb.ALLOCATE)
    if to_allocate and reaches(officer, Verb.ALLOCATE):
        unallocated = Q(case__officer=None, kind__in=to_allocate)
        waiting.append(within(officer, Verb.ALLOCATE, "case__") & unallocated)
    to_approve = register.task_kinds_that_need(Verb.APPROVE)
    if to_approve and reaches(officer, Verb.APPROVE):
        for_anybody_or_me = Q(waits_for=None) | Q(waits_for=officer)
        waiting.append(within(officer, Verb.APPROVE, "case__") & Q(kind__in=to_approve) & for_anybody_or_me)
    if reaches(officer, Verb.WORK) - IN_PERSON:
        first = [kind for kind in register.task_kinds_that_come_first() if kind not in to_approve]
        waiting.append(within(officer, Verb.WORK, "case__") & Q(case__officer=None, kind__in=first))
    if of_role := register.task_kinds_of_roles(officer.roles):
        waiting.append(within(officer, Verb.WORK, "case__") & Q(kind__in=of_role))
    if not waiting:
        return []
    open_ = Task.objects.filter(reduce(or_, waiting), asked_for(today), case__closed_at=None)
    return list(open_.order_by("due_on", "pk").values_list("pk", flat=True)[:AT_MOST])


def _once_for_a_page(found: Iterable[TodayTask]) -> Iterable[TodayTask]:
    """Several tasks that are done by giving the case to somebody are one thing to do."""
    first: dict[tuple[int, str, int], TodayTask] = {}
    for task in found:
        alone = 0 if task.kind.needs is Verb.ALLOCATE else task.pk
        first.setdefault((task.case, task.kind.page, alone), task)
    return first.values()


def _waiting(officer: int) -> QuerySet[Check]:
    asked = Check.objects.filter(
        case__officer=officer, case__closed_at=None, asked_on__isnull=False, answers=None, set_aside_at=None
    )
    shut_out = Exclusion.objects.filter(officer_id=officer, ended_at=None).values("case_id")
    found = asked.exclude(case__in=shut_out).select_related("case", "party", "adult", "child")
    reminders = Chase.objects.filter(asked=OuterRef("pk")).order_by("-on").values("on")
    shown = ("kind", "body", "asked_on", "case__reference")
    named = [f"{whom}__{part}_name" for whom in ("party", "adult", "child") for part in ("first", "last")]
    known = found.only(*shown, *named).annotate(last_chased=Subquery(reminders[:1]))
    return known.order_by("asked_on", "pk")[:WAITING_AT_MOST]


_WAITING = Asked(_waiting)


def waiting_on_others(officer: Officer) -> Sequence[Check]:
    """The checks of an officer's own cases that were asked and not answered, the longest wait first."""
    return _WAITING.all_of(officer.pk)
