"""What an officer types who screens an application."""

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.fields import Asked, YesNoField


class ScreeningForm(ChangeForm):
    """Whether checks are called for, and why."""

    checks_called_for = YesNoField(
        label=_("Is there a need for checks on this application?"),
        asked=Asked.IS_THERE,
        help_text=_(
            "With a yes the police and the local authorities are asked, each adult is called, and the letter"
            " becomes due."
        ),
        error_messages={"required": _("Say whether there is a need for checks")},
    )
    reason = forms.CharField(
        label=_("What did you find that speaks for or against checks?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Give the reason, in a few words")},
    )
