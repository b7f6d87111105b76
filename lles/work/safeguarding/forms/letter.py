"""What the author adds to the record for the letter, and why a party may not have it."""

from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm, Prose, SeenField
from lles.casefile.forms.people import LANGUAGES
from lles.law.bilingual import Language
from lles.work.safeguarding.documents.safeguarding_letter.advice import next_steps, pieces_of_advice


class LetterForm(ChangeForm):
    """The part of the letter that its author writes."""

    revision = SeenField(required=False)
    language_of_text = forms.ChoiceField(
        label=_("In which language do you write?"), choices=LANGUAGES, widget=forms.RadioSelect
    )
    analysis = Prose(label=_("What you conclude about safety"), most=20_000, rows=8)
    advice = forms.MultipleChoiceField(
        label=_("Advice to the court"), required=False, widget=forms.CheckboxSelectMultiple
    )
    next_steps = forms.MultipleChoiceField(
        label=_("What we can do next"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for name, sentences in (("advice", pieces_of_advice()), ("next_steps", next_steps())):
            choice = self.fields[name]
            assert isinstance(choice, forms.MultipleChoiceField)
            choice.choices = [(code, text.said(self.language)) for code, text in sentences.items()]
        for code in pieces_of_advice():
            self.fields[because(code)] = Prose(label=_("Because"), most=2000)

    def advised(self) -> list[dict[str, str]]:
        """The advice that was chosen, each with its reason."""
        given = self.cleaned_data
        return [{"code": code, "reason": given[because(code)]} for code in given["advice"]]

    def set_aside(self) -> dict[str, str]:
        """The reasons that were given for advice that was not chosen."""
        given = self.cleaned_data
        others = (code for code in pieces_of_advice() if code not in given["advice"])
        return {code: given[because(code)] for code in others if given[because(code)]}


def advice_in_words(codes: Collection[str], language: Language) -> tuple[str, ...]:
    """Pieces of advice in the language of the page, in the order of the letter."""
    return tuple(text.said(language) for code, text in pieces_of_advice().items() if code in codes)


def because(code: str) -> str:
    """The name of the field that holds the reason for a piece of advice."""
    return f"because-{code}"


class WithholdForm(ChangeForm):
    """Why a party may not have the letter."""

    reason = forms.CharField(
        label=_("What harm would the letter risk if this person had it?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
