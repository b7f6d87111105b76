"""New rows of one table, written by a statement that is put into SQL once for the process."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from functools import cache
from typing import TypeVar

from django.db import connection, models
from django.db.models import AutoField, Field, JSONField

from lles.casefile.prepared import rows_of

M = TypeVar("M", bound=models.Model)
Fields = Sequence["Field[object, object]"]


def insert(rows: Iterable[M]) -> list[M]:
    """Writes new rows, all of one table, and gives each its number; called by changes, as the mapper's own
    `bulk_create`, which puts every row into SQL anew."""
    new = list(rows)
    if not new:
        return new
    statement, fields = _statement(type(new[0]))
    for row in new:
        row._prepare_related_fields_for_save(operation_name="bulk_create")  # type: ignore[attr-defined]  # not in its types
    given = [{field.column: _value(field, row) for field in fields} for row in new]
    numbers = rows_of(statement, {"rows": json.dumps(given, ensure_ascii=False, default=_plain)})
    alias = connection.alias
    for row, (number,) in zip(new, numbers, strict=True):
        row.pk = number
        row._state.adding, row._state.db = False, alias
    return new


@cache
def _statement(model: type[models.Model]) -> tuple[str, Fields]:
    fields = [one for one in model._meta.concrete_fields if not isinstance(one, AutoField)]
    name = connection.ops.quote_name
    columns = ", ".join(name(str(one.column)) for one in fields)
    typed = ", ".join(f"{name(str(one.column))} {one.db_type(connection)}" for one in fields)
    table, number = name(model._meta.db_table), name(str(model._meta.pk.column))
    return (
        f"INSERT INTO {table} ({columns}) SELECT {columns}"
        f" FROM json_to_recordset(%(rows)s::json) AS given({typed}) RETURNING {number}"
    ), fields


def _value(field: "Field[object, object]", row: models.Model) -> object:
    value = field.pre_save(row, add=True)
    return value if isinstance(field, JSONField) else field.get_prep_value(value)


def _plain(value: object) -> str:
    """What JSON has no form for, as the database reads it."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return f"\\x{bytes(value).hex()}"
    raise TypeError(f"{type(value).__name__} has no form in which it is written")
