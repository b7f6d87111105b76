"""To whom a case is given, or several at once."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.several import Several, SeveralForm


class _Officer(forms.TypedChoiceField):
    """One of the officers who could; of one who no longer can, why not."""

    left_out: Mapping[str, str] = MappingProxyType({})

    def validate(self, value: Any) -> None:
        if why := self.left_out.get(str(value)):
            raise forms.ValidationError(why)
        super().validate(value)


class AllocateForm(ChangeForm):
    """The officer who gets the case."""

    to = _Officer(label=_("Who takes the case?"), coerce=int, widget=forms.RadioSelect, empty_value=None)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        people: Sequence[tuple[int, str]],
        left_out: Mapping[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        to = self.fields["to"]
        assert isinstance(to, _Officer)
        to.choices = list(people)
        to.left_out = left_out


class GiveForm(SeveralForm):
    """Which cases of one officer another one gets."""

    cases = Several(
        label=_("Which cases?"), error_messages={"required": _("Tick the cases that somebody else gets")}
    )
    to = forms.TypedChoiceField(
        label=_("Give these cases to"), coerce=int, widget=forms.RadioSelect, empty_value=None
    )
