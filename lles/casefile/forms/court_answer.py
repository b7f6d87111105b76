"""What the court says of an order that runs."""

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.people import PastDayField
from lles.casefile.forms.worded import WordedForm, language_field
from lles.casefile.models.court_answer import CourtAnswered

ANSWERS = (CourtAnswered.GOES_ON, CourtAnswered.ENDED)


class CourtAnswerForm(WordedForm):
    """That the court ended the order before its last day, or that it goes on, in the words of its kind."""

    field_order = ("answer", "on", "words", "language_of_words")
    answer = forms.ChoiceField(
        label=_("What did the court decide?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the court decided")},
    )  # fmt: skip
    on = PastDayField(label=_("On which day?"))
    words = Prose(label=_("What did it say?"), most=5000, rows=3)
    language_of_words = language_field()
