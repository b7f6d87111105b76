"""Answers of the court taken one by one and fifty at a time, beside the same rows copied by bare SQL."""

import json
import time
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from statistics import median
from typing import Any

import psycopg
from django.db import models
from psycopg import sql

from lles.casefile.changes.due_days import the_service
from lles.links.postgres import OWNER, Server
from lles.site.synthetic.facts import Payload
from lles.site.synthetic.many import answer, many
from lles.work.intake.changes.take import take_answer
from tests.bench.clock import Cost, backend, statements, timed
from tests.bench.copying import in_order, ours
from tests.bench.ground import another_database
from tests.bench.table import Part, Row, against

SEED = 77
FIFTY = 50
GOAL = 0.25  # of what COPY reaches
Model = type[models.Model]
Marks = Mapping[Model, int]


def measured(database: str, now: datetime, ones: int, fifties: int) -> Part:
    """The lines of the feed."""
    marks = _marks(database)
    payloads = list(many(ones + FIFTY * fifties + 2, SEED, now.date()))
    _take(payloads[:1], now)
    with statements() as sent:
        _take(payloads[1:2], now)
    single = [payloads[place : place + 1] for place in range(2, 2 + ones)]
    by_fifty = [payloads[place : place + FIFTY] for place in range(2 + ones, len(payloads), FIFTY)]
    taken_singly, taken_by_fifty = _taken(single, now), _taken(by_fifty, now)
    copied = len(payloads) / _seconds_to_copy(database, marks)
    return Part(
        ("Feed", "cases a second", "same rows by COPY", "share", "CPU ms a case", "statements", "goal"),
        (
            _row("answers of 1 case", taken_singly, copied, str(len(sent))),
            _row(f"answers of {FIFTY} cases", taken_by_fifty, copied, ""),
        ),
    )


def _row(what: str, taken: Cost, copied: float, sent: str) -> Row:
    share = 1000 / taken.wall / copied
    goal = against(-share, -GOAL, f"{GOAL:.0%} of COPY")
    return what, f"{1000 / taken.wall:.1f}", f"{copied:,.0f}", f"{share:.1%}", f"{taken.cpu:.1f}", sent, goal


def _taken(answers: Sequence[Sequence[Payload]], now: datetime) -> Cost:
    spent = timed([partial(_take, cases, now) for cases in answers], backend())
    return spent.shared_by(len(answers[0]))


def _take(cases: Sequence[Payload], now: datetime) -> None:
    content = json.dumps(answer(cases)).encode()
    for taken in take_answer(content=content, source="bench", by=the_service(), at=now):
        assert taken.outcome == "opened", taken.outcome


def _marks(database: str) -> Marks:
    with _owner(database) as connection:
        return {model: _highest(connection, model) for model in ours()}


def _highest(connection: "psycopg.Connection[Any]", model: Model) -> int:
    statement = sql.SQL("SELECT coalesce(max(id), 0) FROM {}").format(_table(model))
    row = connection.execute(statement).fetchone()
    return int(row[0]) if row else 0


def _seconds_to_copy(database: str, marks: Marks) -> float:
    """How long COPY takes for all rows added since the marks, into tables with every index and key.

    What these rows refer to and was there before, such as people and cases in which someone may have been
    before, stands in the tables already and is not timed.
    """
    with _owner(database) as connection:
        older = _older(connection, marks)
        parents = [(model, _copied_out(connection, model, _among(older[model]))) for model in older]
        rows = [(model, _copied_out(connection, model, _above(marks[model]))) for model in in_order(ours())]
    with another_database("_copy") as bare, _owner(bare) as connection:
        return median(_copy_once(connection, parents, rows) for _ in range(3))


def _older(connection: "psycopg.Connection[Any]", marks: Marks) -> Mapping[Model, set[int]]:
    """The rows up to the marks that newer rows refer to, and those that these need in turn, parents first."""
    known = in_order(ours())
    older: dict[Model, set[int]] = {model: set() for model in known}
    for model in reversed(known):
        _refer(connection, model, _above(marks[model]), marks, older)
        seen: set[int] = set()
        while fresh := older[model] - seen:
            seen |= fresh
            _refer(connection, model, _among(fresh), marks, older)
    return older


def _refer(
    connection: "psycopg.Connection[Any]",
    model: Model,
    which: sql.Composed,
    marks: Marks,
    older: dict[Model, set[int]],
) -> None:
    for key in model._meta.concrete_fields:
        if isinstance(key, models.ForeignKey) and key.related_model in older:
            named = {"key": sql.Identifier(key.column), "table": _table(model), "which": which}
            statement = sql.SQL("SELECT DISTINCT {key} FROM {table} WHERE {which} AND {key} <= {mark}")
            asked = statement.format(**named, mark=sql.Literal(marks[key.related_model]))
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
