"""What people tell us of themselves: language, residence; and the day the application was received."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.fields import DateBoxesField
from lles.casefile.models import Party, WelshInCourt
from lles.casefile.timeline import word

LANGUAGES = (("cy", pgettext_lazy("language", "Welsh")), ("en", pgettext_lazy("language", "English")))
GENDERS: tuple[tuple[str, Any], ...] = (
    ("female", pgettext_lazy("gender", "Female")),
    ("male", pgettext_lazy("gender", "Male")),
)
RELATIONS = (
    "mother", "father", "step_mother", "step_father", "grandparent", "guardian", "special_guardian", "other",
)  # fmt: skip
ROLES = (Party.APPLICANT, Party.RESPONDENT, Party.OTHER)
OLDEST, CHILDHOOD = 120, 19  # years: whoever is said to be older was keyed wrongly
NATIONS = (("england", _("England")), ("wales", _("Wales")))


class PastDayField(DateBoxesField):
    """A day that is today or was before."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.error_messages["future"] = _("Date must be today or in the past")
        self.today: date | None = None

    def clean(self, value: Any) -> date | None:
        day = super().clean(value)
        if day is not None and self.today is not None and day > self.today:
            raise ValidationError(self.error_messages["future"], code="future")
        return day


class DatedForm(ChangeForm):
    """A form that knows which day it is."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, today: date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for form_field in self.fields.values():
            if isinstance(form_field, PastDayField):
                form_field.today = today


class LanguageForm(DatedForm):
    """The language a person chose."""

    chosen = forms.ChoiceField(
        label=_("Which language did they choose?"), choices=LANGUAGES, widget=forms.RadioSelect
    )
    asked_on = PastDayField(label=_("When were they asked?"))
    court_told_on = PastDayField(
        label=_("On which day was the court told that they have chosen Welsh?"), required=False,
        help_text=_("Leave it empty if nobody has told the court yet."),
    )  # fmt: skip
    court_told_way = forms.ChoiceField(
        label=_("How was the court told?"), widget=forms.RadioSelect, required=False, initial=""
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, court_in_wales: bool, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        way = self.fields["court_told_way"]
        assert isinstance(way, forms.ChoiceField)
        said = {one: word(f"court_told.{one}").said(self.language) for one in WelshInCourt.WAYS}
        way.choices = [(one, words[:1].upper() + words[1:]) for one, words in said.items()]
        if not court_in_wales:
            del self.fields["court_told_on"], self.fields["court_told_way"]

    def clean(self) -> dict[str, Any]:
        """That the court was told of Welsh has its day and its way."""
        given = super().clean() or self.cleaned_data
        on, way = given.get("court_told_on"), given.get("court_told_way")
        if on and not way and "court_told_way" not in self.errors:
            self.add_error("court_told_way", _("Say how the court was told"))
        if way and not on and "court_told_on" not in self.errors:
            self.add_error("court_told_on", _("Enter the day on which the court was told"))
        if on and given.get("chosen") == "en":
            self.add_error("court_told_on", _("Only that somebody has chosen Welsh is told to the court"))
        return given


class ResidenceForm(ChangeForm):
    """Where a child is ordinarily resident."""

    nation = forms.ChoiceField(
        label=_("Where is the child ordinarily resident?"), choices=NATIONS, widget=forms.RadioSelect
    )


class ReceiptForm(DatedForm):
    """The day on which the service received the application."""

    received_on = PastDayField(label=_("When did the service receive the application?"))
