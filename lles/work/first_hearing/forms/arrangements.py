"""The rows of what holds between hearings: one for each arrangement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm, Prose
from lles.casefile.forms.fields import DateBoxesField
from lles.casefile.timeline import word
from lles.law.bilingual import opening
from lles.work.first_hearing.forms.directions import rows_in
from lles.work.first_hearing.rules.arrangements import KINDS, OTHER, Arrangement

if TYPE_CHECKING:
    from lles.casefile.models import Child, Party

BOXES = ("holds", "holds_for", "holds_with", "holds_from", "holds_until", "holds_words")


@dataclass(frozen=True)
class ArrangementFields:
    """The fields of one arrangement, in the order of the page."""

    number: int
    fields: list[BoundField]
    days: list[BoundField]


class ArrangementRows(ChangeForm):
    """Gives a form its rows of arrangements."""

    arranged_for: Sequence[Child]

    def add_arrangement_rows(
        self, children: Sequence[Child], parties: Sequence[Party], known: int = 0
    ) -> None:  # fmt: skip
        """A row for each arrangement that is known or sent, and room for one more."""
        self.arranged_for = children
        self.arrangements_count = max(rows_in(self.data.get("holds_rows", "")), known)
        for n in range(self.arrangements_count):
            self._add_arrangement(n, children, parties)

    def _add_arrangement(self, n: int, children: Sequence[Child], parties: Sequence[Party]) -> None:
        kinds = [(kind, opening(word(f"arrangement.{kind}").said(self.language))) for kind in KINDS]
        adults = [(str(one.pk), one.name or _("without a name")) for one in parties]
        self.fields[f"holds-{n}"] = forms.ChoiceField(
            label=_("What holds?"), required=False, initial="", choices=[("", _("Nothing")), *kinds]
        )
        if len(children) > 1:
            self.fields[f"holds_for-{n}"] = forms.MultipleChoiceField(
                label=_("For which children?"), required=False, widget=forms.CheckboxSelectMultiple,
                choices=[(str(one.pk), one.name or _("without a name")) for one in children],
            )  # fmt: skip
        self.fields[f"holds_with-{n}"] = forms.ChoiceField(
            label=_("With whom, or who is bound?"), required=False, initial="",
            choices=[("", _("Nobody in particular")), *adults],
        )  # fmt: skip
        self.fields[f"holds_from-{n}"] = DateBoxesField(label=_("From which day?"), required=False)
        self.fields[f"holds_until-{n}"] = DateBoxesField(
            label=_("Until which day?"), required=False,
            help_text=_("Leave it empty where it holds until the next hearing."),
        )  # fmt: skip
        self.fields[f"holds_words-{n}"] = Prose(label=_("How and when, as it was said"), most=2000)

    def arrangement_rows(self) -> Iterator[ArrangementFields]:
        """The fields of each arrangement, in order."""
        for n in range(self.arrangements_count):
            names = [f"{box}-{n}" for box in BOXES if f"{box}-{n}" in self.fields]
            days = [self[name] for name in names if name.startswith(("holds_from", "holds_until"))]
            yield ArrangementFields(n + 1, [self[one] for one in names if self[one] not in days], days)

    def check_arrangements(self, given: Mapping[str, Any]) -> None:
        """What holds has its kind and its children, and its days are in order."""
        for n in range(self.arrangements_count):
            kind = given.get(f"holds-{n}")
            if not kind and any(given.get(f"{box}-{n}") for box in BOXES):
                self.add_error(f"holds-{n}", _("Choose what holds"))
            if kind and f"holds_for-{n}" in self.fields and not given.get(f"holds_for-{n}"):
                self.add_error(f"holds_for-{n}", _("Select for which children it holds"))
            if kind == OTHER and not given.get(f"holds_words-{n}"):
                self.add_error(f"holds_words-{n}", _("Write what holds"))
            since, until = given.get(f"holds_from-{n}"), given.get(f"holds_until-{n}")
            if since and until and until < since:
                self.add_error(f"holds_until-{n}", _("It cannot end before it begins"))

    @property
    def arrangements(self) -> tuple[Arrangement, ...]:
        """What was typed, as the change takes it."""
        return tuple(self._arranged(self.cleaned_data))

    def _arranged(self, given: Mapping[str, Any]) -> Iterator[Arrangement]:
        alone = (self.arranged_for[0].pk,) if len(self.arranged_for) == 1 else ()
        for n in range(self.arrangements_count):
            if given.get(f"holds-{n}"):
                chosen, party = given.get(f"holds_for-{n}"), given.get(f"holds_with-{n}")
                yield Arrangement(
                    kind=str(given[f"holds-{n}"]),
                    children=tuple(map(int, chosen)) if chosen else alone,
                    party=int(party) if party else None,
                    since=given.get(f"holds_from-{n}"),
                    until=given.get(f"holds_until-{n}"),
                    words=str(given.get(f"holds_words-{n}") or ""),
                )
