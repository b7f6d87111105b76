"""Recording a conversation: who, when, whether it was safe, and each concern in the speaker's own words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.fields import Asked, ClockField, YesNoField
from lles.casefile.forms.people import LANGUAGES, DatedForm, PastDayField

LONDON = ZoneInfo("Europe/London")
ANOTHER, WHOLE_FAMILY = "another", "family"
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
        label=_("Did they say that it was safe to talk?"), asked=Asked.DID, unknown=_("Not asked")
    )
    identity_checked = forms.BooleanField(label=_("I checked who they are"), required=False)
    spoken = forms.ChoiceField(
        label=_("In which language did they speak?"),
        choices=(*LANGUAGES, (ANOTHER, _("Another language, with an interpreter"))),
        widget=forms.RadioSelect,
    )  # fmt: skip
    interpreter = Prose(
        label=_("Language of the interpreter, if there was one"), most=60,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )  # fmt: skip

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        today: date,
        now: datetime,
        speaks: str = "",
        children: Sequence[tuple[int, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(data, today=today, **kwargs)
        self.children, self.now = children, now
        self.speaks = speaks or self.language
        self.count = rows_in(self.data.get("rows", ""))
        for number in range(self.count):
            self._add_row(number)

    def _add_row(self, number: int) -> None:
        words = _("Concern %(number)s, in their own words") % {"number": number + 1}
        children = [(str(pk), name) for pk, name in self.children]
        whole_family = [(WHOLE_FAMILY, _("The whole family")), *children]
        self.fields[f"words-{number}"] = Prose(label=words, most=5000)
        self.fields[f"language-{number}"] = forms.ChoiceField(
            label=_("Language of these words"), choices=LANGUAGES, initial=self.speaks
        )
        if len(self.children) > 1:
            self.fields[f"child-{number}"] = forms.ChoiceField(label=_("About"), choices=whole_family)
        self.fields[f"deferred-{number}"] = forms.BooleanField(
            label=_("A view on the outcome: deferred to the hearing"), required=False
        )

    def concern_rows(self) -> Iterator[ConcernRow]:
        """The fields of each concern, in order."""
        for n in range(self.count):
            child = self[f"child-{n}"] if f"child-{n}" in self.fields else None
            yield ConcernRow(n + 1, self[f"words-{n}"], self[f"language-{n}"], child, self[f"deferred-{n}"])

    def clean(self) -> dict[str, Any]:
        """An interpreter has a language, and no conversation begins later than now."""
        given = super().clean() or self.cleaned_data
        if given.get("spoken") == ANOTHER and not given.get("interpreter"):
            self.add_error("interpreter", _("Write the language of the interpreter"))
        day, hour = given.get("began_on"), given.get("began_at")
        if day and hour and moment(day, hour) > self.now:
            self.add_error("began_at", _("The conversation cannot begin later than now"))
        return given

    @property
    def spoken_language(self) -> str:
        """The language of the conversation, empty where an interpreter was needed."""
        spoken = str(self.cleaned_data["spoken"])
        return "" if spoken == ANOTHER else spoken

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
                child=self._child(given.get(f"child-{n}", "")),
                deferred=bool(given.get(f"deferred-{n}")),
            )
            for n in range(self.count)
            if given.get(f"words-{n}")
        )

    def _child(self, chosen: str) -> int | None:
        if len(self.children) == 1:
            return self.children[0][0]
        return int(chosen) if chosen and chosen != WHOLE_FAMILY else None


def rows_in(text: object) -> int:
    """How many concerns the page has room for."""
    typed = str(text)
    return min(int(typed), MOST_ROWS) if typed.isascii() and typed.isdigit() and int(typed) > 0 else ROWS


def moment(day: date, hour: time) -> datetime:
    """A day and an hour in London."""
    return datetime.combine(day, hour, LONDON)
