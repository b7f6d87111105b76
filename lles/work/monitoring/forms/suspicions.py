"""Harm that is suspected while monitoring."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.people import PastDayField
from lles.casefile.forms.worded import WordedForm, language_field

KINDS = ("seen", "assessed")


class SuspicionForm(WordedForm):
    """That harm is suspected, or what its assessment found."""

    kind = forms.ChoiceField(
        label=_("What do you record?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you record")},
    )  # fmt: skip
    on = PastDayField(label=_("On which day?"))
    words = Prose(
        label=_("What was seen or heard, or what did the assessment find?"), most=20_000, rows=5,
        help_text=_(
            "It stays on the case and goes into no letter by itself. Write to the court what it needs."
        ),
    )  # fmt: skip
    language_of_words = language_field()

    def __init__(self, data: Mapping[str, Any] | None = None, *, is_open: bool, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.offer("kind", self.in_words("monitoring_suspicion", KINDS if is_open else KINDS[:1]))

    def clean(self) -> dict[str, Any]:
        """What is recorded has its words."""
        given = super().clean() or self.cleaned_data
        if not given.get("words") and "words" not in self.errors:
            self.add_error("words", _("Write what was seen or heard, or what was found"))
        return given
