"""The form every page uses: what was typed stays as typed until it can become values.

A form that arrives with the field SHOWN_AGAIN is not an answer. It asks for the same page once more with
the same text, because the reader changed the language or signed in again; it is never valid, and no error
is shown.
"""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

SHOWN_AGAIN = "shown-again"

EMPTY_ANSWER = _("Enter an answer")
EMPTY_CHOICE = _("Select an answer")


def tidied(text: str) -> str:
    """Typed text in one form of Unicode and with one kind of line end."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n")


def _tidied_fields(fields: Mapping[str, Any]) -> MultiValueDict[str, Any]:
    pairs = fields.lists() if isinstance(fields, MultiValueDict) else ((k, [v]) for k, v in fields.items())
    tidy = QueryDict(mutable=True)
    for name, values in pairs:
        flat = values[0] if len(values) == 1 and isinstance(values[0], list | tuple) else values
        tidy.setlist(name, [tidied(value) if isinstance(value, str) else value for value in flat])
    return tidy


class ShownAgain(forms.BaseForm):
    """Mixed into a form, lets it be shown again with the text it holds instead of being answered."""

    @property
    def is_shown_again(self) -> bool:
        """True when this is the same page asked for once more."""
        return self.is_bound and SHOWN_AGAIN in self.data

    def full_clean(self) -> None:
        if self.is_shown_again:
            self._errors = ErrorDict(renderer=self.renderer)
            self.cleaned_data: dict[str, Any] = {}
            return
        super().full_clean()

    def is_valid(self) -> bool:
        return super().is_valid() and not self.is_shown_again


class Form(ShownAgain, forms.Form):
    """A form with our words for what is missing, and no checking by the browser."""

    use_required_attribute = False

    def __init__(self, data: Mapping[str, Any] | None = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(
            None if data is None else _tidied_fields(data), *args, **{"label_suffix": "", **kwargs}
        )

    def full_clean(self) -> None:
        """Cleans what was typed; fields that a form added for itself have our words too."""
        for form_field in self.fields.values():
            _say_what_is_missing(form_field)
        super().full_clean()


def _say_what_is_missing(form_field: forms.Field) -> None:
    if form_field.error_messages.get("required") is forms.Field.default_error_messages["required"]:
        chosen = isinstance(form_field, forms.ChoiceField | forms.ModelChoiceField | forms.BooleanField)
        form_field.error_messages["required"] = EMPTY_CHOICE if chosen else EMPTY_ANSWER


@dataclass(frozen=True)
class Problem:
    """One line of the error summary: what is wrong and where on the page it is put right."""

    text: str
    place: str


def problems(form: forms.BaseForm) -> tuple[Problem, ...]:
    """What is wrong with a form, in the order of the page; a question that is put several times is told by
    its row, or by its number."""
    if not form.is_bound:
        return ()
    whole = [Problem(str(text), _first_place(form)) for text in dict.fromkeys(form.non_field_errors())]
    asked = Counter(str(bound.label) for bound in form.visible_fields())
    passed: Counter[str] = Counter()
    found = []
    for bound in form:
        label = str(bound.label)
        passed[label] += 1
        if bound.errors:
            question = unescape(strip_tags(label)) if hasattr(bound.label, "__html__") else label
            row = getattr(bound.field, "row", passed[label])
            question = f"{question} ({row})" if asked[label] > 1 else question
            found.append(Problem(f"{question} – {bound.errors[0]}", place_of(bound)))
    return (*whole, *found)


def _first_place(form: forms.BaseForm) -> str:
    return next((place_of(bound) for bound in form.visible_fields()), "")


def place_of(bound: BoundField) -> str:
    """The id of the box where the cursor belongs when this field is wrong."""
    widget = bound.field.widget
    wrong = getattr(widget, "wrong_box", None)
    return f"{bound.auto_id}-{wrong(bound)}" if wrong else str(bound.auto_id)
