"""What has to happen and what happened: tasks, checks, conversations, timeline, for rules and pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Prefetch, Q, QuerySet, prefetch_related_objects

from lles.casefile import register
from lles.casefile.models import Case, Check, CheckAnswer, Concern, Conversation, Entry, Task
from lles.casefile.prepared import Asked
from lles.casefile.queries.checks import WITH_FACTS
from lles.casefile.register import Leading
from lles.law.bilingual import Text
from lles.law.due import DueDay, due_day_from_data

NAMES_OF_WHOM = ("party__first_name", "party__last_name", "child__first_name", "child__last_name")


@dataclass(frozen=True)
class TaskRow:
    """A task as a page shows it: what, for whom, the derived day with its why, and the next act."""

    task: Task
    title: Text
    act: Text
    page: str
    due: DueDay | None
    is_late: bool
    arguable_until: date | None

    @property
    def comes_up_on(self) -> date | None:
        """The day from which it stands among what is to be done; None where it always does."""
        return self.due.comes_up_on if self.due else None

    @property
    def case(self) -> Case:
        """The case of the task."""
        return self.task.case


def asked_for(on: date, through: str = "") -> Q:
    """Tasks that are open and asked for on a day: not begun later, nor ended by an earlier one."""
    begun = Q(**{f"{through}from_on": None}) | Q(**{f"{through}from_on__lte": on})
    goes_on = Q(**{f"{through}until_on": None}) | Q(**{f"{through}until_on__gte": on})
    return Q(**{f"{through}ended_at": None}) & begun & goes_on


def rows(tasks: Sequence[Task], today: date) -> tuple[TaskRow, ...]:
    """Tasks as rows, what hurts first; what comes up only shortly before its day is not there sooner, nor
    what is not asked for on this day."""
    first = register.task_kinds_that_come_first()
    ordered = sorted(
        (task for task in tasks if task.is_asked_for(today)),
        key=lambda task: (task.kind not in first, task.due_on is None, task.due_on or today, task.pk),
    )
    titles = register.titles_of((register.task_kind(task.kind), task.subject) for task in ordered)
    found = (_row(task, today, titles.get((task.kind, task.subject))) for task in ordered)
    return tuple(row for row in found if row.comes_up_on is None or row.comes_up_on <= today)


def _row(task: Task, today: date, title: Text | None) -> TaskRow:
    kind = register.task_kind(task.kind)
    due = due_day_from_data(task.due) if task.due else None
    late = due is not None and due.is_late_on(today)
    last = due.arguable_until if due else None
    arguable_until = last if last is not None and today <= last else None
    return TaskRow(task, title or kind.title, kind.act, kind.page, due, late, arguable_until)


def open_tasks(case: Case, today: date) -> tuple[TaskRow, ...]:
    """The open tasks of a case."""
    return rows(_OPEN_TASKS.all_in(case), today)


def _open_tasks(case: int) -> QuerySet[Task]:
    found = Task.objects.filter(case_id=case, ended_at=None).select_related("party", "child")
    return found.only("case", "kind", "subject", "due", "due_on", "from_on", "until_on", *NAMES_OF_WHOM)


_OPEN_TASKS = Asked(_open_tasks)


@dataclass(frozen=True)
class EndedRow:
    """A task that the passing of a day ended: what, for whom, its last day, and what that day is."""

    title: Text
    person: str
    until_on: date
    why: Text | None


def ended_by_a_day(case: Case, today: date) -> Sequence[EndedRow]:
    """The tasks of a case that were not done before the last day on which they were asked for."""
    after = Q(ended_at=None) | Q(outcome="not_needed", ended_at__date__gt=F("until_on"))
    found = case.tasks.filter(after, until_on__lt=today).select_related("party", "child")
    return [_ended(task, task.until_on) for task in found.order_by("until_on", "pk") if task.until_on]


def _ended(task: Task, until_on: date) -> EndedRow:
    kind, whom = register.task_kind(task.kind), task.party or task.child
    return EndedRow(kind.title, whom.name if whom else "", until_on, kind.ended_by)


def checks_of(case: Case) -> Sequence[Check]:
    """The checks of the adults of a case that are wanted, each with its person and its answers; what others
    close to a child told is no check."""
    return [one for one in asked_of_case(case) if one.kind in Check.OF_ADULTS]


def asked_of_case(case: Case) -> Sequence[Check]:
    """Everybody who is asked in a case: police and councils about the adults, and whoever is close to a
    child; each with its person and its answers."""
    asked = _ASKED.all_in(case)
    prefetch_related_objects(asked, WITH_FACTS)
    return asked


_ASKED = Asked(
    lambda case: Check.objects.filter(case=case, set_aside_at=None).select_related("party", "adult", "child")
)


def latest_answer(check: Check) -> CheckAnswer | None:
    """The answer that stands: the last one received."""
    return max(check.answers.all(), key=lambda answer: answer.pk, default=None)


def answered_anew(checks: Iterable[Check]) -> frozenset[int]:
    """Of some questions, those that were asked again with what was put right, and answered so."""
    return frozenset(one.instead_of_id for one in checks if one.instead_of_id and latest_answer(one))


def conversations_of(case: Case) -> Sequence[Conversation]:
    """The conversations of a case and attempts at one, each with its person and concerns; what was recorded
    wrongly is none."""
    return [one for one in every_conversation_of(case) if not hasattr(one, "wrong")]


def every_conversation_of(case: Case) -> Sequence[Conversation]:
    """The conversations and attempts with what was recorded wrongly among them, which has its `wrong`."""
    concerns = Prefetch("concerns", Concern.objects.select_related("child").order_by("pk"))
    found = case.conversations.select_related("party", "by", "wrong__by")
    return list(found.prefetch_related(concerns))


@dataclass(frozen=True)
class EntryRow:
    """One entry of the timeline as it is read: who, when, its lines, and whether words of it stay closed."""

    entry: Entry
    lines: tuple[str, ...]
    is_closed: bool = False
    leads_to: Leading | None = None
