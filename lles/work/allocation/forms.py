"""To whom a case is given, or several at once."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms import Form
from lles.casefile.forms.change import NOT_SEEN, ChangeForm


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


class _Cases(forms.MultipleChoiceField):
    """Cases by their references; one that is not there any more is the view's to tell by name."""

    def valid_value(self, value: Any) -> bool:
        return True


class GiveForm(Form):
    """Which cases of one officer another one gets, with the versions in which the page showed them."""

    cases = _Cases(
        label=_("Which cases?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick the cases that somebody else gets")},
    )
    to = forms.TypedChoiceField(
        label=_("Give these cases to"), coerce=int, widget=forms.RadioSelect, empty_value=None
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        listed: Sequence[tuple[str, str]],
        people: Sequence[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        for name, choices in (("cases", listed), ("to", people)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = list(choices)

    def seen_of(self, reference: str) -> int:
        """The version of a case that the page showed; a form that does not say has seen none."""
        versions = dict(part.rpartition(":")[::2] for part in self.cleaned_data["seen"].split())
        version = versions.get(reference, "")
        return int(version) if version.isascii() and version.isdigit() else NOT_SEEN
