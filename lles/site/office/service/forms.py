"""Forms of the administrator: people, offices with their hours, closed days and Pathfinder areas."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lles.casefile.forms import Asked, ClockField, DateBoxesField, Form, YesNoField
from lles.casefile.forms.change import Prose
from lles.site.office.service.lines import codes_of, days_of

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAYS = {
    "mon": _("Monday"), "tue": _("Tuesday"), "wed": _("Wednesday"), "thu": _("Thursday"),
    "fri": _("Friday"), "sat": _("Saturday"), "sun": _("Sunday"),
}  # fmt: skip
FROM_TO = (("from", pgettext_lazy("hours", "From")), ("to", pgettext_lazy("hours", "To")))
NAME_BOX = {"class": "govuk-input--width-20", "spellcheck": "false", "autocomplete": "off"}


def fingerprint(values: Mapping[str, object]) -> str:
    """A mark of what a page showed, by which it is seen whether somebody changed it meanwhile."""
    plain = repr(sorted((name, str(value)) for name, value in values.items()))
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


class ServiceForm(Form):
    """A form that changes the service; it brings back a mark of what it showed."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)


class ReasonForm(ServiceForm):
    """Why something is done to an account."""

    reason = Prose(label=_("Why?"), most=500, required=True)

    def clean_reason(self) -> str:
        """A reason is given."""
        reason = str(self.cleaned_data["reason"])
        if not reason:
            raise ValidationError(_("Say why, in a few words"))
        return reason


class PersonForm(ServiceForm):
    """Somebody who works for the service."""

    name = forms.CharField(
        label=_("Name"), max_length=150, widget=forms.TextInput(attrs=NAME_BOX),
        error_messages={"required": _("Enter the name of the person")},
    )  # fmt: skip
    held = forms.MultipleChoiceField(
        label=_("Roles"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Select what the person does")},
    )  # fmt: skip
    office = forms.ChoiceField(label=_("Which office?"), error_messages={"required": _("Select an office")})
    speaks_welsh = YesNoField(
        label=_("Does this person work in Welsh?"), asked=Asked.IS,
        error_messages={"required": _("Say whether this person works in Welsh")},
    )  # fmt: skip
    is_contractor = YesNoField(
        label=_("Does this person work under an arrangement, not as an employee?"), asked=Asked.IS,
        help_text=_("A case can be given to them only while an arrangement is live."),
        error_messages={"required": _("Say whether this person works under an arrangement")},
    )  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, roles: Sequence[tuple[str, str]],
        places: Sequence[tuple[str, str]], **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, **kwargs)
        for name, choices in (("held", roles), ("office", [("", ""), *places])):
            chosen = self.fields[name]
            assert isinstance(chosen, forms.ChoiceField)
            chosen.choices = choices


class NewPersonForm(PersonForm):
    """Somebody new, with the name by which they sign in."""

    username = forms.CharField(
        label=_("Username"), max_length=150, widget=forms.TextInput(attrs=NAME_BOX),
        validators=[UnicodeUsernameValidator(message=_("Use letters, digits and the signs @ . + - _ alone"))],
        help_text=_("The name by which the person signs in"),
        error_messages={"required": _("Enter a username")},
    )  # fmt: skip
    language = forms.ChoiceField(
        label=_("In which language does the person read the pages?"), widget=forms.RadioSelect,
        choices=[("en", _("English")), ("cy", _("Welsh"))],
    )  # fmt: skip

    field_order = ("name", "username", "held", "office", "language", "speaks_welsh", "is_contractor")


class ArrangementForm(ServiceForm):
    """An arrangement under which somebody works who is not an employee."""

    starts = DateBoxesField(label=_("First day"))
    ends = DateBoxesField(label=_("Last day"))
    scope = forms.CharField(
        label=_("What it covers"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say what the arrangement covers")},
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """The days stand in order."""
        given = super().clean() or self.cleaned_data
        _in_order(self, given)
        return given


def _in_order(form: forms.Form, given: Mapping[str, Any]) -> None:
    if given.get("starts") and given.get("ends") and given["ends"] < given["starts"]:
        form.add_error("ends", ValidationError(_("The last day must not be before the first day")))


class OfficeForm(ServiceForm):
    """What an office is called, when it is open, and the courts whose cases come to it."""

    name_en = forms.CharField(
        label=_("Name in English"), max_length=200, widget=forms.TextInput(attrs=NAME_BOX),
        error_messages={"required": _("Enter the name in English")},
    )  # fmt: skip
    name_cy = forms.CharField(
        label=_("Name in Welsh"), max_length=200, widget=forms.TextInput(attrs=NAME_BOX),
        error_messages={"required": _("Enter the name in Welsh")},
    )  # fmt: skip
    phone = forms.CharField(
        label=_("Phone"), max_length=40, widget=forms.TextInput(attrs={**NAME_BOX, "inputmode": "tel"}),
        help_text=_(
            "The number of the service. One with the code of a place stands in no letter to the court, a"
            " party or a child, because it would tell which office is near them."
        ),
        error_messages={"required": _("Enter the phone number of the office")},
    )  # fmt: skip
    court_codes = Prose(
        label=_("Courts"), most=2000, rows=4,
        help_text=_("The court's number in the courts service, one on each line"),
    )  # fmt: skip
    closed_on = Prose(
        label=_("Other days on which this office is closed"), most=2000, rows=4,
        help_text=_("One on each line, for example 24/12/2026. Weekends and bank holidays are known."),
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for day in WEEK:
            for name, label in (
                ("from", pgettext_lazy("hours", "From")),
                ("to", pgettext_lazy("hours", "To")),
            ):
                self.fields[f"{day}_{name}"] = ClockField(
                    label=label,
                    required=False,
                    widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
                )

    def clean_court_codes(self) -> list[str]:
        """The numbers of courts, each once."""
        return codes_of(self.cleaned_data["court_codes"])

    def clean_closed_on(self) -> list[str]:
        """The days on its lines, each once, the earliest first."""
        return days_of(self.cleaned_data["closed_on"])

    def clean(self) -> dict[str, Any]:
        """A day that opens closes after that."""
        given = super().clean() or self.cleaned_data
        for day in WEEK:
            opens, closes = given.get(f"{day}_from"), given.get(f"{day}_to")
            if (opens is None) != (closes is None):
                self.add_error(f"{day}_to", ValidationError(_("Enter both times, or neither")))
            elif opens and closes and closes <= opens:
                self.add_error(f"{day}_to", ValidationError(_("The office closes after it opens")))
        return given

    @property
    def hours(self) -> dict[str, list[str]]:
        """The hours of each day on which the office is open."""
        given = self.cleaned_data
        return {
            day: [f"{given[f'{day}_from']:%H:%M}", f"{given[f'{day}_to']:%H:%M}"]
            for day in WEEK
            if given.get(f"{day}_from")
        }

    @property
    def week(self) -> list[tuple[Any, Any, Any]]:
        """The days with their two boxes, for the page."""
        return [(DAYS[day], self[f"{day}_from"], self[f"{day}_to"]) for day in WEEK]


class NewOfficeForm(OfficeForm):
    """A new office, of one of the services that there are."""

    slug = forms.SlugField(
        label=_("Short name"), max_length=50, widget=forms.TextInput(attrs=NAME_BOX),
        help_text=_("Small letters and hyphens, for example llandudno-junction"),
        error_messages={
            "required": _("Enter a short name"), "invalid": _("Use small letters, digits and hyphens alone")
        },
    )  # fmt: skip
    like = forms.ChoiceField(
        label=_("It belongs to the same service, nation and area as"),
        error_messages={"required": _("Select an office")},
    )

    field_order = ("slug", "like", "name_en", "name_cy", "phone", "court_codes")

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, places: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        like = self.fields["like"]
        assert isinstance(like, forms.ChoiceField)
        like.choices = [("", ""), *places]


class ClosedDayForm(ServiceForm):
    """A day on which the courts are closed, with its name in both languages."""

    day = DateBoxesField(label=_("Which day?"))
    name_en = forms.CharField(
        label=_("Name in English"), max_length=120, widget=forms.TextInput(attrs=NAME_BOX),
        error_messages={"required": _("Enter the name in English")},
    )  # fmt: skip
    name_cy = forms.CharField(
        label=_("Name in Welsh"), max_length=120, widget=forms.TextInput(attrs=NAME_BOX),
        error_messages={"required": _("Enter the name in Welsh")},
    )  # fmt: skip


class AreaForm(ServiceForm):
    """From when to when the courts of an area follow Pathfinder."""

    name_en = forms.CharField(
        label=_("Name in English"), max_length=120, widget=forms.TextInput(attrs=NAME_BOX),
        error_messages={"required": _("Enter the name in English")},
    )  # fmt: skip
    name_cy = forms.CharField(
        label=_("Name in Welsh"), max_length=120, widget=forms.TextInput(attrs=NAME_BOX),
        error_messages={"required": _("Enter the name in Welsh")},
    )  # fmt: skip
    starts = DateBoxesField(
        label=_("First day"), help_text=_("Applications filed on this day or later follow Pathfinder")
    )
    ends = DateBoxesField(label=_("Last day"), required=False)
    court_codes = Prose(
        label=_("Courts"), most=2000, rows=3,
        help_text=_("The court's number in the courts service, one on each line"),
    )  # fmt: skip
    court_names = Prose(
        label=_("How the names of its courts begin"), most=4000, rows=4,
        help_text=_("One on each line, in both languages; used where the court sends no number"),
    )  # fmt: skip

    def clean_court_codes(self) -> list[str]:
        """The numbers of courts, each once."""
        return codes_of(self.cleaned_data["court_codes"])

    def clean_court_names(self) -> list[str]:
        """The beginnings of names, in small letters without signs, each once."""
        lines = self.cleaned_data["court_names"].split("\n")
        plain = (" ".join(re.sub(r"[^\w]+", " ", line.casefold()).split()) for line in lines)
        return list(dict.fromkeys(line for line in plain if line))

    def clean(self) -> dict[str, Any]:
        """The days stand in order, and a court can be told."""
        given = super().clean() or self.cleaned_data
        _in_order(self, given)
        if not (given.get("court_codes") or given.get("court_names") or self.errors):
            self.add_error("court_codes", ValidationError(_("Enter at least one court")))
        return given
