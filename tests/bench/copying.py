"""Rows gathered in memory and written by COPY: numbers are given out here, defaults come from the models."""

from collections.abc import Callable, Iterable
from typing import Any

import psycopg
from django.apps import apps
from django.db import models
from psycopg import sql
from psycopg.types.json import Jsonb


class Table:
    """The rows of one model that wait to be written."""

    def __init__(self, model: type[models.Model]) -> None:
        self.name = model._meta.db_table
        self.last = 0
        self.rows: list[tuple[object, ...]] = []
        self._columns = {field.attname: _column(field) for field in model._meta.concrete_fields}

    def add(self, **values: object) -> int:
        """Keeps one row and returns its number; a name that is no column is a mistake."""
        if unknown := values.keys() - self._columns.keys():
            raise TypeError(f"{self.name} has no column {sorted(unknown)}")
        self.last += 1
        values["id"] = self.last
        self.rows.append(
            tuple(
                wrap(values[name]) if name in values else wrap(default())
                for name, (default, wrap) in self._columns.items()
            )
        )
        return self.last

    def write(self, connection: "psycopg.Connection[Any]") -> int:
        """Writes what waits, and says how many rows it was."""
        columns = sql.SQL(", ").join(map(sql.Identifier, self._columns))
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(self.name), columns)
        with connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in self.rows:
                copy.write_row(row)
        numbers = sql.SQL("SELECT setval(pg_get_serial_sequence({}, 'id'), {})")
        connection.execute(numbers.format(sql.Literal(self.name), sql.Literal(max(self.last, 1))))
        written, self.rows = len(self.rows), []
        return written


class Ledger:
    """All the rows of a measurement, table by table, in the order in which the tables need each other."""

    def __init__(self, connection: "psycopg.Connection[Any]") -> None:
        self.tables = {model: Table(model) for model in in_order(ours())}
        for table in self.tables.values():
            statement = sql.SQL("SELECT coalesce(max(id), 0) FROM {}").format(sql.Identifier(table.name))
            row = connection.execute(statement).fetchone()
            table.last = int(row[0]) if row else 0

    def add(self, model: type[models.Model], **values: object) -> int:
        """Keeps one row of a model and returns its number."""
        return self.tables[model].add(**values)

    def write(self, connection: "psycopg.Connection[Any]") -> int:
        """Writes every row that waits, in one transaction, and says how many rows it was."""
        with connection.transaction():
            return sum(table.write(connection) for table in self.tables.values() if table.rows)


def ours() -> Iterable[type[models.Model]]:
    """The models of the product, without those of its libraries."""
    return (model for model in apps.get_models() if model.__module__.startswith("lles."))


def in_order(known: Iterable[type[models.Model]]) -> list[type[models.Model]]:
    """Models so that each stands behind those it refers to."""
    waiting = list(known)
    placed: list[type[models.Model]] = []
    while waiting:
        free = [model for model in waiting if not _needs(model) & set(waiting) - {model}]
        placed += free
        waiting = [model for model in waiting if model not in free]
    return placed


def _needs(model: type[models.Model]) -> set[type[models.Model]]:
    keys = (field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey))
    return {key.related_model for key in keys}


Default = Callable[[], object]
Wrap = Callable[[Any], object]


def _column(field: "models.Field[Any, Any]") -> tuple[Default, Wrap]:
    return field.get_default, _in_json if isinstance(field, models.JSONField) else _as_it_is


def _in_json(value: object) -> object:
    return None if value is None else Jsonb(value)


def _as_it_is(value: object) -> object:
    return value
