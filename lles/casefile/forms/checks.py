"""Asking a check, and recording its answer: each thing it says in one closed word."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm, Prose
from lles.casefile.forms.fields import MONTHS
from lles.casefile.forms.people import LANGUAGES, DatedForm, PastDayField
from lles.casefile.models import CheckFact
from lles.casefile.rules.bodies import bodies
from lles.casefile.rules.check_answers import AskedOf, outcomes_of, strongest_sentence
from lles.casefile.rules.checks import IDENTIFIERS, asked_too_early
from lles.casefile.rules.partial_days import first_day_of, is_partial_day
from lles.casefile.timeline import word

WAYS = ("portal", "secure_email", "post", "phone")
WHICH_BODY = {
    "police": _("Which police force is asked?"),
    "local_authority": _("Which local authority is asked?"),
}
NO_BODY = {
    "police": _("Choose the police force"),
    "local_authority": _("Choose the local authority"),
}
MOST_FACTS = 12
_SPLIT = re.compile(r"[\s/.-]+")


class AskForm(DatedForm):
    """Which police force or local authority was asked, when, and by which way."""

    body = forms.ChoiceField()
    asked_on = PastDayField(label=_("When was it asked?"))
    way = forms.ChoiceField(label=_("How was it asked?"), required=False)
    field_order = ("body", "details")
    details = forms.MultipleChoiceField(
        label=_("Which addresses may an enquiry in writing tell them?"), required=False,
        help_text=_("For the enquiry that is made here. Choose what they need for their search."),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, kind: AskedOf, today: date, known_on: date,
        details: Sequence[tuple[str, str]] = (), **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, today=today, **kwargs)
        self.known_on = known_on
        self._offer_details(details)
        if kind not in WHICH_BODY:
            del self.fields["body"]
            self._offer_ways()
            return
        named = {slug: body.place.said(self.language) for slug, body in bodies(kind).items()}
        by_name = sorted(named.items(), key=lambda one: one[1])
        body = self.fields["body"]
        assert isinstance(body, forms.ChoiceField)
        body.label = WHICH_BODY[kind]
        body.error_messages["required"] = NO_BODY[kind]
        body.choices = [("", NO_BODY[kind]), *by_name]
        self._offer_ways()

    def clean_asked_on(self) -> date:
        """Nobody was asked for this case before its application came."""
        asked_on: date = self.cleaned_data["asked_on"]
        if asked_on < self.known_on:
            raise ValidationError(asked_too_early(self.known_on).said(self.language))
        return asked_on

    def _offer_details(self, details: Sequence[tuple[str, str]]) -> None:
        if not details:
            del self.fields["details"]
            return
        choice = self.fields["details"]
        assert isinstance(choice, forms.MultipleChoiceField)
        choice.choices = list(details)

    def _offer_ways(self) -> None:
        way = self.fields["way"]
        assert isinstance(way, forms.ChoiceField)
        said = [(one, word(f"asked_by.{one}").said(self.language)) for one in WAYS]
        way.choices = [("", _("Not recorded")), *said]


class SetAsideForm(ChangeForm):
    """Why a check is not needed."""

    reason = forms.CharField(
        label=_("Why is it not needed?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class PartialDayField(forms.CharField):
    """A year, a month of a year, or a day: as much as an answer says."""

    def to_python(self, value: Any) -> str:
        text = str(value or "").strip()
        if not text:
            return ""
        parts = [part for part in _SPLIT.split(text.lower()) if part]
        try:
            numbers = [MONTHS.get(part) or int(part) for part in parts][::-1]
        except ValueError:
            numbers = []
        if len(parts) > 1 and parts[0].isdigit() and len(parts[0]) == 4:  # the year first, as it is kept
            numbers = numbers[::-1]
        written = "-".join(f"{number:0{4 if n == 0 else 2}d}" for n, number in enumerate(numbers))
        if not is_partial_day(written):
            raise ValidationError(
                _("Enter a year, a month and a year, or a whole date: 2015, March 2015, 4/3/2015")
            )
        return written


@dataclass(frozen=True)
class FactRow:
    """The fields of one thing an answer says, and the most that a letter may say of it."""

    number: int
    fields: tuple[BoundField, ...]
    sentence: str


@dataclass(frozen=True)
class FactTyped:
    """One thing an answer says, as typed."""

    outcome: str
    began: str
    ended: str
    subject: str
    child: int | None
    is_abuse: bool
    as_received: str
    as_received_language: str
    passing_on: str


class AnswerForm(DatedForm):
    """An answer about one identified person: one row for each thing that it says."""

    identified_by = forms.MultipleChoiceField(
        label=_("Which details show that the answer is about this person?"),
        help_text=_("Tick two or more."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Select at least two details")},
    )
    received_on = PastDayField(label=_("When did the answer come?"))

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        kind: AskedOf,
        today: date,
        children: Sequence[tuple[int, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(data, today=today, **kwargs)
        self.kind: AskedOf = kind
        self.today = today
        self.children = children
        identified_by = self.fields["identified_by"]
        assert isinstance(identified_by, forms.MultipleChoiceField)
        identified_by.choices = [
            (name, word(f"identifier.{name}").said(self.language)) for name in IDENTIFIERS
        ]
        self.carries = [
            (one.says.said(self.language), one.carries.said(self.language)) for one in outcomes_of(kind)
        ]
        typed = str(self.data.get("rows", ""))
        wanted = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 1
        self.count = max(1, min(wanted, MOST_FACTS))
        for n in range(self.count):
            self._add_fact(n)

    def _add_fact(self, n: int) -> None:
        told = [(one.code, one.says.said(self.language)) for one in outcomes_of(self.kind)]
        passing_on = [(one, word(f"passing_on.{one}").said(self.language)) for one in CheckFact.PASSING_ON]
        narrow = forms.TextInput(attrs={"class": "govuk-input--width-10"})
        self.fields[f"outcome-{n}"] = forms.ChoiceField(
            label=_("What did they answer?"), choices=[("", _("Choose the word")), *told], required=n == 0
        )
        self.fields[f"began-{n}"] = PartialDayField(
            label=_("When was it, or when did it begin?"), required=False, widget=narrow,
            help_text=_("As much as they say: 2015, March 2015 or 4/3/2015"),
        )  # fmt: skip
        self.fields[f"ended-{n}"] = PartialDayField(
            label=_("When did it end?"), required=False, widget=narrow
        )
        self.fields[f"subject-{n}"] = Prose(
            label=_("What is it about, in their words: the offence, the concern"), most=200,
            widget=forms.TextInput(),
        )  # fmt: skip
        if self.children:
            named = [("", _("No child in particular")), *((str(pk), name) for pk, name in self.children)]
            self.fields[f"child-{n}"] = forms.ChoiceField(
                label=_("Which child"), choices=named, required=False
            )
        self.fields[f"abuse-{n}"] = forms.BooleanField(label=_("It is about domestic abuse"), required=False)
        self.fields[f"as_received-{n}"] = Prose(label=_("The answer as it was received"), most=20_000, rows=4)
        self.fields[f"as_received_language-{n}"] = forms.ChoiceField(
            label=_("In which language was it received?"), choices=LANGUAGES, initial="en", required=False
        )
        self.fields[f"passing_on-{n}"] = forms.ChoiceField(
            label=_("What of it may be passed on?"), choices=passing_on, initial=CheckFact.SENTENCE,
            widget=forms.RadioSelect, required=False,
        )  # fmt: skip

    def clean(self) -> dict[str, Any] | None:
        """Whatever is written of a fact stands under a word, and nothing began after today or its end."""
        cleaned = super().clean() or self.cleaned_data
        for n in range(self.count):
            began, ended = cleaned.get(f"began-{n}") or "", cleaned.get(f"ended-{n}") or ""
            written = began or ended or cleaned.get(f"subject-{n}") or cleaned.get(f"as_received-{n}")
            if n and written and not cleaned.get(f"outcome-{n}"):
                self.add_error(f"outcome-{n}", _("Choose the word for what you typed"))
            if began and first_day_of(began) > self.today:
                self.add_error(f"began-{n}", _("Date must be today or in the past"))
            if began and ended and first_day_of(ended) < first_day_of(began) and not began.startswith(ended):
                self.add_error(f"ended-{n}", _("It cannot end before it begins"))
        return cleaned

    def fact_rows(self) -> Iterator[FactRow]:
        """The fields of each fact in order, with its sentence where its word is chosen."""
        for n in range(self.count):
            own = tuple(
                self[name]
                for name in self.fields
                if name.endswith(f"-{n}") and not name.startswith("reason-")
            )
            yield FactRow(n + 1, own, self._sentence(n))

    def _sentence(self, n: int) -> str:
        chosen = str(self[f"outcome-{n}"].value() or "")
        known = {one.code for one in outcomes_of(self.kind)}
        ended = str(self[f"ended-{n}"].value() or "")
        return strongest_sentence(chosen, ended).said(self.language) if chosen in known else ""

    def facts(self) -> tuple[FactTyped, ...]:
        """Every fact that has its word."""
        return tuple(self._fact(n) for n in range(self.count) if self.cleaned_data.get(f"outcome-{n}"))

    def _fact(self, n: int) -> FactTyped:
        given = {name: self.cleaned_data.get(f"{name}-{n}") or "" for name in _OF_FACT}
        child = given.pop("child")
        return FactTyped(
            **{**given, "as_received_language": given["as_received_language"] or "en"},
            passing_on=self.cleaned_data.get(f"passing_on-{n}") or CheckFact.SENTENCE,
            child=int(child) if child else None,
            is_abuse=bool(self.cleaned_data.get(f"abuse-{n}")),
        )


_OF_FACT = ("outcome", "began", "ended", "subject", "child", "as_received", "as_received_language")
