"""The lines of a conversation: each concern under its topic, in the speaker's own words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.fields import Asked, YesNoField
from lles.casefile.forms.people import LANGUAGES
from lles.casefile.rules.topics import Topic, topics
from lles.law.bilingual import Language

WHOLE_FAMILY, AS_SPOKEN = "family", "spoken"
MOST_ROWS, MORE_ROWS = 60, 3
OF_TOPICS = len(topics())


@dataclass(frozen=True)
class ConcernTyped:
    """One concern as typed: the words, their language, the child, and whether the hearing deals with it."""

    topic: str
    words: str
    language: str
    child: int | None
    deferred: bool
    who: str
    when: str
    child_present: bool | None


@dataclass(frozen=True)
class ConcernRow:
    """The fields of one concern: the first rows have their topic, of the others one chooses it."""

    number: int
    of: Topic | None
    asked: BoundField | None
    topic: BoundField | None
    words: BoundField
    language: BoundField
    child: BoundField | None
    deferred: BoundField
    event: tuple[BoundField, ...]


class ConcernFields(forms.Form):
    """Gives a form its rows of concerns."""

    language: Language
    children: Sequence[tuple[int, str]]

    @property
    def spoken_language(self) -> str:
        """The language of the conversation, empty where an interpreter was needed."""
        raise NotImplementedError

    def add_rows(self) -> None:
        """A row for each topic, then those for whatever else there is to write."""
        self.count = rows_in(self.data.get("rows", ""))
        self.of_rows = [*topics().values(), *[None] * (self.count - OF_TOPICS)]
        for number, topic in enumerate(self.of_rows):
            self._add_row(number, topic)

    def _add_row(self, n: int, topic: Topic | None) -> None:
        said_in = ((AS_SPOKEN, _("As spoken in the call")), *LANGUAGES)
        children = [(WHOLE_FAMILY, _("The whole family")), *((str(pk), name) for pk, name in self.children)]
        if topic is None:
            titles = [(one.code, one.title.said(self.language)) for one in topics().values()]
            self.fields[f"topic-{n}"] = forms.ChoiceField(label=_("Topic"), choices=titles, initial="other")
        else:
            self.fields[f"asked-{n}"] = forms.BooleanField(label=_("Asked"), required=False)
        self.fields[f"words-{n}"] = Prose(label=_said_about(topic, n, self.language), most=5000, rows=3)
        self.fields[f"language-{n}"] = forms.ChoiceField(
            label=_("Language of these words"), choices=said_in, initial=AS_SPOKEN, required=False
        )
        if len(self.children) > 1:
            self.fields[f"child-{n}"] = forms.ChoiceField(
                label=_("About"), choices=children, initial=WHOLE_FAMILY, required=False
            )
        self.fields[f"deferred-{n}"] = forms.BooleanField(
            label=_("A view on the outcome: deferred to the hearing"), required=False
        )
        if topic is None or topic.of_events:
            self._add_event(n)

    def _add_event(self, n: int) -> None:
        wide = forms.TextInput(attrs={"class": "govuk-input--width-20"})
        self.fields[f"who-{n}"] = Prose(label=_("Who did it?"), most=200, widget=wide)
        self.fields[f"when-{n}"] = Prose(label=_("When?"), most=200, widget=wide)
        self.fields[f"present-{n}"] = YesNoField(
            label=_("Did a child see or hear it?"), asked=Asked.DID, unknown=_("Not known"),
            widget=forms.Select, initial="unknown", required=False,
        )  # fmt: skip

    def concern_rows(self) -> Iterator[ConcernRow]:
        """The fields of each concern, in order."""
        for n, topic in enumerate(self.of_rows):
            event = [self._field(f"{name}-{n}") for name in ("who", "when", "present")]
            yield ConcernRow(
                number=n + 1,
                of=topic,
                asked=self._field(f"asked-{n}"),
                topic=self._field(f"topic-{n}"),
                words=self[f"words-{n}"],
                language=self[f"language-{n}"],
                child=self._field(f"child-{n}"),
                deferred=self[f"deferred-{n}"],
                event=tuple(bound for bound in event if bound),
            )

    def _field(self, name: str) -> BoundField | None:
        return self[name] if name in self.fields else None

    def concerns(self) -> tuple[ConcernTyped, ...]:
        """Every concern that has words."""
        given = self.cleaned_data
        return tuple(
            self._concern(n, topic, given) for n, topic in enumerate(self.of_rows) if given.get(f"words-{n}")
        )

    def _concern(self, n: int, topic: Topic | None, given: Mapping[str, Any]) -> ConcernTyped:
        return ConcernTyped(
            topic=topic.code if topic else given[f"topic-{n}"],
            words=given[f"words-{n}"],
            language=self._said_in(given.get(f"language-{n}", "")),
            child=self._child(given.get(f"child-{n}", "")),
            deferred=bool(given.get(f"deferred-{n}")),
            who=given.get(f"who-{n}", ""),
            when=given.get(f"when-{n}", ""),
            child_present=given.get(f"present-{n}"),
        )

    def asked_about(self) -> tuple[str, ...]:
        """The topics that were asked about; whatever has words was."""
        given, spoken = self.cleaned_data, {concern.topic for concern in self.concerns()}
        asked = {topic.code for n, topic in enumerate(self.of_rows) if topic and given.get(f"asked-{n}")}
        return tuple(code for code in topics() if code in asked | spoken)

    def _said_in(self, chosen: str) -> str:
        """The language of some words: as chosen, else as spoken; an interpreter's as the page."""
        return chosen if chosen not in ("", AS_SPOKEN) else self.spoken_language or self.language

    def _child(self, chosen: str) -> int | None:
        if len(self.children) == 1:
            return self.children[0][0]
        return int(chosen) if chosen and chosen != WHOLE_FAMILY else None


def _said_about(topic: Topic | None, n: int, language: Language) -> Any:
    if topic is None:
        return _("Concern %(number)s, in their own words") % {"number": n + 1}
    return _("In their own words: %(topic)s") % {"topic": topic.title.said(language)}


def rows_in(text: object) -> int:
    """How many concerns the page has room for."""
    typed = str(text)
    wanted = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0
    return max(OF_TOPICS, min(wanted, MOST_ROWS))
