"""One passage of the door: the lines it writes together at its end, and the cases that it opens itself."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from django.db import models, transaction

from lles.casefile.inserting import insert
from lles.casefile.models import Case, Entry, Task

M = TypeVar("M", bound=models.Model)


@dataclass
class Passage:
    """What one passage gathers: the cases it touched, those it opened, and their tasks and the lines of the
    timeline that wait to be written."""

    touched: dict[int, Case] = field(default_factory=dict)
    opened: dict[int, Case] = field(default_factory=dict)
    lines: list[Entry] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    written: set[tuple[int, type[models.Model]]] = field(default_factory=set)

    def write(self) -> None:
        """Writes what was gathered, each table once."""
        insert(self.tasks)
        insert(self.lines)
        self.tasks, self.lines = [], []


_current: ContextVar[Passage | None] = ContextVar("passage", default=None)


def current() -> Passage | None:
    """The passage in which a change is being made; None outside of every change."""
    return _current.get()


@contextmanager
def passing() -> Iterator[Passage]:
    """Goes on in the passage there is, or begins one: what is made within a change belongs to it."""
    passage = _current.get() or Passage()
    token = _current.set(passage)
    try:
        yield passage
    finally:
        _current.reset(token)


@contextmanager
def attempt() -> Iterator[None]:
    """A part of a change that may fail by itself: what it wrote and what it gathered are then gone."""
    passage = _current.get() or Passage()
    before = replace(
        passage,
        touched=dict(passage.touched),
        opened=dict(passage.opened),
        lines=list(passage.lines),
        tasks=list(passage.tasks),
        written=set(passage.written),
    )
    try:
        with transaction.atomic():
            yield
    except BaseException:
        passage.__dict__.update(before.__dict__)
        raise


def opens(case: Case) -> None:
    """Says that the change that is being made has just opened this case: nobody else can reach it before the
    end, so it is neither locked nor read again, and its tasks are gathered."""
    passage = _current.get()
    assert passage is not None, "a case is opened by a change"
    passage.opened[case.pk] = case


def is_new(case: Case) -> bool:
    """Whether the change that is being made has opened this case: what it did not write is not there."""
    passage = _current.get()
    return passage is not None and case.pk in passage.opened


def held(rows: models.QuerySet[M], case: Case) -> Iterable[M]:
    """The rows of a case that are there; of a new case, where none were written yet, nobody has to ask."""
    return () if has_none(case, rows.model) else rows


def has_none(case: Case, model: type[models.Model]) -> bool:
    """Whether the change that is being made has opened this case and written no row of a table of it yet."""
    passage = _current.get()
    return passage is not None and case.pk in passage.opened and (case.pk, model) not in passage.written


def wrote(case: Case, model: type[models.Model]) -> None:
    """Says that rows of this table were written of a case."""
    if passage := _current.get():
        passage.written.add((case.pk, model))


def holds(case: Case, model: type[M], rows: Iterable[M]) -> None:
    """Gives a new case all that was written of it in a table, in the order in which the table would give it,
    so that it is not asked for again."""
    if not is_new(case):
        return
    wrote(case, model)
    of_case = cast(models.ForeignKey[Case, Case], model._meta.get_field("case"))
    name = str(of_case.remote_field.get_accessor_name())
    known = getattr(case, name).all()
    known._result_cache = sorted(rows, key=_as_ordered)
    known._prefetch_done = True
    case.__dict__.setdefault("_prefetched_objects_cache", {})[name] = known


def tasks_of(case: Case) -> list[Task] | None:
    """The tasks of a new case that wait to be written; None of any other, whose tasks stand in the table."""
    passage = _current.get()
    if passage is None or case.pk not in passage.opened:
        return None
    return [task for task in passage.tasks if task.case_id == case.pk]


def _as_ordered(row: models.Model) -> tuple[tuple[bool, object], ...]:
    """What no day is known of comes last, as in the table."""
    values = (getattr(row, name) for name in (*map(str, row._meta.ordering or ()), "pk"))
    return tuple((value is None, value) for value in values)
