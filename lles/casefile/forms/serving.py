"""Serving a document on a person: how and when, that it came back, and a new address that was looked at."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import REASON, ChangeForm
from lles.casefile.forms.conversations import moment
from lles.casefile.forms.fields import Asked, ClockField, YesNoField
from lles.casefile.forms.people import DatedForm, PastDayField
from lles.casefile.rules.serving import Way
from lles.casefile.timeline import word
from lles.law.findings import Finding

SAFE_WAY = "SRV-WAY"


def what_was_done() -> forms.CharField:
    """What was done about a detail that is protected now and had left before."""
    return forms.CharField(
        label=_("What was done about the detail that is protected now?"),
        help_text=_("For example who was asked to keep it from the other party, and who was warned"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say what was done about the detail that is protected now")},
    )


class LeftBeforeForm(ChangeForm):
    """What was done about documents that left before a detail in them became protected."""

    done = what_was_done()


class PastMomentForm(DatedForm):
    """A day and an hour that are past, and not before something was there."""

    on = PastDayField(label=_("On which day?"))
    clock = ClockField(
        label=_("At what time?"), help_text=_("For example 9:30am or 2:15pm"),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
    )  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, now: datetime, not_before: datetime, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.now, self.not_before = now, not_before

    def clean(self) -> dict[str, Any]:
        """Nothing is done later than now, or before the document was sealed."""
        given = super().clean() or self.cleaned_data
        if given.get("on") and given.get("clock"):
            if self.moment > self.now:
                self.add_error("clock", _("The time cannot be later than now"))
            elif self.moment < self.not_before.replace(second=0, microsecond=0):
                self.add_error("clock", _("The time cannot be before the document was sealed"))
        return given

    @property
    def moment(self) -> datetime:
        """The moment that was typed."""
        return moment(self.cleaned_data["on"], self.cleaned_data["clock"])


class ServeForm(PastMomentForm):
    """By which way and when a person was served; only the ways that are open are offered. A way that takes a
    reason has its box from the beginning: why that way is safe for this person."""

    field_order = ("way", f"{REASON}{SAFE_WAY}", "on", "clock")
    way = forms.ChoiceField(label=_("How was it served?"), widget=forms.RadioSelect)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        ways: Sequence[Way],
        warned: Sequence[tuple[Way, Finding]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.expect([finding for _way, finding in warned])
        if warned:
            self[f"{REASON}{SAFE_WAY}"].label = _("Why this way is safe: %(ways)s") % {
                "ways": " ".join(
                    f"{word(f'serve_way.{way}').said(self.language)}: {finding.says.said(self.language)}"
                    for way, finding in warned
                )
            }
        self.order_fields(self.field_order)
        way = self.fields["way"]
        assert isinstance(way, forms.ChoiceField)
        way.choices = [(one.value, word(f"serve_by.{one}").said(self.language)) for one in ways]


class ServedBeforeForm(ServeForm):
    """The same of a document that the person had before something in it became protected."""

    field_order = ("way", "on", "clock", "done")
    done = what_was_done()


class CameBackForm(DatedForm):
    """When what was posted came back."""

    came_back_on = PastDayField(label=_("On which day did it come back?"))


class CheckAddressForm(ChangeForm):
    """Whether letters may go to an address that has changed."""

    letters = YesNoField(
        label=_("Is it safe to send letters to the new address?"), asked=Asked.IS,
        help_text=_("Ask the person, or the court. Do not ask anybody else where they live now."),
    )  # fmt: skip
