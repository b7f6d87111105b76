"""A hearing of which the court told otherwise than by its feed: its type, day, hour and place."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm, Prose
from lles.casefile.forms.fields import ClockField, DateBoxesField
from lles.casefile.queries.service_law import calendar_in_force
from lles.casefile.timeline import LONDON
from lles.law.bilingual import Language, Text, day_in_words, opening
from lles.law.calendar import YearOutsideTable
from lles.links.court import codes

HEARINGS = (
    "ABA5-FHR", "ABA5-SGA", "ABA5-2GA", "ABA5-DIR", "ABA5-DRA", "ABA5-FOF", "ABA5-FCM", "ABA5-CMC",
    "ABA5-REV", "ABA5-FFH", "URGENT", "WITHOUT_NOTICE", "ABA5-PER", "ABA5-SCF", "INTERIM", "ENFORCEMENT",
    "DECISION", "CASE_MANAGEMENT", "ABA5-IRH",
)  # fmt: skip
MOST_YEARS_AHEAD = 3
AT_WEEKEND = "at_weekend"


class SittingForm(ChangeForm):
    """A form with the day on which a court sits: of one on which the courts are closed it is asked whether it
    is right."""

    def offer_closed_day(self, name: str) -> None:
        """The box by which the day is said to be right, where it was ticked."""
        if self.data.get(AT_WEEKEND):
            self.offer_to_confirm(AT_WEEKEND, name, _("The court sits on this day"))

    def check_closed_day(self, name: str, on: date | None) -> None:
        """Asks whether a day on which the courts are closed is right."""
        closed = _closed_on(on) if on is not None else None
        if on is not None and closed is not None:
            label = _("The court sits on this day")
            says = _("%(day)s: the courts are closed (%(why)s). Change the day, or tick that it is right")
            said = {"day": opening(day_in_words(on, self.language)), "why": closed.said(self.language)}
            self.confirm(AT_WEEKEND, name, label, says % said)


def _closed_on(on: date) -> Text | None:
    try:
        return calendar_in_force().closure(on)
    except YearOutsideTable:
        return None


class HearingForm(SittingForm):
    """A hearing: its type, day, hour and place."""

    type_code = forms.ChoiceField(label=_("What kind of hearing is it?"))
    on = DateBoxesField(label=_("On which day?"))
    at = ClockField(
        label=_("At what time?"), widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
        help_text=_("For example 10am or 2:15pm"),
    )  # fmt: skip
    venue = Prose(
        label=_("Where is it held?"), most=200, widget=forms.TextInput(),
        help_text=_("Only if it is held elsewhere than in the court itself."),
    )  # fmt: skip

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        today: date,
        language: Language = "en",
        **kwargs: Any,
    ) -> None:
        super().__init__(data, language=language, **kwargs)
        self.today = today
        kinds = self.fields["type_code"]
        assert isinstance(kinds, forms.ChoiceField)
        kinds.choices = [
            ("", _("Select the kind of hearing")),
            *((code, hearing_words(code, language)) for code in HEARINGS),
        ]
        self.offer_closed_day("on")

    def clean(self) -> dict[str, Any]:
        """A hearing on a day on which the courts are closed is rare."""
        given = super().clean() or self.cleaned_data
        self.check_closed_day("on", given.get("on"))
        return given

    def clean_on(self) -> date:
        """A day that a court can have listed."""
        on: date | None = self.cleaned_data["on"]
        if on is not None and not self.today.year - 1 <= on.year <= self.today.year + MOST_YEARS_AHEAD:
            raise ValidationError(_("Check the year"))
        return on  # type: ignore[return-value]  # cleaned before

    @property
    def starts_at(self) -> datetime:
        """The moment at which it begins."""
        given = self.cleaned_data
        return datetime.combine(given["on"], given["at"], LONDON)


def hearing_words(code: str, language: Language) -> str:
    """The words of the courts for a type of hearing."""
    known = codes.HEARING_TYPES[code]
    return known.get(language) or known["en"]
