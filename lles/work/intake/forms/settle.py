"""Settling an arrival without keying it: put to a case that is there, or set aside with a reason; and
ending what was keyed without a case."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms import Form
from lles.casefile.forms.change import Prose
from lles.casefile.timeline import word
from lles.law.bilingual import Language

JOINED, DUPLICATE, NOT_FOR_US, OTHER = "joined", "duplicate", "not_for_us", "other"
NO_ORDER = "none"
WAYS = (JOINED, DUPLICATE, NOT_FOR_US, OTHER)


class SettleForm(Form):
    """What becomes of an arrival that is no new application, and why."""

    way = forms.ChoiceField(label=_("What is it?"), widget=forms.RadioSelect)
    reference = Prose(
        label=_("Which case?"), most=20,
        help_text=_("Only if it belongs to one: its reference, for example C-1042"),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
    )  # fmt: skip
    orders = forms.MultipleChoiceField(
        label=_("Which of its files is an order of the court?"), widget=forms.CheckboxSelectMultiple,
        required=False, help_text=_("Only if it belongs to a case: each order opens its work there."),
    )  # fmt: skip
    words = forms.CharField(
        label=_("Why?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why, in a few words")},
    )  # fmt: skip
    in_turn: ClassVar[tuple[str, ...]] = ("orders",)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        language: Language,
        files: Sequence[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        orders = self.fields["orders"]
        assert isinstance(orders, forms.MultipleChoiceField)
        orders.choices = [*files, (NO_ORDER, _("None of them"))]
        if not files:
            del self.fields["orders"]
        way = self.fields["way"]
        assert isinstance(way, forms.ChoiceField)
        way.choices = [(name, word(f"settle.{name}").said(language)) for name in WAYS]

    def clean(self) -> dict[str, Any]:
        """A case is named where the arrival belongs to one, and of its files it is said which is an order."""
        given = super().clean() or self.cleaned_data
        if given.get("way") != JOINED:
            return given
        if not given.get("reference", "").strip():
            self.add_error("reference", ValidationError(_("Enter the reference of the case")))
        chosen = given.get("orders", [NO_ORDER])
        if "orders" not in self.errors and (not chosen or (NO_ORDER in chosen and len(chosen) > 1)):
            said = _("Select the files that are orders, or “None of them”")
            self.add_error("orders", ValidationError(said))
        return given

    @property
    def which_are_orders(self) -> frozenset[int]:
        """The places of the files that are orders of the court."""
        return frozenset(int(one) for one in self.cleaned_data.get("orders", ()) if one != NO_ORDER)


class SetAsideForm(Form):
    """Why a registration is ended without a case."""

    words = forms.CharField(
        label=_("Why?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why, in a few words")},
    )  # fmt: skip
