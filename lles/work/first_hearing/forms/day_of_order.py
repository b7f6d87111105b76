"""The day on which an order was made, put right."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.people import DatedForm, PastDayField


class DayOfOrderForm(DatedForm):
    """On which day an order was made after all, and how that is known."""

    made_on = PastDayField(label=_("On which day was it made?"))
    words = forms.CharField(
        label=_("How do you know?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say how, in a few words")},
    )  # fmt: skip

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        was: date | None,
        first_due_on: date | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.was, self.first_due_on = was, first_due_on

    def clean(self) -> dict[str, Any]:
        """It is another day than before, and nothing that the order directs is due before it."""
        given = super().clean() or self.cleaned_data
        made_on = given.get("made_on")
        if made_on and made_on == self.was:
            self.add_error("made_on", _("This is the day that is recorded already"))
        if made_on and self.first_due_on and made_on > self.first_due_on:
            self.add_error("made_on", _("It directs something that was due before that day"))
        return given
