"""A task as a line of a page: what, for whom, by when and why, and the one next act."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache

from django.urls import NoReverseMatch, resolve
from django.utils import timezone

from lles.casefile.access import Verb
from lles.casefile.queries.work import TaskRow
from lles.casefile.timeline import LONDON
from lles.casefile.views.addresses import address
from lles.casefile.views.why import Why, question_of, why_of
from lles.law.bilingual import Language
from lles.law.due import Due, DueDay

CALLS = "casefile:conversations"


@dataclass(frozen=True)
class TaskLine:
    """One task in the language of the page."""

    row: TaskRow
    title: str
    act: str
    href: str
    person: str
    question: str
    why: Why | None
    offered: bool
    is_past: bool = False

    @property
    def is_late(self) -> bool:
        """Whether its day has passed, or the hour of that day."""
        return self.row.is_late or self.is_past

    @property
    def makes_calls(self) -> bool:
        """Whether its next act is to speak to the adults."""
        return self.row.page == CALLS


def task_line(row: TaskRow, language: Language, may: Collection[Verb]) -> TaskLine:
    """A task in words, with its next act; what one may not do is not offered."""
    task, title = row.task, row.title.said(language)
    person = task.party.name if task.party else task.child.name if task.child else ""
    return TaskLine(
        row=row,
        title=title,
        act=row.act.said(language),
        href=address_of(row.page, row.case.reference, task.subject),
        person=person,
        question=question_of(row.due, title, language),
        why=why_of(row.due, language),
        offered=needed_for(row.page, task.subject) in may,
        is_past=is_past(row.due),
    )


def is_past(due: DueDay | None) -> bool:
    """Whether the hour of a due day has passed."""
    return isinstance(due, Due) and hour_is_past(due.on, due.at_time)


def hour_is_past(on: date, at_time: time | None) -> bool:
    """Whether an hour of a day in London has passed."""
    return at_time is not None and datetime.combine(on, at_time, LONDON) < timezone.now()


@cache
def _needed_for(page: str, is_of_one_thing: bool) -> Verb:
    href = address(page, ("C-1", 1) if is_of_one_thing else ("C-1",))
    view = getattr(resolve(href).func, "view_class", None)
    needs = getattr(view, "needs", Verb.WORK)
    return Verb.WORK if needs is Verb.SEE else needs


def needed_for(page: str, subject: str) -> Verb:
    """The verb that the next act of a task needs."""
    return _needed_for(page, bool(_subject_of(page, subject)))


def address_of(page: str, reference: str, subject: str) -> str:
    """The page of the next act; a task about one thing leads to the page of that thing, where it has one."""
    return address(page, (reference, *_subject_of(page, subject)))


def _subject_of(page: str, subject: str) -> tuple[int, ...]:
    thing = subject.partition("-")[0]  # a task may name what of the thing it is about after it
    return (int(thing),) if thing.isdigit() and _is_of_one_thing(page) else ()


@cache
def _is_of_one_thing(page: str) -> bool:
    try:
        address(page, ("C-1", 1))
    except NoReverseMatch:
        return False
    return True
