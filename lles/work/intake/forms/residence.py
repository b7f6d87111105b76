"""The nation in which a child of an application lives, as whoever keys it says."""

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.people import NATIONS
from lles.casefile.rules.corrections import NOT_SAID


class NationForm(ChangeForm):
    """In which nation a child lives, where no postcode tells it."""

    nation = forms.ChoiceField(
        label=_("In which nation does the child ordinarily live?"), widget=forms.RadioSelect,
        choices=(*NATIONS, (NOT_SAID, _("It is not known yet"))),
        help_text=_("No postcode tells it: it lies on the border, or there is none. It decides which service"
                    " works for the child."),
        error_messages={"required": _("Select in which nation the child lives, or that it is not known yet")},
    )  # fmt: skip
