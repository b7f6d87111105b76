"""How and when a child was given a letter."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.people import DatedForm, PastDayField
from lles.casefile.timeline import word

WAYS = ("in_person", "read_out", "carer", "post")


class GivenForm(DatedForm):
    """By which way a child has a letter, and since when."""

    way = forms.ChoiceField(label=_("How does the child have it?"), widget=forms.RadioSelect)
    given_on = PastDayField(label=_("Since which day?"))

    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        way = self.fields["way"]
        assert isinstance(way, forms.ChoiceField)
        way.choices = [(one, word(f"give_by.{one}").said(self.language)) for one in WAYS]
