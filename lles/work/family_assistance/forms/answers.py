"""What the court says of a running order."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.people import PastDayField
from lles.casefile.forms.worded import language_field
from lles.work.family_assistance.forms.said import WordedForm


class AnswerForm(WordedForm):
    """That the court ended the order, or that it goes on."""

    field_order = ("answer", "on", "words", "language_of_words")
    worded: ClassVar[Mapping[str, str]] = {"answer": "family_answer"}
    answer = forms.ChoiceField(
        label=_("What did the court decide?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the court decided")},
    )  # fmt: skip
    on = PastDayField(label=_("On which day?"))
    words = Prose(label=_("What did it say?"), most=5000, rows=3)
    language_of_words = language_field()

    def codes_of(self, name: str) -> Sequence[str]:
        return ("ended", "goes_on")
