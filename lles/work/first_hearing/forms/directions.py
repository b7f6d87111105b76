"""The rows of an order: one for each thing that the court directs the service to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from lles.casefile import register
from lles.casefile.changes.directions import IN_ITS_WORDS, Directed
from lles.casefile.forms.change import ChangeForm, Prose
from lles.casefile.forms.fields import ClockField, DateBoxesField
from lles.casefile.timeline import word_or_code
from lles.law.bilingual import Language
from lles.work.first_hearing.rules.directions import LABELS, asked_twice

if TYPE_CHECKING:
    from lles.casefile.models import Child, Party

FIRST_ROWS, MORE_ROWS, MOST_ROWS = 1, 2, 20
NARROW = {"class": "govuk-input--width-5"}
WORDS_MOST, GOES_ON = 200, "ends_all_the_same"


@dataclass(frozen=True)
class DirectionFields:
    """The fields of one direction."""

    number: int
    kind: BoundField
    child: BoundField | None
    party: BoundField
    due_on: BoundField
    due_time: BoundField
    paragraph: BoundField
    words: BoundField


def kinds_of_direction(language: Language) -> list[tuple[str, str]]:
    """Everything an order may direct, with its words: what a piece of work does, what the courts' labels
    name, and anything else in the words of the order."""
    known = dict.fromkeys((*LABELS, *(kind.name for kind in register.direction_kinds()), IN_ITS_WORDS))
    return [(name, word_or_code("direction", name).said(language)) for name in known]


def due_field() -> DateBoxesField:
    """The day by which an order wants something."""
    return DateBoxesField(label=_("By which day?"), required=False)


def hour_field() -> ClockField:
    """The hour of that day."""
    return ClockField(
        label=_("By what time?"), help_text=_("Leave it empty if the order gives none"), required=False,
        widget=forms.TextInput(attrs=NARROW),
    )  # fmt: skip


def paragraph_field() -> Prose:
    """The paragraph of an order."""
    return Prose(label=_("Paragraph of the order"), most=20, widget=forms.TextInput(attrs=NARROW))


def words_field() -> Prose:
    """What an order says, in its own words."""
    return Prose(label=_("Words of the order"), most=WORDS_MOST, rows=2)


class DirectionRows(ChangeForm):
    """Gives a form its rows of directions."""

    language: Language
    made_on_field = "made_on"

    def add_direction_rows(self, children: Sequence[Child], parties: Sequence[Party]) -> None:
        """As many rows as the page has room for."""
        self.of_case = {str(one.pk): one for one in children}, {str(one.pk): one for one in parties}
        self.count = rows_in(self.data.get("rows", ""))
        for n in range(self.count):
            self._add_row(n, children, parties)

    def _add_row(self, n: int, children: Sequence[Child], parties: Sequence[Party]) -> None:
        kinds = [("", _("Nothing in this row")), *kinds_of_direction(self.language)]
        self.fields[f"kind-{n}"] = forms.ChoiceField(
            label=_("What does the court direct?"), choices=kinds, required=False
        )
        if len(children) > 1:
            everyone = [("", _("Every child")), *((str(one.pk), one.name) for one in children)]
            self.fields[f"child-{n}"] = forms.ChoiceField(
                label=_("For which child?"), choices=everyone, required=False
            )
        nobody = [("", _("Nobody in particular")), *((str(one.pk), one.name) for one in parties)]
        self.fields[f"party-{n}"] = forms.ChoiceField(
            label=_("About which adult?"), choices=nobody, required=False
        )
        made: tuple[tuple[str, Callable[[], forms.Field]], ...] = (
            ("due_on", due_field), ("due_time", hour_field), ("paragraph", paragraph_field),
            ("words", words_field),
        )  # fmt: skip
        for name, field in made:
            self.fields[f"{name}-{n}"] = field()
        for name in self.fields:
            if name.endswith(f"-{n}"):
                row = _("direction %(number)s") % {"number": n + 1}
                self.fields[name].row = row  # type: ignore[attr-defined]  # which of the rows an error is about

    def direction_rows(self) -> Iterator[DirectionFields]:
        """The fields of each direction, in order."""
        for n in range(self.count):
            yield DirectionFields(
                number=n + 1,
                kind=self[f"kind-{n}"],
                child=self[f"child-{n}"] if f"child-{n}" in self.fields else None,
                party=self[f"party-{n}"],
                due_on=self[f"due_on-{n}"],
                due_time=self[f"due_time-{n}"],
                paragraph=self[f"paragraph-{n}"],
                words=self[f"words-{n}"],
            )

    def directed(self) -> tuple[Directed, ...]:
        """Every direction that has a kind."""
        return tuple(directed for _n, directed in self._directed())

    def _directed(self) -> Iterator[tuple[int, Directed]]:
        given, (children, parties) = self.cleaned_data, self.of_case
        alone = next(iter(children.values())) if len(children) == 1 else None
        for n in range(self.count):
            if kind := given.get(f"kind-{n}"):
                yield n, Directed(
                    kind=kind, label=given.get(f"words-{n}", ""), due_on=given.get(f"due_on-{n}"),
                    due_time=given.get(f"due_time-{n}"),
                    child=children.get(given.get(f"child-{n}", "")) or alone,
                    party=parties.get(given.get(f"party-{n}", "")), paragraph=given.get(f"paragraph-{n}", ""),
                )  # fmt: skip

    def offer_goes_on(self) -> None:
        """The box by which an end beside more work is said to be right, where it was ticked."""
        if self.data.get(GOES_ON):
            self.offer_to_confirm(GOES_ON, "ends_involvement", _("It ends all the same"))

    def check_goes_on(self, given: dict[str, Any], goes_on: bool) -> None:
        """Asks whether the involvement ends indeed where the court directs something or sits again."""
        if given.get("ends_involvement") and goes_on:
            says = _("The court directs something, or sits again. Say that it goes on, or tick that it ends")
            self.confirm(GOES_ON, "ends_involvement", _("It ends all the same"), says)

    def check_directions(self, given: dict[str, Any]) -> None:
        """What a row says needs its kind; nothing is asked twice, and nothing before the order was made."""
        for n in range(self.count):
            said = [given.get(f"{name}-{n}") for name in ("due_on", "due_time", "paragraph", "words")]
            if any(said) and not given.get(f"kind-{n}") and f"kind-{n}" not in self.errors:
                self.add_error(f"kind-{n}", _("Select what the court directs"))
            self._check_day(n, given)
        rows = list(self._directed())
        keys = [(one.kind, one.child, one.party, one.paragraph) for _n, one in rows]
        for again, first in asked_twice(keys):
            says = _("Direction %(again)s asks the same as direction %(first)s. Give each its paragraph.")
            self.add_error(
                f"paragraph-{rows[again][0]}",
                says % {"again": rows[again][0] + 1, "first": rows[first][0] + 1},
            )

    def _check_day(self, n: int, given: dict[str, Any]) -> None:
        due_on, due_time = given.get(f"due_on-{n}"), given.get(f"due_time-{n}")
        check_day(self, f"due_on-{n}", due_on, due_time, given.get(self.made_on_field))
        if given.get(f"kind-{n}") == IN_ITS_WORDS and not given.get(f"words-{n}"):
            self.add_error(f"words-{n}", _("Write what the order says"))


def check_day(
    form: forms.Form, name: str, due_on: date | None, due_time: time | None, made_on: date | None
) -> None:
    """An hour has its day, and no order asks for something before it was made."""
    if due_time and not due_on and name not in form.errors:
        form.add_error(name, _("Enter the day as well as the time"))
    if due_on and made_on and due_on < made_on:
        form.add_error(name, _("It cannot be due before the order was made"))


def rows_in(text: object) -> int:
    """How many directions the page has room for."""
    typed = str(text)
    wanted = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0
    return max(FIRST_ROWS, min(wanted, MOST_ROWS))
