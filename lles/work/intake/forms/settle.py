"""Settling an arrival without keying it: put to a case that is there, or set aside with a reason; and
ending what was keyed without a case."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms import Form
from lles.casefile.forms.change import Prose
from lles.casefile.timeline import word
from lles.law.bilingual import Language

JOINED, DUPLICATE, NOT_FOR_US, OTHER = "joined", "duplicate", "not_for_us", "other"
WAYS = (JOINED, DUPLICATE, NOT_FOR_US, OTHER)


class SettleForm(Form):
    """What becomes of an arrival that is no new application, and why."""

    way = forms.ChoiceField(label=_("What is it?"), widget=forms.RadioSelect)
    reference = Prose(
        label=_("Which case?"), most=20,
        help_text=_("Only if it belongs to one: its reference, for example C-1042"),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
    )  # fmt: skip
    words = forms.CharField(
        label=_("Why?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why, in a few words")},
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None = None, *, language: Language, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        way = self.fields["way"]
        assert isinstance(way, forms.ChoiceField)
        way.choices = [(name, word(f"settle.{name}").said(language)) for name in WAYS]

    def clean(self) -> dict[str, Any]:
        """A case is named where the arrival belongs to one."""
        given = super().clean() or self.cleaned_data
        if given.get("way") == JOINED and not given.get("reference", "").strip():
            self.add_error("reference", ValidationError(_("Enter the reference of the case")))
        return given


class SetAsideForm(Form):
    """Why a registration is ended without a case."""

    words = forms.CharField(
        label=_("Why?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why, in a few words")},
    )  # fmt: skip
