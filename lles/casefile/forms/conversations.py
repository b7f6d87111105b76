"""Recording a conversation: who, when, whether it was safe, and each concern in the speaker's own words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.fields import Asked, ClockField, YesNoField
from lles.casefile.forms.people import LANGUAGES, DatedForm, PastDayField

LONDON = ZoneInfo("Europe/London")
ROWS, MOST_ROWS, MORE_ROWS = 3, 60, 3
OUTCOMES = (("spoke", _("We spoke")), ("not_safe_to_talk", _("It was not safe to talk, so the call ended")))


@dataclass(frozen=True)
class ConcernTyped:
    """One concern as typed: the words, their language, the child, and whether the hearing deals with it."""

    words: str
    language: str
    child: int | None
    deferred: bool


@dataclass(frozen=True)
class ConcernRow:
    """The fields of one concern on the page."""

    number: int
    words: BoundField
    language: BoundField
    child: BoundField | None
    deferred: BoundField


class ConversationForm(DatedForm):
    """A conversation with an adult."""

    rows = forms.CharField(required=False, widget=forms.HiddenInput)
    began_on = PastDayField(label=_("On which day?"))
    began_at = ClockField(
        label=_("When did it begin?"), help_text=_("For example 9:30am or 14:15"),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
    )  # fmt: skip
    outcome = forms.ChoiceField(label=_("What came of it?"), choices=OUTCOMES, widget=forms.RadioSelect)
    safe_to_talk = YesNoField(
        label=_("Did they say that it was safe to talk?"), asked=Asked.DID, required=False
    )
    identity_checked = forms.BooleanField(label=_("I checked who they are"), required=False)
    spoken = forms.ChoiceField(
        label=_("In which language did they speak?"),
        choices=(*LANGUAGES, ("", _("Another language, with an interpreter"))),
        widget=forms.RadioSelect, required=False,
    )  # fmt: skip
    interpreter = forms.CharField(
        label=_("Language of the interpreter"), required=False, max_length=60,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )  # fmt: skip

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        today: date,
        children: Sequence[tuple[int, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(data, today=today, **kwargs)
        self.children = children
        self.count = rows_in(self.data.get("rows", ""))
        for number in range(self.count):
            self._add_row(number)

    def _add_row(self, number: int) -> None:
        box = forms.Textarea(attrs={"rows": 2})
        words = _("Concern %(number)s, in their own words") % {"number": number + 1}
        whole_family = [("", _("The whole family")), *((str(pk), name) for pk, name in self.children)]
        self.fields[f"words-{number}"] = forms.CharField(
            label=words, widget=box, required=False, max_length=5000
        )
        self.fields[f"language-{number}"] = forms.ChoiceField(
            label=_("Language of these words"), choices=LANGUAGES, initial=self.language, required=False
        )
        if len(self.children) > 1:
            self.fields[f"child-{number}"] = forms.ChoiceField(
                label=_("About"), choices=whole_family, required=False
            )
        self.fields[f"deferred-{number}"] = forms.BooleanField(
            label=_("A view on the outcome: deferred to the hearing"), required=False
        )

    def concern_rows(self) -> Iterator[ConcernRow]:
        """The fields of each concern, in order."""
        for n in range(self.count):
            child = self[f"child-{n}"] if f"child-{n}" in self.fields else None
            yield ConcernRow(n + 1, self[f"words-{n}"], self[f"language-{n}"], child, self[f"deferred-{n}"])

    def clean(self) -> dict[str, Any]:
        """A conversation took place in a language; a call that ended at once may have none."""
        given = super().clean() or self.cleaned_data
        if given.get("outcome") == "spoke" and not given.get("spoken") and not given.get("interpreter"):
            self.add_error("spoken", _("Choose the language, or write the language of the interpreter"))
        if self._begins_later(given):
            self.add_error("began_at", _("The conversation cannot begin later than now"))
        return given

    def _begins_later(self, given: Mapping[str, Any]) -> bool:
        if not given.get("began_on") or not given.get("began_at") or self.now is None:
            return False
        return moment(given["began_on"], given["began_at"]) > self.now

    now: datetime | None = None

    @property
    def began(self) -> datetime:
        """The moment at which the conversation began."""
        return moment(self.cleaned_data["began_on"], self.cleaned_data["began_at"])

    def concerns(self) -> tuple[ConcernTyped, ...]:
        """Every concern that has words."""
        given = self.cleaned_data
        return tuple(
            ConcernTyped(
                words=given[f"words-{n}"],
                language=given.get(f"language-{n}") or self.language,
                child=int(given[f"child-{n}"]) if given.get(f"child-{n}") else self._only_child(),
                deferred=bool(given.get(f"deferred-{n}")),
            )
            for n in range(self.count)
            if given.get(f"words-{n}", "").strip()
        )

    def _only_child(self) -> int | None:
        return self.children[0][0] if len(self.children) == 1 else None


def rows_in(text: object) -> int:
    """How many concerns the page has room for."""
    typed = str(text)
    return min(int(typed), MOST_ROWS) if typed.isascii() and typed.isdigit() and int(typed) > 0 else ROWS


def moment(day: date, hour: time) -> datetime:
    """A day and an hour in London."""
    return datetime.combine(day, hour, LONDON)
