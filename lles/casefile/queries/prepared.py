"""Statements that the database plans once for each connection: the few that are long, always the same, and
asked all day. A search is never one of them: its plan belongs to its own words."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

from django.db import connection, connections
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.models import Model, QuerySet
from django.db.models.query import get_related_populators
from django.db.models.sql.compiler import SQLCompiler

M = TypeVar("M", bound=Model)
_KEY = -(2**62) + 1  # stands for the key while a question is put into SQL; no row has it


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


def rows_of(statement: str, given: Mapping[str, object] | Sequence[object]) -> Sequence[tuple[Any, ...]]:
    """The rows of a prepared statement; each of its parameters says its type (`%(day)s::date`)."""
    connection.ensure_connection()
    made: Any = _Prepared(connection.connection)  # type: ignore[call-arg]  # the types of psycopg leave it out
    with connection.make_cursor(made) as cursor:
        cursor.execute(statement, cast(Any, given))
        rows: Sequence[tuple[Any, ...]] = cursor.fetchall()
    return rows


class Asked(Generic[M]):
    """A question of the mapper by one key, put into SQL once for the process instead of at every asking."""

    def __init__(self, by_key: Callable[[int], QuerySet[M]]) -> None:
        self._by_key = by_key

    def of(self, key: int) -> M | None:
        """The row of a key with what is read along; None where there is none."""
        return next(iter(self.all_of(key)), None)

    def all_of(self, key: int) -> Sequence[M]:
        """Every row of a key with what is read along."""
        compiler, sql, params = self._compiled
        rows = rows_of(sql, [key if one == _KEY else one for one in params])
        return [self._made(compiler, row) for row in compiler.results_iter(cast(Any, [rows]))]

    @cached_property
    def _compiled(self) -> tuple[SQLCompiler, str, Sequence[object]]:
        compiler = self._by_key(_KEY).query.get_compiler(connection=connections[connection.alias])
        sql, params = compiler.as_sql()
        return compiler, sql, params

    def _made(self, compiler: SQLCompiler, row: Sequence[Any]) -> M:
        klass = compiler.klass_info
        places = klass["select_fields"]
        names = [one[0].target.attname for one in compiler.select[places[0] : places[-1] + 1]]
        made = klass["model"].from_db(connection.alias, names, row[places[0] : places[-1] + 1])
        populators: Any = get_related_populators
        for related in populators(klass, compiler.select, connection.alias):
            related.populate(row, made)
        for name, place in compiler.annotation_col_map.items():
            setattr(made, name, row[place])
        return cast(M, made)
