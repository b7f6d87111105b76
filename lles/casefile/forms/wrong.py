"""Why what was recorded is wrong."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.worded import language_field


class WrongForm(ChangeForm):
    """What is wrong, with an example of how that may be known."""

    why = forms.CharField(
        label=_("What is wrong with it, and how do you know?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say what is wrong with it, in a few words")},
    )
    language_of_words = language_field()

    def __init__(self, data: Mapping[str, Any] | None = None, *, example: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["why"].help_text = example
