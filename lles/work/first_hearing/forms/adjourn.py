"""A hearing that is adjourned: why, and to which day if the court has named one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.fields import ClockField, DateBoxesField
from lles.casefile.forms.hearings import MOST_YEARS_AHEAD, SittingForm
from lles.casefile.timeline import LONDON
from lles.work.first_hearing.forms.directions import NARROW


class AdjournForm(SittingForm):
    """Why a hearing is adjourned, and when it is listed again."""

    words = forms.CharField(
        label=_("Why is it adjourned?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say why, in a few words")},
    )  # fmt: skip
    on = DateBoxesField(
        label=_("To which day?"), required=False,
        help_text=_("Leave it empty if the court has not named one yet."),
    )  # fmt: skip
    at = ClockField(
        label=_("At what time?"), required=False, widget=forms.TextInput(attrs=NARROW),
        help_text=_("For example 10am or 2:15pm"),
    )  # fmt: skip
    venue = Prose(
        label=_("Where is it held?"), most=200, widget=forms.TextInput(),
        help_text=_("Only if it is held elsewhere than in the court itself."),
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None = None, *, listed_on: date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.listed_on = listed_on
        self.offer_closed_day("on")

    def clean(self) -> dict[str, Any]:
        """The new day has its hour, and comes after the day on which it was listed."""
        given = super().clean() or self.cleaned_data
        on, at = given.get("on"), given.get("at")
        if on and not at and "at" not in self.errors:
            self.add_error("at", _("Enter the time of the next hearing"))
        if (at or given.get("venue")) and not on and "on" not in self.errors:
            self.add_error("on", _("Enter the day of the next hearing"))
        if on and on <= self.listed_on:
            self.add_error("on", _("The new day must come after the day on which it was listed"))
        elif on and on.year > self.listed_on.year + MOST_YEARS_AHEAD:
            self.add_error("on", _("Check the year"))
        else:
            self.check_closed_day("on", on)
        return given

    @property
    def again_at(self) -> datetime | None:
        """The moment at which it is listed again."""
        on, at = self.cleaned_data["on"], self.cleaned_data["at"]
        return datetime.combine(on, at, LONDON) if on else None
