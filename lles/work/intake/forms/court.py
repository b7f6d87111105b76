"""What the court is asked for, which court it is, the days, and the first hearing."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm, Prose
from lles.casefile.forms.fields import Asked, YesNoField
from lles.casefile.forms.hearings import HEARINGS, HearingForm
from lles.casefile.forms.people import PastDayField
from lles.casefile.timeline import word
from lles.law.bilingual import Language
from lles.work.intake.rules import is_court_number, is_older_number, plain_number

KINDS = (
    "child_arrangements_live_with", "child_arrangements_spend_time", "child_arrangements", "prohibited_steps",
    "specific_issue", "enforcement", "variation_or_discharge", "care", "interim_care", "supervision",
    "interim_supervision", "education_supervision", "emergency_protection", "child_assessment",
    "secure_accommodation", "refuse_contact_with_child", "contact_with_child_in_care", "child_recovery",
    "placement", "adoption",
)  # fmt: skip
ANOTHER = "another"


class ApplicationForm(ChangeForm):
    """What the court is asked for."""

    kinds = forms.MultipleChoiceField(
        label=_("What is the court asked for?"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Select what the court is asked for")},
    )  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, language: Language = "en", **kwargs: Any
    ) -> None:
        super().__init__(data, language=language, **kwargs)
        said = ((kind, word(f"application.{kind}").said(language)) for kind in KINDS)
        kinds = self.fields["kinds"]
        assert isinstance(kinds, forms.MultipleChoiceField)
        kinds.choices = [(kind, text[:1].upper() + text[1:]) for kind, text in said]


class CourtForm(ChangeForm):
    """Which court has it, and under which number."""

    court = forms.ChoiceField(label=_("Which court has it?"))
    typed = Prose(
        label=_("Name of another court"), most=200,
        help_text=_("Only if it is not in the list. Type the name as the notice writes it."),
        widget=forms.TextInput(),
    )  # fmt: skip
    number = Prose(
        label=_("Number of the case at the court"), most=40,
        help_text=_("For example 1700 0000 0000 0001 or WX26P90021. Leave it empty if there is none yet."),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, courts: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        court = self.fields["court"]
        assert isinstance(court, forms.ChoiceField)
        court.choices = [("", _("Choose a court")), *courts, (ANOTHER, _("Another court"))]

    def clean_number(self) -> str:
        """A number in one spelling; what is none of a court's is refused."""
        plain = plain_number(str(self.cleaned_data["number"]))
        if plain and not is_court_number(plain) and not is_older_number(plain):
            raise ValidationError(
                _("Enter the number as the court writes it: 16 figures, or like WX26P90021")
            )
        return plain

    def clean(self) -> dict[str, Any]:
        """Another court has a name."""
        given = super().clean() or self.cleaned_data
        if given.get("court") == ANOTHER and not given.get("typed"):
            self.add_error("typed", _("Enter the name of the court"))
        return given


class DaysForm(ChangeForm):
    """The days of the application."""

    in_turn = ("submitted_on", "issued_on")  # one of the two is needed
    received_on = PastDayField(label=_("When did the service receive it?"))
    submitted_on = PastDayField(
        label=_("When was it sent to the court?"), required=False,
        help_text=_("It decides which pathway the case follows. One of this day and the next is needed."),
    )  # fmt: skip
    issued_on = PastDayField(label=_("When did the court issue it?"), required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, *, today: date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for one in self.fields.values():
            if isinstance(one, PastDayField):
                one.today = today

    def clean(self) -> dict[str, Any]:
        """One day after the other, and one of the court's two."""
        given = super().clean() or self.cleaned_data
        received, submitted, issued = (
            given.get(f"{name}_on") for name in ("received", "submitted", "issued")
        )
        if submitted is None and issued is None and not self.errors:
            self.add_error(
                "submitted_on", _("Enter the day it was sent to the court, or the day it was issued")
            )
        if submitted and issued and issued < submitted:
            self.add_error("issued_on", _("It cannot be issued before it was sent to the court"))
        if received and submitted and received < submitted:
            self.add_error("received_on", _("It cannot be received before it was sent to the court"))
        if received and received.year < 2020:
            self.add_error("received_on", _("Check the year"))
        return given


class FirstHearingForm(HearingForm):
    """Whether a first hearing is listed, and when."""

    listed = YesNoField(label=_("Is a first hearing listed?"), asked=Asked.IS_THERE)
    field_order = ("listed", "type_code", "on", "at", "venue")
    in_turn = ("on", "at")  # needed of a hearing that is listed

    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["type_code"].initial = HEARINGS[0]
        for name in ("on", "at"):
            self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        """A hearing that is listed has a day and an hour."""
        given = super().clean()
        if given.get("listed"):
            for name in ("on", "at"):
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, self.fields[name].error_messages["required"])
        return given


class VacateForm(ChangeForm):
    """Why a hearing does not take place."""

    words = forms.CharField(
        label=_("Why does it not take place?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say why, in a few words")},
    )  # fmt: skip


class AuthorityForm(ChangeForm):
    """Whether the application says that the local authority knows the children."""

    known = YesNoField(
        label=_("Is a child known to the local authority?"), asked=Asked.IS, unknown=_("It does not say")
    )
