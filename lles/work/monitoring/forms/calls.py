"""Calls planned and held, and what was found of a breach."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.fields import Asked, ClockField, DateBoxesField, YesNoField
from lles.casefile.forms.people import PastDayField
from lles.casefile.forms.worded import WordedForm, language_field
from lles.casefile.timeline import LONDON
from lles.work.monitoring.queries.said import Next, Said

OUTCOMES = ("spoke", "declined", "silent", "no_answer")
ANSWERS = ("complied", "partly", "not")
MOST_WEEKS = 52
CLOCK = forms.TextInput(attrs={"class": "govuk-input--width-5"})


class PlanForm(WordedForm):
    """When the next call is."""

    monitored_on = DateBoxesField(
        label=_("Which day is monitored?"), required=False,
        help_text=_("The day on which something is to happen under the order."),
    )  # fmt: skip
    call_on = DateBoxesField(
        label=_("On which day do you call?"), required=False,
        help_text=_("Leave it empty for the first working day after the day that is monitored."),
    )  # fmt: skip
    call_at = ClockField(label=_("At what time?"), widget=CLOCK)
    weeks = forms.IntegerField(
        label=_("For how many weeks in a row?"), required=False, min_value=1, max_value=MOST_WEEKS,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-2", "inputmode": "numeric"}),
        help_text=_("Leave it empty for one call."),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("Enter a number of weeks from 1 to 52")
        ),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A call has a day, of its own or by the day that is monitored."""
        given = super().clean() or self.cleaned_data
        if not self.errors and not given.get("monitored_on") and not given.get("call_on"):
            self.add_error("call_on", _("Enter the day of the call, or the day that is monitored"))
        return given

    @property
    def planned(self) -> tuple[Next, ...]:
        """When the calls are, week by week."""
        given = self.cleaned_data

        def later(name: str, week: int) -> date | None:
            day: date | None = given[name]
            return day + timedelta(weeks=week) if day else None

        weeks = range(given.get("weeks") or 1)
        return tuple(
            Next(given["call_at"], later("monitored_on", week), later("call_on", week)) for week in weeks
        )


class ChangePlanForm(PlanForm):
    """When a call is instead, or that there is none."""

    goes = forms.ChoiceField(
        label=_("What becomes of it?"), widget=forms.RadioSelect,
        choices=[("other", _("It is held at another time")), ("off", _("It is called off"))],
        error_messages={"required": _("Choose what becomes of it")},
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        del self.fields["weeks"]
        self.order_fields(["goes", "monitored_on", "call_on", "call_at"])
        self.fields["call_at"].required = False

    def clean(self) -> dict[str, Any]:
        """One at another time has its day and its hour."""
        given = super().clean()
        if given.get("goes") == "off":
            for name in ("monitored_on", "call_on", "call_at"):
                self.errors.pop(name, None)
        elif not given.get("call_at") and "call_at" not in self.errors:
            self.add_error("call_at", _("Enter the time of the call"))
        return given

    @property
    def is_off(self) -> bool:
        """Whether it is called off."""
        return bool(self.cleaned_data["goes"] == "off")


class CallForm(WordedForm):
    """What a call with an adult brought."""

    held_on = PastDayField(label=_("On which day was the call?"))
    held_at = ClockField(label=_("At what time?"), widget=CLOCK)
    outcome = forms.ChoiceField(
        label=_("What came of it?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose what came of it")},
    )  # fmt: skip
    monitored_on = PastDayField(
        label=_("About which day did you ask?"), required=False,
        help_text=_("The day on which something was to happen under the order."),
    )  # fmt: skip
    account = Prose(
        label=_("What did they say?"), most=20_000, rows=5,
        help_text=_("In their words, as far as you can, with the reason they gave."),
    )  # fmt: skip
    language_of_words = language_field()
    next_monitored_on = DateBoxesField(label=_("Which day is monitored next?"), required=False)
    next_on = DateBoxesField(
        label=_("On which day do you call next?"), required=False,
        help_text=_("Leave it empty for the first working day after the day that is monitored next."),
    )  # fmt: skip
    next_at = ClockField(label=_("At what time do you call next?"), widget=CLOCK, required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, provisions: Sequence[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.provisions = provisions
        self.offer("outcome", self.in_words("monitoring_outcome", OUTCOMES))
        answers = [*self.in_words("monitoring_compliance", ANSWERS), ("unsaid", _("They did not say"))]
        for number, label in provisions:
            self.fields[f"answer-{number}"] = forms.ChoiceField(
                label=label, required=False, choices=answers, widget=forms.RadioSelect
            )

    def clean(self) -> dict[str, Any]:
        """Who was spoken to was asked about a day and about every provision; a next call has a time."""
        given = super().clean() or self.cleaned_data
        outcome = given.get("outcome")
        lacks_day = not given.get("monitored_on") and "monitored_on" not in self.errors
        if outcome in ("spoke", "declined", "silent") and lacks_day:
            self.add_error("monitored_on", _("Enter the day about which you asked"))
        if outcome == "spoke":
            for number, _label in self.provisions:
                if not given.get(f"answer-{number}") and f"answer-{number}" not in self.errors:
                    self.add_error(f"answer-{number}", _("Choose what they said of each provision"))
        has_day = bool(given.get("next_on") or given.get("next_monitored_on"))
        if has_day and not given.get("next_at") and "next_at" not in self.errors:
            self.add_error("next_at", _("Enter the time of the next call"))
        if given.get("next_at") and not has_day and not {"next_on", "next_monitored_on"} & set(self.errors):
            self.add_error("next_on", _("Enter the day of the next call"))
        return given

    @property
    def said_of_it(self) -> Said:
        """What the call brought."""
        given = self.cleaned_data
        spoke = given["outcome"] == "spoke"
        answers = {number: str(given[f"answer-{number}"]) for number, _label in self.provisions if spoke}
        at_time: time | None = given["next_at"]
        return Said(
            held_at=datetime.combine(given["held_on"], given["held_at"], LONDON),
            outcome=given["outcome"],
            language=given["language_of_words"],
            monitored_on=given["monitored_on"],
            answers={number: one for number, one in answers.items() if one in ANSWERS},
            account=given["account"],
            next=Next(at_time, given["next_monitored_on"], given["next_on"]) if at_time else None,
        )

    def answers_asked(self) -> list[BoundField]:
        """The question about each provision, for the page."""
        return [self[f"answer-{number}"] for number, _label in self.provisions]


class ChildForm(WordedForm):
    """What a child said."""

    held_on = PastDayField(label=_("On which day did you speak?"))
    held_at = ClockField(label=_("At what time?"), widget=CLOCK)
    monitored_on = PastDayField(
        label=_("About which day did you speak?"), required=False,
        help_text=_("Leave it empty where it was about no one day."),
    )  # fmt: skip
    account = Prose(
        label=_("What did the child say?"), most=20_000, rows=5,
        help_text=_("In the child's own words, as far as you can."),
    )  # fmt: skip
    language_of_words = language_field()

    def clean(self) -> dict[str, Any]:
        """A child who was spoken to said something."""
        given = super().clean() or self.cleaned_data
        if not given.get("account") and "account" not in self.errors:
            self.add_error("account", _("Write what the child said"))
        return given

    @property
    def said_of_it(self) -> Said:
        """What the child said."""
        given = self.cleaned_data
        return Said(
            held_at=datetime.combine(given["held_on"], given["held_at"], LONDON),
            outcome="spoke",
            language=given["language_of_words"],
            monitored_on=given["monitored_on"],
            account=given["account"],
        )


class BreachForm(WordedForm):
    """What was found of a breach, once each side was asked."""

    confirmed = YesNoField(
        label=_("Is it confirmed that the provision was not complied with?"), asked=Asked.IS,
        error_messages={"required": _("Say whether it is confirmed")},
    )  # fmt: skip
    on = PastDayField(label=_("On which day did you come to that view?"))
    words = Prose(
        label=_("What do you find, and why?"), most=10_000, rows=4,
        help_text=_("The report to the court says this, and everybody in the case reads it."),
    )  # fmt: skip
    language_of_words = language_field()

    def clean(self) -> dict[str, Any]:
        """What was found has its reasons."""
        given = super().clean() or self.cleaned_data
        if not given.get("words") and "words" not in self.errors:
            self.add_error("words", _("Write what you find, and why"))
        return given
