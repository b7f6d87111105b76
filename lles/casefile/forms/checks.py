"""Asking a check and recording its answer in closed words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.fields import Asked, YesNoField
from lles.casefile.forms.people import LANGUAGES, DatedForm, PastDayField
from lles.casefile.rules.bodies import bodies
from lles.casefile.rules.check_answers import AskedOf, outcomes_of
from lles.casefile.rules.checks import IDENTIFIERS
from lles.casefile.timeline import word

WHICH_BODY = {
    "police": _("Which police force is asked?"),
    "local_authority": _("Which local authority is asked?"),
}
NO_BODY = {
    "police": _("Choose the police force"),
    "local_authority": _("Choose the local authority"),
}


class AskForm(DatedForm):
    """Which police force or local authority was asked, and when."""

    body = forms.ChoiceField()
    asked_on = PastDayField(label=_("When was it asked?"))

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, kind: AskedOf, today: date, **kwargs: Any
    ) -> None:
        super().__init__(data, today=today, **kwargs)
        named = {slug: body.place.said(self.language) for slug, body in bodies(kind).items()}
        by_name = sorted(named.items(), key=lambda one: one[1])
        body = self.fields["body"]
        assert isinstance(body, forms.ChoiceField)
        body.label = WHICH_BODY[kind]
        body.error_messages["required"] = NO_BODY[kind]
        body.choices = [("", NO_BODY[kind]), *by_name]


class AnswerForm(DatedForm):
    """An answer of a police force or a local authority about one identified person."""

    identified_by = forms.MultipleChoiceField(
        label=_("Which details show that the answer is about this person?"),
        help_text=_("Tick two or more."),
        widget=forms.CheckboxSelectMultiple,
    )
    outcome = forms.ChoiceField(
        label=_("What did they answer?"),
        help_text=_("Below each answer stands the most that a letter may say of it."),
        widget=forms.RadioSelect,
    )
    received_on = PastDayField(label=_("When did the answer come?"))
    as_received = Prose(label=_("The answer as it was received"), most=20_000, rows=5)
    as_received_language = forms.ChoiceField(
        label=_("In which language was it received?"), choices=LANGUAGES, widget=forms.RadioSelect
    )
    may_be_passed_on = YesNoField(label=_("May the text be passed on to the parties?"), asked=Asked.IS_THERE)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, kind: AskedOf, today: date, **kwargs: Any
    ) -> None:
        super().__init__(data, today=today, **kwargs)
        outcome, identified_by = self.fields["outcome"], self.fields["identified_by"]
        assert isinstance(outcome, forms.ChoiceField)
        assert isinstance(identified_by, forms.MultipleChoiceField)
        outcome.choices = [(one.code, one.says.said(self.language)) for one in outcomes_of(kind)]
        identified_by.choices = [
            (name, word(f"identifier.{name}").said(self.language)) for name in IDENTIFIERS
        ]
        self.carries = {one.code: one.carries.said(self.language) for one in outcomes_of(kind)}
