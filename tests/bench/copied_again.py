"""The rows that the product wrote, copied once more by bare SQL: how long that takes."""

import time
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

import psycopg
from django.db import models
from psycopg import sql

from lles.links.postgres import OWNER, Server
from tests.bench.copying import in_order, ours
from tests.bench.ground import another_database

Model = type[models.Model]
Marks = Mapping[Model, int]


def marks(database: str) -> Marks:
    """The last row of every table as it stands."""
    with _owner(database) as connection:
        return {model: _highest(connection, model) for model in ours()}


def _highest(connection: "psycopg.Connection[Any]", model: Model) -> int:
    statement = sql.SQL("SELECT coalesce(max(id), 0) FROM {}").format(_table(model))
    row = connection.execute(statement).fetchone()
    return int(row[0]) if row else 0


def seconds_to_copy(database: str, before: Marks) -> float:
    """How long COPY takes for all rows added since certain marks, into tables with every index and key.

    What these rows refer to and was there before, such as people and cases in which someone may have been
    before, stands in the tables already and is not timed.
    """
    with _owner(database) as connection:
        older = _older(connection, before)
        parents = [(model, _copied_out(connection, model, _among(older[model]))) for model in older]
        rows = [(model, _copied_out(connection, model, _above(before[model]))) for model in in_order(ours())]
    with another_database("_copy") as bare, _owner(bare) as connection:
        return median(_copy_once(connection, parents, rows) for _ in range(3))


def _older(connection: "psycopg.Connection[Any]", before: Marks) -> Mapping[Model, set[int]]:
    """The rows up to the marks that newer rows refer to, and those that these need in turn, parents first."""
    known = in_order(ours())
    older: dict[Model, set[int]] = {model: set() for model in known}
    for model in reversed(known):
        _refer(connection, model, _above(before[model]), before, older)
        seen: set[int] = set()
        while fresh := older[model] - seen:
            seen |= fresh
            _refer(connection, model, _among(fresh), before, older)
    return older


def _refer(
    connection: "psycopg.Connection[Any]",
    model: Model,
    which: sql.Composed,
    before: Marks,
    older: dict[Model, set[int]],
) -> None:
    for key in model._meta.concrete_fields:
        if isinstance(key, models.ForeignKey) and key.related_model in older:
            named = {"key": sql.Identifier(key.column), "table": _table(model), "which": which}
            statement = sql.SQL("SELECT DISTINCT {key} FROM {table} WHERE {which} AND {key} <= {mark}")
            asked = statement.format(**named, mark=sql.Literal(before[key.related_model]))
            older[key.related_model] |= {number for (number,) in connection.execute(asked)}


def _above(mark: int) -> sql.Composed:
    return sql.SQL("id > {}").format(sql.Literal(mark))


def _among(numbers: set[int]) -> sql.Composed:
    return sql.SQL("id = ANY({}::bigint[])").format(sql.Literal(sorted(numbers)))


def _copied_out(connection: "psycopg.Connection[Any]", model: Model, which: sql.Composed) -> bytes:
    statement = "COPY (SELECT * FROM {} WHERE {} ORDER BY id) TO STDOUT (FORMAT BINARY)"
    written = sql.SQL(statement).format(_table(model), which)
    with connection.cursor() as cursor, cursor.copy(written) as copy:
        return b"".join(bytes(part) for part in copy)


def _copy_once(
    connection: "psycopg.Connection[Any]",
    parents: Sequence[tuple[Model, bytes]],
    rows: Sequence[tuple[Model, bytes]],
) -> float:
    tables = sql.SQL(", ").join(_table(model) for model in ours())
    connection.execute(sql.SQL("TRUNCATE {} CASCADE").format(tables))
    for model, content in parents:
        _copy_in(connection, model, content)
    start = time.perf_counter()
    with connection.transaction():
        for model, content in rows:
            _copy_in(connection, model, content)
    return time.perf_counter() - start


def _copy_in(connection: "psycopg.Connection[Any]", model: Model, content: bytes) -> None:
    statement = sql.SQL("COPY {} FROM STDIN (FORMAT BINARY)").format(_table(model))
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        copy.write(content)


def _table(model: Model) -> sql.Identifier:
    return sql.Identifier(model._meta.db_table)


def _owner(database: str) -> "psycopg.Connection[Any]":
    return psycopg.connect(Server().url(database, OWNER), autocommit=True)
