"""New rows of one table, written by a statement that is put into SQL once for the process."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from functools import cache, partial
from operator import attrgetter
from typing import TypeVar

from django.db import connection, models
from django.db.models import AutoField, Field, JSONField

from lles.casefile.prepared import rows_of

M = TypeVar("M", bound=models.Model)
Fields = Sequence[tuple[str, Callable[[models.Model], object]]]
_ALREADY_PLAIN = frozenset({str, int, bool, type(None)})


def insert(rows: Iterable[M]) -> list[M]:
    """Writes new rows, all of one table, and gives each its number; called by changes, as the mapper's own
    `bulk_create`, which puts every row into SQL anew."""
    new = list(rows)
    if not new:
        return new
    statement, fields = _statement(type(new[0]))
    for row in new:
        row._prepare_related_fields_for_save(operation_name="bulk_create")  # type: ignore[attr-defined]  # not in its types
    given = [{column: value_of(row) for column, value_of in fields} for row in new]
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
    ), [(str(one.column), _value_of(one)) for one in fields]


def _value_of(field: "Field[object, object]") -> Callable[[models.Model], object]:
    """How the value of a field is read of a row, as the database takes it."""
    is_as_it_stands = type(field).pre_save is Field.pre_save
    read = attrgetter(field.attname) if is_as_it_stands else partial(field.pre_save, add=True)
    if isinstance(field, JSONField):
        return read

    def value_of(row: models.Model) -> object:
        value = read(row)
        return value if type(value) in _ALREADY_PLAIN else field.get_prep_value(value)

    return value_of


def _plain(value: object) -> str:
    """What JSON has no form for, as the database reads it."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return f"\\x{bytes(value).hex()}"
    raise TypeError(f"{type(value).__name__} has no form in which it is written")
