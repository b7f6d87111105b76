"""To whom a case is given."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm


class AllocateForm(ChangeForm):
    """The officer who gets the case."""

    to = forms.TypedChoiceField(
        label=_("Who takes the case?"), coerce=int, widget=forms.RadioSelect, empty_value=None
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, people: Sequence[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        to = self.fields["to"]
        assert isinstance(to, forms.ChoiceField)
        to.choices = list(people)
