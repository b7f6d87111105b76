"""The class of every stored field: how far what it holds may travel; and rows that nobody changes."""

from collections.abc import Iterator

import pgtrigger
from django.db import models

CLASSES = ("location", "confidence", "partner", "record", "open")

written_once = pgtrigger.Protect(name="written_once", operation=pgtrigger.Update | pgtrigger.Delete)


class Kept:
    """Names the class of each field of a model; the build fails for a field without one."""

    def __init__(self, **names: str) -> None:
        if unknown := set(names) - set(CLASSES):
            raise ValueError(f"no such class of field: {sorted(unknown)}")
        self._class_of = {field: name for name, fields in names.items() for field in fields.split()}

    def class_of(self, field: str) -> str | None:
        """The class of one field, None where nobody has decided."""
        return self._class_of.get(field)

    def fields(self) -> frozenset[str]:
        """Every field that has a class."""
        return frozenset(self._class_of)


def undecided(model: type[models.Model]) -> Iterator[str]:
    """What is wrong with the classes of a model: fields without one, and names that are no field."""
    kept = model.__dict__.get("kept")
    stored = {field.name for field in model._meta.get_fields() if field.concrete and not field.auto_created}
    stored |= {field.name for field in model._meta.local_fields}
    decided = kept.fields() if isinstance(kept, Kept) else frozenset()
    for name in sorted(stored - decided):
        yield f"{model._meta.label}.{name} has no class"
    for name in sorted(decided - stored):
        yield f"{model._meta.label}.{name} has a class but is no field"
