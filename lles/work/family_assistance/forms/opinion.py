"""The opinion of the officer, and the answers to the questions of suitability."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.fields import Asked, YesNoField
from lles.casefile.forms.names import is_a_name
from lles.casefile.forms.people import PastDayField
from lles.casefile.forms.worded import WordedForm, language_field
from lles.law.bilingual import Text

ELSEWHERE = "elsewhere"
MODES, GIVEN_BY = ("written", "in_report", "in_court"), ("service", "wales", "authority")
PROPOSERS, COVERS = ("court", "officer", "party"), ("best_interests", "operation", "period")
Named = Sequence[tuple[int, str]]


class OpinionForm(WordedForm):
    """What the opinion says, or where it was given; and every question of the two lists."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {
        "mode": ("family_opinion_mode", MODES), "given_by": ("family_given_by", GIVEN_BY),
        "proposed_by": ("family_proposed_by", PROPOSERS), "covers": ("family_opinion_covers", COVERS),
    }  # fmt: skip
    mode = forms.ChoiceField(
        label=_("How was the opinion given?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the opinion was given")},
    )  # fmt: skip
    document = forms.TypedChoiceField(
        label=_("In which report, if in one?"), coerce=int, empty_value=None, required=False, initial=""
    )
    paper = forms.ChoiceField(
        label=_("If the report was not made here: which one is it?"), required=False, initial=""
    )
    written_by = Prose(
        label=_("Who wrote it?"), most=200, widget=forms.TextInput(), validators=[is_a_name],
        help_text=_("Leave it empty where the file says who sent the paper, and it is the same person."),
    )  # fmt: skip
    hearing = forms.TypedChoiceField(
        label=_("At which hearing, if in court?"), coerce=int, empty_value=None, required=False, initial=""
    )
    covers = forms.MultipleChoiceField(
        label=_("If it is taken over: what does it say?"), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    given_on = PastDayField(label=_("On which day was it given?"))
    given_by = forms.ChoiceField(
        label=_("By whom was it given?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose who gave the opinion")},
    )  # fmt: skip
    proposed_by = forms.ChoiceField(
        label=_("Who proposed the order?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose who proposed the order")},
    )  # fmt: skip
    is_best = YesNoField(
        label=_("Is the order in the best interests of the child?"), asked=Asked.IS, required=False,
        unknown=_("Not said here"),
    )  # fmt: skip
    best_interests = Prose(label=_("Why is that so?"), most=10_000, rows=4)
    operation = Prose(label=_("How would the order operate?"), most=10_000, rows=4)
    months = forms.IntegerField(
        label=_("For how many months?"), required=False, min_value=1, max_value=12,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-2", "inputmode": "numeric"}),
        error_messages={
            "invalid": _("Write the number of months in figures"),
            "min_value": _("Write a number of months from 1 to 12"),
            "max_value": _("Write a number of months from 1 to 12"),
        },
    )  # fmt: skip
    better_than_none = Prose(label=_("Why is the order better than none?"), most=10_000, rows=3)
    language_of_words = language_field()

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, questions: Mapping[str, Text], documents: Named,
        hearings: Named, heard_on: Mapping[int, date | None], papers: Named, senders: Mapping[int, str],
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, **kwargs)
        self.questions, self.heard_on, self.senders = questions, heard_on, senders
        elsewhere = (ELSEWHERE, gettext("A report that is not on the file"))
        self.offer("paper", [*((str(pk), said) for pk, said in papers), elsewhere], none=_("None"))
        for name, words in questions.items():
            self.fields[f"about-{name}"] = Prose(label=words.said(self.language), most=3000)
        for name, found in (("document", documents), ("hearing", hearings)):
            self.offer(name, [(str(pk), said) for pk, said in found], none=_("None"))

    def clean(self) -> dict[str, Any]:
        """What is taken over says where it was given and what it covers; it is not typed again."""
        given = super().clean() or self.cleaned_data
        mode = given.get("mode")
        if mode == "in_report":
            self._check_report(given)
        if mode == "in_court" and not given.get("hearing"):
            self.add_error("hearing", _("Choose the hearing at which it was given"))
        given_on, heard_on = given.get("given_on"), self.heard_on.get(given.get("hearing") or 0)
        if mode == "in_court" and given_on and heard_on and given_on < heard_on:
            self.add_error("hearing", _("The hearing was after the day on which the opinion was given"))
        if mode in ("in_report", "in_court") and not given.get("covers"):
            self.add_error("covers", _("Say what the opinion covers"))
        return given

    def _check_report(self, given: Mapping[str, Any]) -> None:
        """One report, made here or not; of one that was not, who wrote it."""
        if given.get("document") and given.get("paper"):
            said = _(
                "Two reports are chosen: choose the one in which it was given, and none in the other list"
            )
            self.add_error("paper", said)
        elif not given.get("document") and not given.get("paper"):
            self.add_error("document", _("Choose the report in which it was given"))
        if given.get("paper") and not self.author and "written_by" not in self.errors:
            self.add_error("written_by", _("Write who wrote the report"))

    @property
    def chosen_paper(self) -> int | None:
        """The number of the paper on the file in which it was given."""
        chosen = self._paper
        return int(chosen) if chosen.isdigit() else None

    @property
    def chosen_document(self) -> int | None:
        """The number of the report written here in which it was given."""
        return self.cleaned_data["document"] if self.cleaned_data["mode"] == "in_report" else None

    @property
    def chosen_hearing(self) -> int | None:
        """The number of the hearing at which it was given."""
        return self.cleaned_data["hearing"] if self.cleaned_data["mode"] == "in_court" else None

    @property
    def _paper(self) -> str:
        """What was chosen of the papers, where the opinion was given in a report."""
        is_in_a_report = self.cleaned_data.get("mode") == "in_report"
        return str(self.cleaned_data.get("paper") or "") if is_in_a_report else ""

    @property
    def author(self) -> str:
        """Who wrote a report that was not made here: as it was entered, or as the file has it."""
        if not self._paper:
            return ""
        return str(self.cleaned_data.get("written_by") or "") or self.senders.get(self.chosen_paper or 0, "")

    @property
    def suitable(self) -> dict[str, str]:
        """The answer to each question that has one."""
        given = {name: str(self.cleaned_data.get(f"about-{name}") or "") for name in self.questions}
        return {name: words for name, words in given.items() if words}

    def asked(self) -> list[BoundField]:
        """The questions of the two lists, for the page."""
        return [self[f"about-{name}"] for name in self.questions]
