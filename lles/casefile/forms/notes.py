"""The form of a note."""

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.people import LANGUAGES

MOST = 20_000


class NoteForm(ChangeForm):
    """What is noted, and in which language."""

    words = forms.CharField(
        label=_("What do you want to note?"),
        help_text=_("It stays on the file and cannot be changed; a later note can correct it."),
        widget=forms.Textarea(attrs={"rows": 10}),
        validators=[MaxLengthValidator(MOST, _("Use %(limit_value)s characters or fewer"))],
        error_messages={"required": _("Write what you want to note")},
    )
    written_in = forms.ChoiceField(
        label=_("In which language is it written?"),
        choices=LANGUAGES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the language of the note")},
    )
