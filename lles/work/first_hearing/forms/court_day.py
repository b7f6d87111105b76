"""Which court's list of which day: an address that can be kept and opened again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Self

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.fields import BOXES, DateBoxesField
from lles.casefile.forms.form import Form

NAMES = ("court", *(f"on-{box}" for box in BOXES))
FIRST_YEAR, LAST_YEAR = 1990, 2200


class CourtDayForm(Form):
    """A court and a day."""

    only_asks = True  # nothing of it is an answer, so nothing is marked as optional

    court = forms.ChoiceField(
        label=_("Which court?"),
        error_messages={"invalid_choice": _("Choose a court from the list")},
        required=False,
    )
    on = DateBoxesField(label=_("Which day?"))

    @classmethod
    def asked(
        cls, asked: QueryDict, *, today: date, courts: Callable[[date], Sequence[tuple[str, str]]]
    ) -> Self:
        """The form as the address of the page fills it; an address that names no day asks for today."""
        given = {name: asked.get(name, "").replace("\x00", "") for name in NAMES}
        if not any(given[f"on-{box}"].strip() for box in BOXES):
            given |= {"on-day": str(today.day), "on-month": str(today.month), "on-year": str(today.year)}
        form = cls(given)
        near = form.day_asked or today
        offered = form.fields["court"]
        assert isinstance(offered, forms.ChoiceField)
        offered.choices = [("", _("Every court")), *courts(near)]
        return form

    @property
    def day_asked(self) -> date | None:
        """The day that is asked for; none where it is no day that a court can have listed."""
        try:
            return self.in_range(self.fields["on"].clean(self["on"].value()))
        except ValidationError:
            return None

    def clean_on(self) -> date:
        """A day of this time."""
        return self.in_range(self.cleaned_data["on"])

    @staticmethod
    def in_range(on: date) -> date:
        """The day, where its year can be right."""
        if not FIRST_YEAR <= on.year <= LAST_YEAR:
            raise ValidationError(_("Check the year"))
        return on
