"""Danger in what came, before it is a case: what was seen, and whom one told."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.danger import AUTHORITY, BodiesForm, HarmForm, PhonedForm
from lles.casefile.forms.worded import WordedForm, language_field
from lles.casefile.rules.danger import DECISIONS

STEP, SEEN, TOLD, ENDED = "step", "seen", "told", "ended"
NO_DANGER, TOLD_IN_CASE = "no_danger", "told_in_case"
NOT_YET = "not_yet"


class SeenForm(HarmForm):
    """What somebody saw in what came."""

    field_order = ("learnt", "language_of_words", "harm", "children_safe", "adults_safe", "on", "hour")
    step = forms.CharField(widget=forms.HiddenInput, initial=SEEN, required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        words = _("Name the children who are in danger. In the words of the message, as far as you can.")
        super().__init__(data, in_the_words=words, **kwargs)


class ToldForm(PhonedForm, BodiesForm):
    """One telephone call to the police or to children's services, and what they said."""

    field_order = (
        "police",
        "local_authority",
        "whom",
        "on",
        "hour",
        "decision",
        "words",
        "language_of_words",
    )
    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {
        "decision": ("danger_decision", (*DECISIONS, NOT_YET)),
    }
    step = forms.CharField(widget=forms.HiddenInput, initial=TOLD, required=False)
    decision = forms.ChoiceField(
        label=_("What will they do, or what have they done?"), widget=forms.RadioSelect
    )
    words = Prose(label=_("What they said"), most=20_000, rows=3)
    language_of_words = language_field()

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, seen_at: datetime | None = None, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.seen_at = seen_at

    def clean(self) -> dict[str, Any]:
        """Each call is recorded by itself, and none was before the danger was seen."""
        given = super().clean()
        if not self.errors and self.seen_at is not None and self.moment < self.seen_at:
            self.add_error("hour", _("The call cannot be before the danger was seen"))
        if not self.errors and len(self.named) > 1:
            self.add_error(AUTHORITY, _("Record each telephone call by itself: choose one of the two"))
        return given

    @property
    def decided(self) -> str:
        """What they will do; empty where they have not said."""
        decision = str(self.cleaned_data["decision"])
        return "" if decision == NOT_YET else decision


class EndedForm(WordedForm):
    """Why nobody is told of a danger that was recorded."""

    field_order = ("outcome", "reference", "words")
    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {
        "outcome": ("danger_ended", (NO_DANGER, TOLD_IN_CASE)),
    }
    step = forms.CharField(widget=forms.HiddenInput, initial=ENDED, required=False)
    outcome = forms.ChoiceField(label=_("Why does nobody need to be told?"), widget=forms.RadioSelect)
    reference = Prose(
        label=_("In which case is it told?"), most=20,
        help_text=_("Only if it is told in one: its reference, for example C-1042"),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
    )  # fmt: skip
    words = forms.CharField(
        label=_("How do you know?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say how you know, in a few words")},
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None = None, *, now: datetime, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)

    def clean(self) -> dict[str, Any]:
        """A case is named where the danger is told in one, and only there."""
        given = super().clean() or self.cleaned_data
        is_in_case, reference = given.get("outcome") == TOLD_IN_CASE, given.get("reference")
        if is_in_case and not reference and "reference" not in self.errors:
            self.add_error("reference", _("Enter the reference of the case"))
        if given.get("outcome") == NO_DANGER and reference:
            self.add_error("reference", _("Leave it empty where there was no danger"))
        return given
