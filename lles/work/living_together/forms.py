"""That two parents live together, or no longer do, as somebody records it: choices and days, no words."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.fields import Asked, YesNoField
from lles.casefile.forms.people import PastDayField
from lles.casefile.forms.worded import WordedForm

STILL, ENDED, WRONG = "still", "ended", "wrong"
TELLERS = ("child", "court", "authority", "police", "other")
SOURCES = ("conversation", "writing", "application", "hearing", "check")
Choices = Sequence[tuple[str, str]]


class TogetherForm(WordedForm):
    """Which two, from which day to which, and who told us; for a time that is known, what is known now."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {
        "stands": ("together_stands", (STILL, ENDED, WRONG)), "source": ("together_source", SOURCES),
    }  # fmt: skip
    pair = forms.ChoiceField(
        label=_("Which two parents live together?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose the two parents")},
    )  # fmt: skip
    since = PastDayField(label=_("Since which day have they lived together without a break?"))
    stands = forms.ChoiceField(
        label=_("Do they still live together?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether they still live together")},
    )  # fmt: skip
    until = PastDayField(
        label=_("On which last day did they live together?"), required=False,
        help_text=_("Leave it empty while they still live together."),
    )  # fmt: skip
    both_responsible = YesNoField(
        label=_("Do both have parental responsibility for the children whom they have together?"),
        asked=Asked.IS_THERE, unknown=_("Not known"),
    )  # fmt: skip
    told_by = forms.ChoiceField(
        label=_("Who told us?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose who told us")},
    )  # fmt: skip
    source = forms.ChoiceField(
        label=_("How did they tell us?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose how we were told")},
    )  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, pairs: Choices, people: Choices, is_known: bool,
        asks_which: bool, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, **kwargs)
        tellers = [(code, self.said(f"together_teller.{code}")) for code in TELLERS]
        self.offer("told_by", [*people, *tellers])
        self.offer("pair", pairs)
        if not asks_which:
            del self.fields["pair"]
        if not is_known:
            stands = [(code, self.said(f"together_stands.{code}")) for code in (STILL, ENDED)]
            self.offer("stands", stands)

    def clean(self) -> dict[str, Any]:
        """A time that ended has its last day, not before the first one; one that goes on has none."""
        given = super().clean() or self.cleaned_data
        since, until, stands = given.get("since"), given.get("until"), given.get("stands")
        if stands == ENDED and until is None and "until" not in self.errors:
            self.add_error("until", _("Enter the last day on which they lived together"))
        if stands == STILL and until is not None:
            self.add_error(
                "until", _("Leave the last day empty, or choose that they no longer live together")
            )
        if since and until and until < since:
            self.add_error("until", _("The last day must not be before the first"))
        return given
