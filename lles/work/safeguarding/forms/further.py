"""What an officer types for a further letter to the court, and for a signature."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm, Prose, SeenField
from lles.casefile.forms.fields import Asked, DateBoxesField, DateBoxesWidget, YesNoField
from lles.casefile.forms.people import LANGUAGES
from lles.work.safeguarding.documents.short_notice.document import asks

EXPECTED, ANYBODY = "expected-", "anybody"


class WrittenForm(ChangeForm):
    """Words in a language, with what the page knew of the letter when it was opened."""

    revision = SeenField(required=False)
    language_of_text = forms.ChoiceField(
        label=_("In which language do you write?"), choices=LANGUAGES, widget=forms.RadioSelect
    )
    other_words = Prose(label=_("The same in the other language"), most=8_000, rows=5)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for first, other in (("words", "other_words"), ("advice", "other_advice")):
            if given.get(other) and not given.get(first):
                self.add_error(first, _("Write it first in the language of the letter"))
        return given


class ShortNoticeForm(WrittenForm):
    """What is known so far, when each answer is expected, and what we ask the court."""

    words = Prose(label=_("What else the court has to know about safety now"), most=4_000, rows=6)
    asks = forms.MultipleChoiceField(
        label=_("What we ask the court"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        outstanding: Sequence[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        choice = self.fields["asks"]
        assert isinstance(choice, forms.MultipleChoiceField)
        choice.choices = [(code, text.said(self.language)) for code, text in asks().items()]
        for check, asked_of in outstanding:
            label = _("When is this answer expected? %(who)s") % {"who": asked_of}
            self.fields[f"{EXPECTED}{check}"] = DateBoxesField(label=label, required=False)

    def expected(self) -> dict[str, date]:
        """The day on which each answer is expected, where somebody knows it."""
        given = self.cleaned_data
        days = {name: given[name] for name in self.fields if name.startswith(EXPECTED)}
        return {name.removeprefix(EXPECTED): day for name, day in days.items() if day}


def asks_typed(typed: MultiValueDict[str, str]) -> list[str]:
    """What is ticked that we ask the court, as far as we ask it."""
    return [code for code in typed.getlist("asks") if code in asks()]


def expected_typed(typed: MultiValueDict[str, str]) -> dict[str, date]:
    """The days that stand in the boxes, also where the rest could not be kept; no day where there is none."""
    days = {}
    for check in {name.split("-")[1] for name in typed if name.startswith(EXPECTED)}:
        try:
            days[check] = DateBoxesWidget().value_from_datadict(typed, {}, f"{EXPECTED}{check}").as_day()
        except ValueError:
            continue
    return days


class UpdateForm(WrittenForm):
    """What the news means, and whether the advice changes."""

    words = Prose(label=_("What the news means for our advice"), most=8_000, rows=8)
    advice_changes = YesNoField(
        label=_("Does our advice change?"), asked=Asked.IS, required=False, initial=()
    )
    advice = Prose(label=_("What we advise now"), most=4_000, rows=4)
    other_advice = Prose(label=_("What we advise now, in the other language"), most=4_000, rows=4)


class AskForm(ChangeForm):
    """Of whom the signature is asked: somebody who may sign, or whoever is free; nobody is chosen before."""

    asked_of = forms.ChoiceField(label=_("Who is to sign?"), widget=forms.RadioSelect)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, people: Sequence[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        choice = self.fields["asked_of"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = [
            (ANYBODY, _("Whoever is free and may sign")),
            *((str(pk), name) for pk, name in people),
        ]


class SignForm(ChangeForm):
    """Signed, or sent back with words."""

    read = forms.CharField(widget=forms.HiddenInput, required=False)
    decision = forms.ChoiceField(
        label=_("What do you decide?"),
        choices=(("sign", _("I have read every version and sign it")), ("back", _("I send it back"))),
        widget=forms.RadioSelect,
    )
    language_of_text = forms.ChoiceField(
        label=_("In which language do you write?"),
        choices=LANGUAGES,
        widget=forms.RadioSelect,
        required=False,
    )
    words = Prose(label=_("What has to change, and why"), most=4_000, rows=5)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("decision") == "back" and not given.get("words"):
            self.add_error("words", _("Say what has to change"))
        return given


class WithholdUpdateForm(ChangeForm):
    """Why a party may not have the update."""

    language_of_text = forms.ChoiceField(
        label=_("In which language do you write?"), choices=LANGUAGES, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("What harm would the update risk if this person had it?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
