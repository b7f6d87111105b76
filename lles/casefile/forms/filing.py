"""Filing by hand, and what a person saw at the court's side."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.conversations import moment
from lles.casefile.forms.fields import Asked, ClockField, YesNoField
from lles.casefile.forms.people import DatedForm, PastDayField
from lles.casefile.timeline import word

WAYS = ("court_portal", "secure_email", "handed_in", "post")


class ByHandForm(DatedForm):
    """By which way and when a person filed the sealed document."""

    way = forms.ChoiceField(label=_("How did you file it?"), widget=forms.RadioSelect)
    filed_on = PastDayField(label=_("On which day?"))
    filed_at = ClockField(
        label=_("At what time?"), help_text=_("For example 9:30am or 14:15"),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        way = self.fields["way"]
        assert isinstance(way, forms.ChoiceField)
        way.choices = [(name, word(f"way.{name}").said(self.language)) for name in WAYS]

    @property
    def filed(self) -> datetime:
        """The moment of filing."""
        return moment(self.cleaned_data["filed_on"], self.cleaned_data["filed_at"])


class LookForm(ChangeForm):
    """Whether the document is at the court."""

    is_there = YesNoField(label=_("Is the document at the court?"), asked=Asked.IS)
