"""Consents, and what people say of the order."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.court_answer import ANSWERS as DECISIONS
from lles.casefile.forms.court_answer import CourtAnswerForm
from lles.casefile.forms.names import is_a_name
from lles.casefile.forms.people import PastDayField
from lles.casefile.forms.worded import WordedForm, language_field

ANSWERS, NAMES_STAND = ("given", "refused", "withdrawn"), "names_stand"
OUTCOMES, KNOWN_BY = ("not_made", "withdrawn"), ("hearing", "paper", "told", "own")
WAYS = ("in_person", "telephone", "in_writing", "in_court", "lawyer")
WIDTH = forms.TextInput(attrs={"class": "govuk-input--width-20"})


class ConsentForm(WordedForm):
    """What an adult answered when asked for consent."""

    field_order = ("answer", "on", "way", "taken_by", "words", "language_of_words")
    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {
        "answer": ("family_consent_answer", ANSWERS), "way": ("family_consent_way", WAYS),
    }  # fmt: skip
    answer = forms.ChoiceField(
        label=_("What did they answer?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they answered")},
    )  # fmt: skip
    on = PastDayField(label=_("On which day?"))
    way = forms.ChoiceField(
        label=_("How did they answer?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose how they answered")},
    )  # fmt: skip
    taken_by = forms.CharField(
        label=_("Who took the answer?"), max_length=200, widget=WIDTH, validators=[is_a_name],
        help_text=_("For example your own name, or the court."),
        error_messages={"required": _("Write who took the answer")},
    )  # fmt: skip
    words = Prose(label=_("What did they say, in their own words?"), most=5000, rows=3)
    language_of_words = language_field()


class AnswerForm(CourtAnswerForm):
    """What the court decided on family assistance."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, asks_of_names: bool, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        answers = (*DECISIONS, *((NAMES_STAND,) if asks_of_names else ()))
        self.offer("answer", self.in_words("family_answer", answers))


class NothingForm(WordedForm):
    """That a proposed order came to nothing."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {
        "outcome": ("family_nothing", OUTCOMES), "known_by": ("family_known", KNOWN_BY),
    }  # fmt: skip
    outcome = forms.ChoiceField(
        label=_("What became of it?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose what became of it")},
    )  # fmt: skip
    on = PastDayField(label=_("On which day?"))
    decided_by = forms.CharField(
        label=_("Who decided so?"), max_length=200, widget=WIDTH, validators=[is_a_name],
        help_text=_("For example the court, a party or your own name."),
        error_messages={"required": _("Write who decided so")},
    )  # fmt: skip
    known_by = forms.ChoiceField(
        label=_("How do you know?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you know")},
    )  # fmt: skip
    words = forms.CharField(
        label=_("Why did nothing come of it?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why nothing came of it")},
    )  # fmt: skip
    language_of_words = language_field()


class HeardForm(WordedForm):
    """What somebody said of the order."""

    field_order = ("about", "on", "words", "language_of_words")
    about = forms.ChoiceField(
        label=_("What is it about?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is about")},
    )  # fmt: skip
    on = PastDayField(label=_("On which day?"))
    words = Prose(
        label=_("What did they say?"), most=20_000, rows=5,
        help_text=_("In the words of the person who said it, as far as you can."),
    )  # fmt: skip
    language_of_words = language_field()

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, abouts: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.offer("about", self.in_words("family_heard_about", abouts))

    def clean(self) -> dict[str, Any]:
        """Who said something has words."""
        given = super().clean() or self.cleaned_data
        if given.get("about") not in (None, "no_comment") and not given.get("words"):
            self.add_error("words", _("Write what they said"))
        return given
