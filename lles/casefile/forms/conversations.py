"""Recording a conversation: who, when, whether it was safe, and each concern in the speaker's own words."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm, Prose
from lles.casefile.forms.concerns import ConcernFields
from lles.casefile.forms.fields import Asked, ClockField, YesNoField
from lles.casefile.forms.people import LANGUAGES, DatedForm, PastDayField

LONDON = ZoneInfo("Europe/London")
ANOTHER = "another"
OUTCOMES = (("spoke", _("We spoke")), ("not_safe_to_talk", _("It was not safe to talk, so the call ended")))
INVITATIONS = (
    ("accepted", _("Offered, and they want to come")),
    ("declined", _("Offered, and they do not want to come")),
    ("undecided", _("Offered, and they will think about it")),
    ("not_offered", _("Not offered")),
)
WHERE_SOMEBODY_IS = re.compile(r"(\d[\s()./+-]*){7}|\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b|@", re.IGNORECASE)


class HowField(Prose):
    """How it is safe to reach somebody: all who see the case read it, so that it names no place or number."""

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if WHERE_SOMEBODY_IS.search(text):
            said = _(
                "Write no number, address or postcode here: everybody who works on the case reads this."
                " They belong with the contact details."
            )
            raise ValidationError(said, code="place")
        return text


class SafeContactForm(ChangeForm):
    """How it is safe to reach an adult."""

    voicemail = YesNoField(
        label=_("Is it safe to leave a voicemail message?"), asked=Asked.IS, unknown=_("Not asked"),
        initial="unknown", required=False,
    )  # fmt: skip
    letters = YesNoField(
        label=_("Is it safe to send letters to their address?"), asked=Asked.IS, unknown=_("Not asked"),
        initial="unknown", required=False,
    )  # fmt: skip
    how = HowField(
        label=_("How is it safe to reach them?"),
        help_text=_("For example: by text message, from 10am to noon, never while the children are there."),
        most=300,
    )


class ConversationForm(DatedForm, SafeContactForm, ConcernFields):
    """A conversation with an adult."""

    rows = forms.CharField(required=False, widget=forms.HiddenInput)
    began_on = PastDayField(label=_("On which day?"))
    began_at = ClockField(
        label=_("When did it begin?"), help_text=_("For example 9:30am or 14:15"),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
    )  # fmt: skip
    identity_checked = forms.BooleanField(label=_("I checked who they are"), required=False)
    safe_to_talk = YesNoField(
        label=_("Did they say that it was safe to talk?"), asked=Asked.DID, unknown=_("Not asked")
    )
    company = YesNoField(
        label=_("Is anybody else there, or listening?"), asked=Asked.IS_THERE, unknown=_("Not asked"),
        initial="unknown", required=False,
    )  # fmt: skip
    spoken = forms.ChoiceField(
        label=_("In which language did they speak?"),
        choices=(*LANGUAGES, (ANOTHER, _("Another language, with an interpreter"))),
        widget=forms.RadioSelect,
    )  # fmt: skip
    interpreter = Prose(
        label=_("Language of the interpreter, if there was one"), most=60,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )  # fmt: skip
    outcome = forms.ChoiceField(label=_("What came of it?"), choices=OUTCOMES, widget=forms.RadioSelect)
    separate_meeting = forms.ChoiceField(
        label=_("Invitation to meet separately"),
        help_text=_("If risk is found. A meeting before the first hearing is there to clarify safety alone."),
        choices=INVITATIONS, widget=forms.RadioSelect, initial=(), required=False,
    )  # fmt: skip

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        today: date,
        now: datetime,
        children: Sequence[tuple[int, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(data, today=today, **kwargs)
        self.children, self.now = children, now
        self.add_rows()

    def clean(self) -> dict[str, Any]:
        """An interpreter has a language, and no conversation begins later than now."""
        given = super().clean() or self.cleaned_data
        if given.get("spoken") == ANOTHER and not given.get("interpreter"):
            self.add_error("interpreter", _("Write the language of the interpreter"))
        day, hour = given.get("began_on"), given.get("began_at")
        if day and hour and moment(day, hour) > self.now:
            self.add_error("began_at", _("The conversation cannot begin later than now"))
        return given

    @property
    def alone(self) -> bool | None:
        """Whether nobody else was there or listening; None where it was not asked."""
        company = self.cleaned_data.get("company")
        return None if company is None else not company

    @property
    def spoken_language(self) -> str:
        """The language of the conversation, empty where an interpreter was needed."""
        spoken = str(self.cleaned_data["spoken"])
        return "" if spoken == ANOTHER else spoken

    @property
    def began(self) -> datetime:
        """The moment at which the conversation began."""
        return moment(self.cleaned_data["began_on"], self.cleaned_data["began_at"])


def moment(day: date, hour: time) -> datetime:
    """A day and an hour in London."""
    return datetime.combine(day, hour, LONDON)
