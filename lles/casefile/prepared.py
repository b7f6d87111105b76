"""Statements that are put together once, and those of them that the database plans once for each connection:
the few that are long, always the same, and asked all day. A search has the plan of its own words."""

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

from django.core.exceptions import EmptyResultSet
from django.db import connection, connections
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.models import Model, QuerySet
from django.db.models.query import get_related_populators
from django.db.models.sql.compiler import SQLCompiler
from psycopg.sql import Literal

from lles.casefile.models import Case, Officer

M = TypeVar("M", bound=Model)
Key = int | str | Officer | tuple[int, ...] | tuple[str, ...]
Value = int | str | list[int] | list[str] | None
# What stands for keys while a question is put into SQL: numbers that no row has, and texts of their own form.
_NO_ROW = -(2**62) + 1
_STANDS_IN = re.compile("(\ue000[0-9]+\ue001)")
_AMONG_MANY = re.compile(r"IN \((%\(v[0-9]+\)s::\w+\[\])\)")
QUESTIONS = 64  # of one kind; more are as many numbers of words in a search


class _Prepared(ServerBindingCursor):
    """A cursor whose statement is prepared; all others of the connection stay as they are."""

    connection: Any

    def execute(self, query: Any, params: Any = None, **rest: Any) -> Any:
        """Sends the statement by its name, after preparing it where this connection has not yet."""
        self.connection.prepare_threshold = 0
        try:
            return super().execute(query, params, prepare=True)  # type: ignore[misc]  # the types of psycopg leave it out
        finally:
            self.connection.prepare_threshold = None


def _rows_of_its_own_plan(statement: str, given: Mapping[str, object]) -> Sequence[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, cast(Any, given))
        rows: Sequence[tuple[Any, ...]] = cursor.fetchall()
    return rows


def rows_of(statement: str, given: Mapping[str, object] | Sequence[object]) -> Sequence[tuple[Any, ...]]:
    """The rows of a prepared statement; each of its parameters says its type (`%(day)s::date`)."""
    here = connections[connection.alias]
    here.ensure_connection()
    made: Any = _Prepared(here.connection)  # type: ignore[call-arg]  # the types of psycopg leave it out
    with here.make_cursor(made) as cursor:
        cursor.execute(statement, cast(Any, given))
        rows: Sequence[tuple[Any, ...]] = cursor.fetchall()
    return rows


@dataclass(frozen=True, slots=True)
class _Area:
    """An office of which only its area is known."""

    area: str


@dataclass(frozen=True, slots=True)
class _Asker:
    """What access asks of an officer, and nothing else of them: whoever asks for more learns so at once."""

    pk: int
    roles: tuple[str, ...]
    is_service: bool
    office_id: int | None
    office: _Area | None


@dataclass(frozen=True)
class _Question:
    """A question in SQL, with what makes its rows what the mapper gives."""

    compiler: SQLCompiler
    sql: str
    is_search: bool

    def answers(self, values: Sequence[Value]) -> Iterator[Any]:
        """What the mapper gives for the rows of these values."""
        ask = _rows_of_its_own_plan if self.is_search else rows_of
        rows = ask(self.sql, {f"v{place}": value for place, value in enumerate(values)})
        return map(self._made, self.compiler.apply_converters(rows, self._converters))

    @cached_property
    def _converters(self) -> Any:
        return self.compiler.get_converters([one[0] for one in self.compiler.select])

    @cached_property
    def _own(self) -> tuple[slice, Sequence[str]]:
        """Which values of a row are of the model itself, and their names."""
        places = self.compiler.klass_info["select_fields"]
        own = slice(places[0], places[-1] + 1)
        return own, [one[0].target.attname for one in self.compiler.select[own]]

    @cached_property
    def _read_along(self) -> Sequence[Any]:
        populators: Any = get_related_populators
        made: Sequence[Any] = populators(self.compiler.klass_info, self.compiler.select, self._alias)
        return made

    @property
    def _alias(self) -> str:
        return self.compiler.connection.alias

    def _made(self, row: Sequence[Any]) -> Any:
        own, names = self._own
        made = self.compiler.klass_info["model"].from_db(self._alias, names, row[own])
        for related in self._read_along:
            related.populate(row, made)
        for name, place in self.compiler.annotation_col_map.items():
            setattr(made, name, row[place])
        return made


class Asked(Generic[M]):
    """A question of the mapper, put into SQL once for the process instead of at every asking.

    It is asked with keys; one that depends on who asks takes the officer for a key, and is put once for all
    officers of the same roles: of them it may know `pk`, `roles`, `is_service`, `office_id` and the area.
    A tuple is a key too, of however many, and is put as `__in` or `__overlap` has it.
    Where it looks for a part of a text, the key is that part as `LIKE` has it; it is a search then.
    """

    def __init__(self, put: Callable[..., QuerySet[M]], *, is_search: bool = False) -> None:
        self._put, self._is_search = put, is_search
        self._questions: dict[Hashable, _Question | None] = {}

    def of(self, *keys: Key) -> M | None:
        """The row of these keys with what is read along; None where there is none."""
        return next(iter(self.all_of(*keys)), None)

    def all_of(self, *keys: Key) -> Sequence[M]:
        """Every row of these keys with what is read along."""
        alike = tuple(map(_what_is_alike, keys))
        if alike not in self._questions:
            if len(self._questions) == QUESTIONS:
                self._questions.clear()
            self._questions[alike] = self._question(keys)
        question = self._questions[alike]
        return list(question.answers([value for key in keys for value in _values(key)])) if question else []

    def all_in(self, case: Case, *keys: Key) -> Sequence[M]:
        """Every row of a case and of further keys, each in this very case."""
        rows = self.all_of(case.pk, *keys)
        for row in rows:
            setattr(row, "case", case)  # noqa: B010  # not every model is in a case
        return rows

    def _question(self, keys: Sequence[Key]) -> _Question | None:
        """The question in SQL; None where its answer is empty whatever the rows are."""
        places: dict[object, str] = {}
        query = self._put(*(_stands_for(key, places) for key in keys)).query
        compiler = query.get_compiler(connection=connections[connection.alias])
        try:
            sql, params = compiler.as_sql()
        except EmptyResultSet:
            return None
        given = iter(params)
        written = re.sub("%[%s]", lambda at: at[0] if at[0] == "%%" else _written(next(given), places), sql)
        return _Question(compiler, _AMONG_MANY.sub(r"= ANY(\1)", written), self._is_search)


def _what_is_alike(key: Key) -> Hashable:
    if isinstance(key, Officer):
        return tuple(key.roles), key.is_service, key.office_id is None
    if isinstance(key, tuple):
        return tuple, _is_of_texts(key)
    return isinstance(key, str)


def _is_of_texts(key: Sequence[int | str]) -> bool:
    return bool(key) and isinstance(key[0], str)


def _values(key: Key) -> tuple[Value, ...]:
    if isinstance(key, Officer):
        return key.pk, key.office_id, key.office.area if key.office else None
    if isinstance(key, tuple):
        return (cast(list[int] | list[str], list(key)),)
    return (key,)


def _stands_for(key: Key, places: dict[object, str]) -> int | str | list[int] | list[str] | _Asker:
    """What stands for a key while the question is put; `places` gets where the value goes, with its type."""
    if isinstance(key, Officer):
        pk, office, area = _number(places), _number(places), _text(places)
        within = (None, None) if key.office_id is None else (office, _Area(area))
        return _Asker(pk, tuple(key.roles), key.is_service, *within)
    if isinstance(key, tuple):
        return [_text(places, "text[]")] if _is_of_texts(key) else [_number(places, "bigint[]")]
    return _text(places) if isinstance(key, str) else _number(places)


def _number(places: dict[object, str], kind: str = "bigint") -> int:
    stand_in = _NO_ROW + len(places)
    places[stand_in] = f"%(v{len(places)})s::{kind}"
    return stand_in


def _text(places: dict[object, str], kind: str = "text") -> str:
    stand_in = f"\ue000{len(places)}\ue001"
    places[stand_in] = f"%(v{len(places)})s::{kind}"
    return stand_in


def _written(param: object, places: Mapping[object, str]) -> str:
    alone = (
        param[0] if isinstance(param, list) and len(param) == 1 else param
    )  # a list of one stands for many
    if isinstance(alone, int | str) and alone in places:
        return places[alone]
    if isinstance(param, date):
        raise TypeError(
            "a question that is put once cannot hold the day on which it was put; ask the database"
        )
    if isinstance(param, str) and _STANDS_IN.search(param):
        parts = (places.get(part) or _literal(part) for part in _STANDS_IN.split(param) if part)
        return f"({' || '.join(parts)})"
    return _literal(param)


def _literal(param: object) -> str:
    connection.ensure_connection()
    return Literal(param).as_string(connection.connection).replace("%", "%%")
