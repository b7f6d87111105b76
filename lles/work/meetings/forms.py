"""Planning a meeting, and recording what became of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm, Prose
from lles.casefile.forms.conversations import ANOTHER, moment
from lles.casefile.forms.fields import Asked, ClockField, DateBoxesField, YesNoField
from lles.casefile.forms.names import is_a_name
from lles.casefile.forms.people import LANGUAGES

WAYS = (
    ("visit", _("A visit")), ("office", _("At the office")), ("video", _("By video")),
    ("telephone", _("By telephone")),
)  # fmt: skip
OUTCOMES = (("held", _("It took place")), ("not_held", _("It did not take place")))


class SpokenForm(ChangeForm):
    """In which language people speak."""

    spoken = forms.ChoiceField(
        label=_("In which language?"),
        choices=(*LANGUAGES, (ANOTHER, _("Another language, with an interpreter"))),
        widget=forms.RadioSelect,
    )
    interpreter = Prose(
        label=_("Language of the interpreter, if there was one"), most=60, validators=[is_a_name],
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """An interpreter has a language."""
        given = super().clean() or self.cleaned_data
        if given.get("spoken") == ANOTHER and not given.get("interpreter"):
            self.add_error("interpreter", _("Write the language of the interpreter"))
        return given

    @property
    def language_spoken(self) -> str:
        """The language, empty where an interpreter is needed."""
        return "" if self.cleaned_data["spoken"] == ANOTHER else str(self.cleaned_data["spoken"])


class PlanForm(SpokenForm):
    """When, by which way and in which language one meets."""

    field_order = ("way", "starts_on", "starts_at", "welsh_offered", "spoken", "interpreter")
    way = forms.ChoiceField(label=_("How do you meet?"), choices=WAYS, widget=forms.RadioSelect)
    starts_on = DateBoxesField(label=_("On which day?"))
    starts_at = ClockField(
        label=_("At what time?"), help_text=_("For example 9:30am or 2:15pm"),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
    )  # fmt: skip
    welsh_offered = YesNoField(
        label=_("Did somebody offer Welsh to the child?"), asked=Asked.DID, unknown=_("Not yet")
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, offers_welsh: bool, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if not offers_welsh:
            del self.fields["welsh_offered"]

    @property
    def starts(self) -> datetime:
        """The moment at which one meets."""
        return moment(self.cleaned_data["starts_on"], self.cleaned_data["starts_at"])


class SettleForm(SpokenForm):
    """What became of a meeting."""

    field_order = ("outcome", "spoken", "interpreter")
    outcome = forms.ChoiceField(label=_("What came of it?"), choices=OUTCOMES, widget=forms.RadioSelect)
