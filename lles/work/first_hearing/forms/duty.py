"""Who goes to which hearings of a day."""

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.several import Several, SeveralForm

OFFICER_OF_THE_CASE = 0


class DutyForm(SeveralForm):
    """Which hearings, and who goes to them; each with who was to go as the page showed it."""

    hearings = Several(
        label=_("Which hearings?"), error_messages={"required": _("Tick the hearings that somebody goes to")}
    )
    to = forms.TypedChoiceField(label=_("Who goes?"), coerce=int, widget=forms.RadioSelect, empty_value=None)
