"""Two texts of one form, side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from lles.casefile.forms.fields import BOXES, Boxes


@dataclass(frozen=True)
class Difference:
    """A question that another writer answered otherwise, and their words."""

    label: str
    words: str


def differences(own: forms.BaseForm, theirs: forms.BaseForm) -> tuple[Difference, ...]:
    """Where another's form does not say what one's own does, in the order of the page."""
    said = {field.name: _said(field) for field in own}
    return tuple(
        Difference(str(field.label), words)
        for field in theirs
        if not field.is_hidden and (words := _said(field)) != said.get(field.name, "")
    )


def _said(field: BoundField) -> str:
    value: Any = field.value()
    if isinstance(value, Boxes):
        return " ".join(getattr(value, box) for box in BOXES if getattr(value, box))
    named: Mapping[str, str] = dict(_named(getattr(field.field, "choices", ())))
    chosen = value if isinstance(value, list | tuple) else [value]
    if isinstance(field.field, forms.BooleanField):
        return "✓" if value in (True, "on", "True") else ""
    return ", ".join(named.get(str(one), str(one)) for one in chosen if one not in (None, ""))


def _named(choices: Any) -> list[tuple[str, str]]:
    return [(str(value), str(name)) for value, name in choices]
