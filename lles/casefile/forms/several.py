"""One act for several things at once: which of them, and as the page showed each."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from lles.casefile.forms.change import NOT_SEEN
from lles.casefile.forms.form import Form


class Several(forms.MultipleChoiceField):
    """Things by their keys, to be ticked; one that is not there any more is the view's to tell by name."""

    widget = forms.CheckboxSelectMultiple

    def valid_value(self, value: Any) -> bool:
        return True


class SeveralForm(Form):
    """Which things, and the versions in which the page showed them: `C-1001:4 C-1002:7`."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        offered: Mapping[str, Sequence[tuple[int | str, str]]],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        for name, choices in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = list(choices)

    def seen_of(self, key: str) -> int:
        """The version of a thing that the page showed; a form that does not say has seen none."""
        versions = dict(part.rpartition(":")[::2] for part in self.cleaned_data["seen"].split())
        version = versions.get(key, "")
        return int(version) if version.isascii() and version.isdigit() else NOT_SEEN
