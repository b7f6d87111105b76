"""What an officer decides of a match, keys of a filter order, and learns of leave."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm, Prose
from lles.casefile.forms.fields import DateBoxesField
from lles.casefile.forms.people import DatedForm, PastDayField

DECISIONS = (
    ("same", _("Yes, it is the same person")),
    ("not", _("No, it is another person")),
    ("cannot_say", _("Nobody can say on what we hold")),
)
MONTHS, UNTIL, NO_END = "months", "until", "no_end"
LENGTHS = (
    (MONTHS, _("For a number of months")),
    (UNTIL, _("Until a day that it names")),
    (NO_END, _("It names no end")),
)
ANSWERS = (
    ("given", _("Yes, the court gave leave")),
    ("refused", _("No, there is no leave")),
    ("not_needed", _("No leave is needed for this application")),
)
LONGEST_IN_MONTHS = 216  # eighteen years
MOST = 2000


def _reason(label: Any) -> forms.CharField:
    too_long = MaxLengthValidator(MOST, _("Use %(limit_value)s characters or fewer"))
    return forms.CharField(label=label, validators=[too_long], widget=forms.Textarea(attrs={"rows": 3}))


class DecideForm(ChangeForm):
    """Whether two people are one, and why."""

    decision = forms.ChoiceField(
        label=_("Is it the same person?"), choices=DECISIONS, widget=forms.RadioSelect
    )
    reason = _reason(_("Why do you say so?"))


class FilterOrderForm(ChangeForm):
    """An order under section 91(14) as the court made it."""

    barred = forms.TypedMultipleChoiceField(
        label=_("Who may not apply without leave?"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    children = forms.TypedMultipleChoiceField(
        label=_("About which children?"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    kinds = forms.MultipleChoiceField(
        label=_("For which applications?"),
        help_text=_("Tick none where the order bars every application."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    starts_on = DateBoxesField(label=_("First day of the order"))
    length = forms.ChoiceField(label=_("How long does it last?"), choices=LENGTHS, widget=forms.RadioSelect)
    months = forms.IntegerField(
        label=_("Number of months, its first day counted"),
        required=False,
        min_value=1,
        max_value=LONGEST_IN_MONTHS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3"}),
        error_messages={
            "invalid": _("Number of months must be a whole number, like 24"),
            "min_value": _("Number of months must be 1 or more"),
            "max_value": _("Number of months must be 216 or fewer: eighteen years"),
        },
    )
    ends_on = DateBoxesField(label=_("Last day of the order"), required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        adults: Sequence[tuple[int, str]],
        of_children: Sequence[tuple[int, str]],
        of_kinds: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        for name, choices in (("barred", adults), ("children", of_children), ("kinds", of_kinds)):
            chosen = self.fields[name]
            assert isinstance(chosen, forms.ChoiceField)
            chosen.choices = list(choices)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        length, starts_on, ends_on = (given.get(name) for name in ("length", "starts_on", "ends_on"))
        if length == MONTHS and given.get("months") is None and "months" not in self.errors:
            self.add_error("months", _("Enter the number of months"))
        if length == UNTIL and ends_on is None and "ends_on" not in self.errors:
            self.add_error("ends_on", _("Enter the last day of the order"))
        if length == UNTIL and starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("The last day must be the first day or later"))
        return given

    @property
    def lasts(self) -> tuple[int | None, Any]:
        """Its months and its last day, whichever of them the order names."""
        given = self.cleaned_data
        months = given["months"] if given["length"] == MONTHS else None
        return months, given["ends_on"] if given["length"] == UNTIL else None


class WithdrawForm(ChangeForm):
    """Why an order is taken back."""

    reason = _reason(_("Why is it taken back?"))


class LeaveForm(DatedForm):
    """What came of the question of leave."""

    answer = forms.ChoiceField(
        label=_("Is there leave of the court?"), choices=ANSWERS, widget=forms.RadioSelect
    )
    given_on = PastDayField(label=_("When did the court give leave?"), required=False)
    reason = Prose(label=_("What you know of it, and from where"), most=MOST, rows=3)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("answer") == "given" and given.get("given_on") is None and "given_on" not in self.errors:
            self.add_error("given_on", ValidationError(_("Enter the day on which the court gave leave")))
        if given.get("answer") in ("refused", "not_needed") and not given.get("reason"):
            self.add_error("reason", ValidationError(_("Say what you know of it, and from where")))
        return given
