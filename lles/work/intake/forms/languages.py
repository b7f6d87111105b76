"""What an adult of an application said of language."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm, Prose
from lles.casefile.forms.names import is_a_name
from lles.casefile.forms.people import LANGUAGES, PastDayField
from lles.casefile.rules.corrections import NOT_SAID
from lles.casefile.timeline import word
from lles.work.intake.forms.facts import NO_ADDRESS
from lles.work.intake.forms.people import line

OTHER_HELP = ("sign_language", "other")


class LanguageForm(ChangeForm):
    """The language an adult chose, the day on which they were asked, and the help with language they need."""

    in_turn = ("asked_on",)  # needed once a language is chosen
    spoken = forms.ChoiceField(
        label=_("Which language did they choose?"), widget=forms.RadioSelect, initial=(), required=False,
        choices=(*LANGUAGES, (NOT_SAID, _("They have not been asked, or it does not say"))),
    )  # fmt: skip
    asked_on = PastDayField(
        label=_("When were they asked?"), required=False,
        help_text=_("Needed once a language is chosen. For a form, the day on which it was signed or sent."),
    )  # fmt: skip
    interpreter = line(_("Language of the interpreter, if they need one"), 100, validators=[is_a_name])
    help = forms.MultipleChoiceField(
        label=_("What other help with language do they need?"), required=False, initial=(),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    help_words = Prose(label=_("Which help"), most=1000, rows=2, help_text=NO_ADDRESS)

    def __init__(self, data: Mapping[str, Any] | None = None, *, today: date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        asked_on, needed = self.fields["asked_on"], self.fields["help"]
        assert isinstance(asked_on, PastDayField)
        assert isinstance(needed, forms.MultipleChoiceField)
        asked_on.today = today
        said = ((kind, word(f"language_need.{kind}").said(self.language)) for kind in OTHER_HELP)
        needed.choices = [(kind, text[:1].upper() + text[1:]) for kind, text in said]

    def clean(self) -> dict[str, Any]:
        """A choice has its day."""
        given = super().clean() or self.cleaned_data
        if (
            given.get("spoken") not in ("", NOT_SAID, None)
            and not given.get("asked_on")
            and "asked_on" not in self.errors
        ):
            self.add_error("asked_on", _("Enter the day on which they were asked"))
        if "other" in given.get("help", ()) and not given.get("help_words"):
            self.add_error("help_words", _("Say which help they need"))
        return given
