"""Draws forms with the components of GOV.UK: each field becomes the parameters of one macro.

No page writes the HTML of a field. Reached by the setting FORM_RENDERER: a page writes {{ form }}, or
{{ field(form.answer, ...) }} to say more.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django import forms
from django.forms import renderers
from django.forms.boundfield import BoundField
from django.http import HttpRequest
from django.template import engines
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from lles.casefile.forms.fields import BOXES, Boxes, DateBoxesWidget
from lles.casefile.forms.words import box_label, count_words, file_words, password_words

Parameters = dict[str, Any]
Drawing = Callable[[BoundField, Parameters], tuple[str, Parameters]]

COMPONENTS = "govuk_frontend_jinja/components"
# The macros indent what they hold line by line, which would put spaces into every line a person typed.
TYPED = re.compile(r"(?<=>)[^<]*(?=</textarea>)")


class GovukRenderer(renderers.DjangoTemplates):
    """The form renderer of every page."""

    form_template_name = "govuk form"
    field_template_name = "govuk field"

    def render(
        self, template_name: str, context: Mapping[str, Any], request: HttpRequest | None = None
    ) -> str:
        if template_name == self.field_template_name:
            return field(context["field"])
        if template_name == self.form_template_name:
            return mark_safe("".join(field(bound) for bound in context["form"]))
        return super().render(template_name, dict(context), request)


def field(
    bound: BoundField,
    *,
    size: str = "s",
    heading: bool = False,
    hints: Mapping[str, str] | None = None,
    reveals: Mapping[str, str] | None = None,
    **more: Any,
) -> SafeString:
    """One field with its label, hint, error and boxes.

    size: of the label (s, m, l, xl); heading: the label is the heading of the page; hints: a line below some
    choices; reveals: fields shown only when their choice is taken; anything else goes to the macro as it is
    (classes, rows, prefix, suffix, formGroup...)."""
    draw = next(draw for kind, draw in DRAWINGS if isinstance(bound.field.widget, kind))
    name, parameters = draw(
        bound, {"size": size, "heading": heading, "hints": hints or {}, "reveals": reveals or {}}
    )
    return _component(name, parameters | _message(bound) | more)


def _component(name: str, parameters: Parameters) -> SafeString:
    if name == "hidden":
        return mark_safe(str(parameters["html"]))
    environment = engines["jinja2"].env  # type: ignore[attr-defined]  # not in the stubs
    macro = "govuk" + "".join(word.capitalize() for word in name.split("-"))
    module = environment.get_template(f"{COMPONENTS}/{name}/macro.html").module
    return mark_safe(TYPED.sub(_on_one_line, str(getattr(module, macro)(parameters))))


def _on_one_line(typed: re.Match[str]) -> str:
    return typed[0].replace("\n", "&#10;")


def _message(bound: BoundField) -> Parameters:
    of_a_box = isinstance(bound.field.widget, forms.CheckboxInput)
    said: Parameters = {"hint": {"text": str(bound.help_text)}} if bound.help_text and not of_a_box else {}
    if bound.errors:
        said["errorMessage"] = {"text": str(bound.errors[0]), "visuallyHiddenText": _("Error")}
    return said


def _label_text(bound: BoundField) -> str:
    answered = bound.field.initial not in (None, "")  # a question that comes with an answer needs no mark
    needs_no_mark = bound.field.required or answered or isinstance(bound.field.widget, forms.CheckboxInput)
    needs_no_mark = needs_no_mark or getattr(bound.form, "only_asks", False)
    needs_no_mark = needs_no_mark or bound.name in getattr(bound.form, "in_turn", ())
    return str(bound.label) if needs_no_mark else _("%(label)s (optional)") % {"label": bound.label}


def _label(bound: BoundField, shown: Parameters) -> Parameters:
    classes = f"govuk-label--{shown['size']}"
    return {"text": _label_text(bound), "classes": classes, "isPageHeading": shown["heading"]}


def _fieldset(bound: BoundField, shown: Parameters) -> Parameters:
    classes = f"govuk-fieldset__legend--{shown['size']}"
    said = _label_text(bound)
    kind = "html" if hasattr(said, "__html__") else "text"
    return {"legend": {kind: said, "classes": classes, "isPageHeading": shown["heading"]}}


def _box(bound: BoundField, shown: Parameters) -> Parameters:
    widget = bound.field.widget
    own = {
        key: str(value)
        for key, value in widget.attrs.items()
        if key not in ("class", "placeholder", "rows", "cols")
    }
    if bound.field.disabled:
        own["disabled"] = "disabled"
    return {
        "id": bound.auto_id,
        "name": bound.html_name,
        "label": _label(bound, shown),
        "classes": widget.attrs.get("class", ""),
        "value": _value(bound),
        "inputmode": own.pop("inputmode", None),
        "autocomplete": own.pop("autocomplete", None),
        "attributes": own,
    }


def _value(bound: BoundField) -> str:
    value = bound.field.widget.format_value(bound.value())
    return "" if value is None else str(value)


def _line(bound: BoundField, shown: Parameters) -> tuple[str, Parameters]:
    kind = getattr(bound.field.widget, "input_type", "text")
    return "input", _box(bound, shown) | {"type": kind}


def _password(bound: BoundField, shown: Parameters) -> tuple[str, Parameters]:
    return "password-input", _box(bound, shown) | {"value": ""} | password_words()


def _prose(bound: BoundField, shown: Parameters) -> tuple[str, Parameters]:
    box = _box(bound, shown) | {"rows": bound.field.widget.attrs.get("rows", 5)}
    most = getattr(bound.field, "max_length", None)
    if most is None:
        return "textarea", box
    box["attributes"].pop("maxlength", None)  # the component counts, and lets one type on and shorten later
    return "character-count", box | count_words(most) | {"maxlength": most}


def _file(bound: BoundField, shown: Parameters) -> tuple[str, Parameters]:
    return "file-upload", _box(bound, shown) | {"javascript": True, "value": None} | file_words()


def _date(bound: BoundField, shown: Parameters) -> tuple[str, Parameters]:
    boxes, wrong = Boxes.showing(bound.value()), bound.field.widget.wrong_boxes(bound)
    items = [
        {
            "name": f"{bound.html_name}-{box}",
            "id": f"{bound.auto_id}-{box}",
            "label": box_label(box),
            "value": getattr(boxes, box),
            "classes": f"govuk-input--width-{4 if box == 'year' else 2}"
            + (" govuk-input--error" if box in wrong else ""),
            "autocomplete": "off",
        }
        for box in BOXES
    ]
    return "date-input", {"id": bound.auto_id, "fieldset": _fieldset(bound, shown), "items": items}


def _select(bound: BoundField, shown: Parameters) -> tuple[str, Parameters]:
    items = [
        {"value": one["value"], "text": one["text"], "selected": one["checked"]}
        for one in _choices(bound, shown)
    ]
    return "select", _box(bound, shown) | {"items": items, "value": None}


def _choose(bound: BoundField, shown: Parameters, *, component: str) -> tuple[str, Parameters]:
    return component, {
        "idPrefix": bound.auto_id,
        "name": bound.html_name,
        "fieldset": _fieldset(bound, shown),
        "classes": bound.field.widget.attrs.get("class", ""),
        "items": _choices(bound, shown),
    }


def _tick(bound: BoundField, shown: Parameters) -> tuple[str, Parameters]:
    item: Parameters = {"value": "on", "text": _label_text(bound), "checked": bool(bound.value())}
    if bound.help_text:  # of one box, so it stands below its words and not before them
        item["hint"] = {"text": str(bound.help_text)}
    return "checkboxes", {"idPrefix": bound.auto_id, "name": bound.html_name, "items": [item]}


def _hidden(bound: BoundField, shown: Parameters) -> tuple[str, Parameters]:
    return "hidden", {"html": bound.as_hidden()}


def _choices(bound: BoundField, shown: Parameters) -> list[Parameters]:
    value = bound.value()
    held = (
        [str(one) for one in value]
        if isinstance(value, list | tuple)
        else ["" if value is None else str(value)]
    )
    groups = bound.field.widget.optgroups(bound.html_name, held)
    return [_choice(option, shown) for _group, options, _number in groups for option in options]


def _choice(option: Mapping[str, Any], shown: Parameters) -> Parameters:
    value = str(option["value"])
    item: Parameters = {"value": value, "text": str(option["label"]), "checked": bool(option["selected"])}
    if value in shown["hints"]:
        hint = shown["hints"][value]
        item["hint"] = {"html" if hasattr(hint, "__html__") else "text": str(hint)}
    if value in shown["reveals"]:
        item["conditional"] = {"html": shown["reveals"][value]}
    return item


# The first kind that fits draws the field, so the particular stands before the general.
DRAWINGS: tuple[tuple[type[forms.Widget], Drawing], ...] = (
    (forms.HiddenInput, _hidden),
    (DateBoxesWidget, _date),
    (forms.PasswordInput, _password),
    (forms.FileInput, _file),
    (forms.CheckboxInput, _tick),
    (forms.CheckboxSelectMultiple, partial(_choose, component="checkboxes")),
    (forms.RadioSelect, partial(_choose, component="radios")),
    (forms.SelectMultiple, partial(_choose, component="checkboxes")),
    (forms.Select, _select),
    (forms.Textarea, _prose),
    (forms.widgets.Input, _line),
)
