"""A task as a line of a page: what, for whom, by when and why, and the one next act."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from lles.casefile.queries.work import TaskRow
from lles.law.bilingual import Language, day_in_words
from lles.law.due import Due


@dataclass(frozen=True)
class TaskLine:
    """One task in the language of the page."""

    row: TaskRow
    title: str
    act: str
    href: str
    person: str
    question: str
    why: tuple[str, ...]

    @property
    def is_late(self) -> bool:
        """Whether its day has passed."""
        return self.row.is_late


def task_line(row: TaskRow, language: Language) -> TaskLine:
    """A task in words, with the address of its next act."""
    task, title = row.task, row.title.said(language)
    person = task.party.name if task.party else task.child.name if task.child else ""
    question = ""
    if row.due:
        day = day_in_words(row.due.on, language)
        question = _("Why this day? %(task)s: %(day)s") % {"task": title, "day": day}
    reasons = why(row.due, language) if row.due else ()
    return TaskLine(row, title, row.act.said(language), address_of(row), person, question, reasons)


def address_of(row: TaskRow) -> str:
    """The page of the next act; a task about one thing leads to the page of that thing."""
    subject = (int(row.task.subject),) if row.task.subject.isdigit() else ()
    return reverse(row.page, args=(row.case.reference, *subject))


def why(due: Due, language: Language) -> tuple[str, ...]:
    """The reasons of a due day, paragraph by paragraph."""
    return tuple(due.explain(language).split("\n\n"))
