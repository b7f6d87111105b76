"""Which cases wait for an officer, who carries how much, and who could take a case or could not, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Min, Prefetch, Q

from lles.casefile import register
from lles.casefile.access import Verb, cases, within
from lles.casefile.models import Case, Child, Officer, Task
from lles.casefile.queries.arrangements import findings_of_each
from lles.casefile.queries.cases import officers_of, practitioners_in_reach
from lles.casefile.queries.work import TaskRow, asked_for, rows
from lles.law.findings import Finding

TASK = "allocation.allocate"


@dataclass(frozen=True)
class Candidate:
    """An officer who could take the case, with the number of open cases they have."""

    officer: Officer
    open_cases: int


@dataclass(frozen=True)
class LeftOut:
    """A practitioner of the office who cannot be given the case: what the law says, or a closed account."""

    officer: Officer
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Choice:
    """Everybody whose name one might look for: those who could take the case, and those who could not."""

    candidates: Sequence[Candidate]
    left_out: Sequence[LeftOut]


def choice(case: Case, reader: Officer, on: date) -> Choice:
    """The practitioners of the office of a case, whoever has least first; only cases that the reader may see
    are counted."""
    could = [officer.pk for officer in officers_of(case.office)]
    people = list(
        Officer.objects.filter(pk__in=could, account__isnull=False)
        .select_related("account")
        .order_by("name", "pk")
    )
    bars = findings_of_each(case, people, on)
    carried = _carried(people, reader)
    active = {one.pk for one in people if one.account and one.account.is_active}
    free = [Candidate(one, carried.get(one.pk, 0)) for one in people if one.pk in active and not bars[one.pk]]
    return Choice(
        sorted(free, key=lambda one: one.open_cases),
        [LeftOut(one, bars[one.pk]) for one in people if one.pk not in active or bars[one.pk]],
    )


def _carried(people: Sequence[Officer], reader: Officer) -> dict[int, int]:
    seen = cases(reader).filter(closed_at=None, officer__in=people).order_by()
    return dict(seen.values_list("officer").annotate(Count("pk")))


@dataclass(frozen=True)
class Load:
    """What an officer carries, as far as the reader sees it."""

    officer: Officer
    open_cases: int
    soon: int
    late: int

    @property
    def is_closed(self) -> bool:
        """Whether the officer can no longer sign in."""
        return self.officer.account is None or not self.officer.account.is_active


def waiting(reader: Officer, today: date, at_most: int) -> tuple[TaskRow, ...]:
    """The open cases that wait for an officer and that the reader sees and may give to one, the earliest
    day first."""
    seen = within(reader, Verb.ALLOCATE, "case__") & within(reader, Verb.SEE, "case__")
    found = Task.objects.filter(
        seen, kind=TASK, ended_at=None, case__closed_at=None, case__officer=None
    ).select_related("case", "party", "child")
    children = Prefetch("case__children", Child.objects.order_by("pk"))
    return rows(list(found.prefetch_related(children).order_by("due_on", "pk")[:at_most]), today)


def loads(reader: Officer, today: date, until: date) -> Sequence[Load]:
    """What each officer carries, who is late with most first: the practitioners of the offices for which the
    reader allocates, and whoever else has a case there. Only cases that the reader may see are counted."""
    carried = dict(
        cases(reader)
        .filter(closed_at=None, officer__isnull=False)
        .order_by()
        .values_list("officer")
        .annotate(Count("pk"))
    )
    due = {officer: (soon, late) for officer, soon, late in _due(reader, today, until)}
    found = [Load(one, carried.get(one.pk, 0), *due.get(one.pk, (0, 0))) for one in officers_in_reach(reader)]
    return sorted(found, key=lambda one: (-one.late, -one.open_cases))


def officers_in_reach(reader: Officer) -> Sequence[Officer]:
    """The officers over whose cases a reader allocates, in the order of their names."""
    have = cases(reader, Verb.ALLOCATE).filter(within(reader, Verb.SEE), closed_at=None)
    who = practitioners_in_reach(reader) | Q(pk__in=have.values("officer"))
    people = Officer.objects.filter(who, is_service=False)
    return list(people.select_related("account", "office").order_by("name", "pk"))


def _due(reader: Officer, today: date, until: date) -> Sequence[tuple[int, int, int]]:
    """For each officer the tasks that come due, and those that are late; what waits for the word of a second
    person is not the officer's."""
    tasks = Task.objects.filter(
        within(reader, Verb.SEE, "case__"), asked_for(today),
        case__closed_at=None, case__officer__isnull=False, due_on__lte=until,
    ).exclude(kind__in=register.task_kinds_that_need(Verb.APPROVE))  # fmt: skip
    soon, late = Count("pk", filter=Q(due_on__gte=today)), Count("pk", filter=Q(due_on__lt=today))
    return list(tasks.order_by().values_list("case__officer").annotate(soon=soon, late=late))


@dataclass(frozen=True)
class Carried:
    """A case that an officer has, with the earliest day on which something in it is due."""

    case: Case
    next_due: date | None

    @property
    def names(self) -> str:
        """The children of the case."""
        return ", ".join(child.name for child in self.case.children.all())


def carried_by(whose: Officer, reader: Officer, today: date) -> Sequence[Carried]:
    """The open cases of an officer that the reader sees and may give to another, the earliest day first."""
    of_others = Q(tasks__kind__in=register.task_kinds_that_need(Verb.APPROVE))
    theirs = ~of_others & asked_for(today, "tasks__")
    found = (
        cases(reader, Verb.ALLOCATE)
        .filter(within(reader, Verb.SEE), officer=whose, closed_at=None)
        .prefetch_related(Prefetch("children", Child.objects.order_by("pk")))
        .annotate(next_due=Min("tasks__due_on", filter=theirs))
        .order_by(F("next_due").asc(nulls_last=True), "pk")
    )
    return [Carried(case, case.next_due) for case in found]


def takers(whose: Officer, reader: Officer) -> Sequence[Candidate]:
    """The other practitioners for whose offices the reader allocates, whoever has least first."""
    people = [
        one
        for one in officers_in_reach(reader)
        if one.pk != whose.pk and "practitioner" in one.roles and one.account and one.account.is_active
    ]
    carried = _carried(people, reader)
    return sorted((Candidate(one, carried.get(one.pk, 0)) for one in people), key=lambda one: one.open_cases)
