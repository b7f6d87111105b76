"""What comes on paper alone: harm, urgency, other proceedings, language, special measures."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm, Prose
from lles.casefile.forms.fields import Asked, DateBoxesField, YesNoField
from lles.casefile.forms.people import PastDayField
from lles.casefile.queries.application_facts import FACTS
from lles.casefile.timeline import word
from lles.law.bilingual import Language

HARM, URGENCY, OTHER_PROCEEDINGS, LANGUAGE, SPECIAL_MEASURES = FACTS
YES, NO, UNKNOWN = "yes", "no", "unknown"
ASKS: Mapping[str, Promise] = {
    HARM: _("Does the application allege harm?"),
    URGENCY: _("Is the application urgent?"),
    OTHER_PROCEEDINGS: _("Are there other proceedings about the children or the family?"),
    LANGUAGE: _("Does anybody need Welsh, an interpreter or other help with language?"),
    SPECIAL_MEASURES: _("Are special measures at court asked for?"),
}
WHOSE: Mapping[str, Promise] = {
    HARM: _("Who says so?"), LANGUAGE: _("Who needs it?"), SPECIAL_MEASURES: _("Who needs them?"),
}  # fmt: skip
WORDS: Mapping[str, Promise] = {
    HARM: _("What is alleged, in the words of the form"),
    URGENCY: _("Why, in the words of the form"),
    OTHER_PROCEEDINGS: _("Which proceedings: the court, the number, about whom, and how they ended"),
    LANGUAGE: _("Which language or help"),
    SPECIAL_MEASURES: _("What is asked for, and why"),
}
KINDS: Mapping[str, tuple[Promise, str, tuple[str, ...]]] = {
    HARM: (_("Of what kind?"), "harm_kind", (
        "domestic_abuse", "coercive_control", "physical", "emotional", "sexual", "financial", "neglect",
        "abduction", "substances", "other",
    )),
    LANGUAGE: (_("What is needed?"), "language_need", (
        "welsh_spoken", "welsh_written", "interpreter", "sign_language", "other",
    )),
    SPECIAL_MEASURES: (_("Which measures?"), "special_measure", (
        "separate_waiting_room", "separate_entrance", "screens", "video_link", "court_visit", "intermediary",
        "support", "other",
    )),
}  # fmt: skip
SOURCES = ("application", "c1a", "other_form", "conversation", "court", "check")
NO_ADDRESS = _("Do not type an address, a telephone number or an e-mail here.")


class FactForm(ChangeForm):
    """One fact; where it is keyed with its application, the application is its source."""

    in_turn = ("source", "kinds", "by_whom")  # needed once it is answered
    answer = YesNoField(label="", asked=Asked.IS_THERE, unknown=_("It does not say"))

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        fact: str,
        today: date,
        on_application: bool = False,
        language: Language = "en",
        **kwargs: Any,
    ) -> None:
        super().__init__(data, language=language, **kwargs)
        self.fact = fact
        self.fields["answer"].label = str(ASKS[fact])
        if fact == URGENCY:
            self._add_urgency()
        if fact in WHOSE:
            self._add_choices("by_whom", WHOSE[fact], "whose", ("applicant", "respondent", "child", "other"))
        if fact in KINDS:
            self._add_choices("kinds", *KINDS[fact])
        self.fields["words"] = Prose(label=WORDS[fact], most=4000, rows=4, help_text=NO_ADDRESS)
        if not on_application or fact == HARM:
            self._add_source(today)

    def _add_urgency(self) -> None:
        self.fields["without_notice"] = YesNoField(
            label=_("Is it made without notice to the other side?"), asked=Asked.IS,
            unknown=_("It does not say"), required=False, initial=(),
        )  # fmt: skip
        self.fields["needed_by"] = DateBoxesField(
            label=_("By which day is the court asked to act?"), required=False
        )

    def _add_choices(self, name: str, label: Promise, group: str, codes: tuple[str, ...]) -> None:
        choices = [(code, _capital(word(f"{group}.{code}").said(self.language))) for code in codes]
        self.fields[name] = forms.MultipleChoiceField(
            label=str(label), choices=choices, widget=forms.CheckboxSelectMultiple, required=False, initial=()
        )

    def _add_source(self, today: date) -> None:
        choices = [(code, _capital(word(f"fact_source.{code}").said(self.language))) for code in SOURCES]
        self.fields["source"] = forms.ChoiceField(
            label=_("Where is it said?"),
            choices=choices,
            widget=forms.RadioSelect,
            required=False,
            initial=(),
        )
        raised_on = PastDayField(label=_("When was it said or written?"), required=False)
        raised_on.today = today
        self.fields["raised_on"] = raised_on

    def clean(self) -> dict[str, Any]:
        """What makes a yes usable is asked for; a no stands somewhere; what is not said stands nowhere."""
        given = super().clean() or self.cleaned_data
        if given.get("answer") is not None and "source" in self.fields and not given.get("source"):
            self.add_error("source", _("Select where it is said"))
        if given.get("answer") is True:
            for name in ("by_whom", "kinds"):
                if name in self.fields and not given.get(name):
                    self.add_error(name, _("Select at least one answer"))
            if self.fact == OTHER_PROCEEDINGS and not given.get("words"):
                self.add_error("words", _("Say which proceedings"))
        return given

    @property
    def given(self) -> dict[str, Any]:
        """The fact as values."""
        typed = self.cleaned_data
        return {
            "fact": self.fact,
            "answer": {True: YES, False: NO}.get(typed["answer"], UNKNOWN),
            "source": typed.get("source") or SOURCES[0],
            "kinds": tuple(typed.get("kinds", ())),
            "by_whom": tuple(typed.get("by_whom", ())),
            "words": typed["words"],
            "without_notice": typed.get("without_notice"),
            "needed_by": typed.get("needed_by"),
            "raised_on": typed.get("raised_on"),
        }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
