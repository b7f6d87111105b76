"""What somebody found where the court says otherwise of a hearing than its record does."""

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm


class LookedForm(ChangeForm):
    """What somebody found."""

    words = forms.CharField(
        label=_("What did you find?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example: it was held on that day, and the court tells us that it goes on in May."),
        error_messages={"required": _("Say what you found, in a few words")},
    )  # fmt: skip
