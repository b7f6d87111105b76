"""An order that was recorded wrongly, and who was told of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm

Choices = Sequence[tuple[str, str]]
TWICE = "twice"


class WrongOrderForm(ChangeForm):
    """What is wrong of an order, which one it really is where it stands twice, and how that is known."""

    what = forms.ChoiceField(
        label=_("What is wrong?"), widget=forms.RadioSelect,
        error_messages={"required": _("Select what is wrong")},
    )  # fmt: skip
    same_as = forms.ChoiceField(
        label=_("If it stands twice: which of the other orders is it?"), required=False,
        widget=forms.RadioSelect,
        help_text=_("What it directs, and the work under it, goes to that order where that has none of it."),
    )  # fmt: skip
    words = forms.CharField(
        label=_("How do you know?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say how, in a few words")},
    )  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, what: Choices, others: Choices, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        asked, same_as = self.fields["what"], self.fields["same_as"]
        assert isinstance(asked, forms.ChoiceField)
        assert isinstance(same_as, forms.ChoiceField)
        asked.choices = [one for one in what if others or one[0] != TWICE]
        same_as.choices = list(others)
        if not others:
            del self.fields["same_as"]

    def clean(self) -> dict[str, Any]:
        """What stands twice names the other one, and nothing else does."""
        given = super().clean() or self.cleaned_data
        is_twice = given.get("what") == TWICE
        if is_twice and not given.get("same_as") and "same_as" not in self.errors:
            self.add_error("same_as", _("Select the order that it really is"))
        if not is_twice and "what" in given and given.get("same_as"):
            self.add_error("same_as", _("Only an order that stands twice is another one"))
        return given


class ToldOfOrderForm(ChangeForm):
    """Who was told of an order that was recorded wrongly."""

    words = forms.CharField(
        label=_("Whom did you tell, and how?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The court too, where it had a document. If nobody had to be told, say why."),
        error_messages={"required": _("Say whom you told, or why nobody")},
    )  # fmt: skip
