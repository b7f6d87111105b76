"""What was recorded wrongly counts no more; it stays on the file, with the reason."""

from typing import Any, TypeVar

from django.db.models import Model

from lles.casefile.changes.door import Stale
from lles.casefile.models import RecordedWrongly

Kept = TypeVar("Kept", bound=RecordedWrongly)


def keep_wrong(kind: type[Kept], row: Model, **said: Any) -> Kept:
    """Inside a change: keeps that a row was recorded wrongly, with the reason, by whom and when. Raises Stale
    where that was said before."""
    name = kind.field_of(row)
    if kind._default_manager.filter(**{name: row}).exists():
        raise Stale(f"{name} {row.pk} is wrong already")
    return kind._default_manager.create(**{name: row}, **said)
