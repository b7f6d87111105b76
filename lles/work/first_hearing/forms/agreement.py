"""Helping the parties to agree: how and why that is safe, each matter, and what each child has said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import REASON, Prose
from lles.casefile.forms.worded import language_field
from lles.casefile.timeline import word
from lles.work.first_hearing.forms.directions import rows_in
from lles.work.first_hearing.forms.own_words import MOST, OwnWordsForm
from lles.work.first_hearing.rules.agreement import (
    AGREED,
    KNOWN,
    NOT_HEARD,
    PARTLY,
    STATES,
    ChildSaid,
    Helped,
    Matter,
)
from lles.work.first_hearing.rules.helping import WAYS

if TYPE_CHECKING:
    from lles.casefile.models import Child, Party

WHY = {
    "FH-AGREE": _("Why do you help them to agree although a concern stands in the way?"),
    "DA-CONSENTORDER": _("Why do you go on before the safeguarding information is complete?"),
    "FH-CHILDWORDS": _("Why may each adult read that, if it is what a child has said?"),
}


@dataclass(frozen=True)
class MatterFields:
    """The fields of one matter."""

    number: int
    matter: BoundField
    children: BoundField | None
    state: BoundField
    words: BoundField
    whose: BoundField
    own: list[BoundField]
    remains: BoundField


class AgreementForm(OwnWordsForm):
    """What the parties have agreed, matter by matter; nothing of it stands chosen."""

    only_asks = True  # what a matter needs hangs on whether it is agreed; no box says that it may stay empty
    rows = forms.CharField(required=False, widget=forms.HiddenInput)
    way = forms.ChoiceField(label=_("Do you help them together or apart?"), widget=forms.RadioSelect)
    why_safe = Prose(label=_("Why is that safe?"), most=MOST, rows=3)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, children: Sequence[Child], parties: Sequence[Party],
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, **kwargs)
        self.children, self.adults = children, parties
        self._choices("way", "helped", WAYS)
        self.count = rows_in(self.data.get("rows", ""))
        for n in range(self.count):
            self._add_matter(n)
        for one in children:
            self._add_child(one)
        self.add_ways_to_agree()
        self.fields["language_of_words"] = language_field()

    def _choices(self, name: str, group: str, codes: Sequence[str]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        said = [(code, word(f"{group}.{code}").said(self.language)) for code in codes]
        field.choices = [(code, words[:1].upper() + words[1:]) for code, words in said]

    def _add_matter(self, n: int) -> None:
        self.fields[f"matter-{n}"] = Prose(
            label=_("Which matter is it?"), most=200, widget=forms.TextInput(),
            help_text=_("For example: where they live, time with their father, holidays."),
        )  # fmt: skip
        if len(self.children) > 1:
            self.fields[f"children-{n}"] = _several(_("About which children?"), self.children)
        self.fields[f"state-{n}"] = forms.ChoiceField(
            label=_("Is it agreed?"), widget=forms.RadioSelect, required=False
        )
        self._choices(f"state-{n}", "matter", STATES)
        self.fields[f"words-{n}"] = Prose(
            label=_("What is agreed, in their own words"), most=MOST, rows=3,
            help_text=_("Write nothing of where anybody lives or can be reached."),
        )  # fmt: skip
        self.fields[f"whose-{n}"] = _several(_("Whose words are they?"), self.adults)
        self.add_own_words(f"-{n}")
        self.fields[f"remains-{n}"] = Prose(
            label=_("What remains"), most=MOST,
            help_text=_("Each adult has a copy of this. What a child has said has its own place below."),
        )  # fmt: skip

    def _add_child(self, one: Child) -> None:
        name = {"name": one.name or _("without a name")}
        self.fields[f"said-{one.pk}"] = Prose(label=_("What has %(name)s said?") % name, most=MOST, rows=3)
        self.fields[f"known-{one.pk}"] = forms.ChoiceField(
            label=_("How is it known what %(name)s has said?") % name, widget=forms.RadioSelect
        )
        self._choices(f"known-{one.pk}", "child_known", KNOWN)

    def _ask(self, provision: str, says: str, section: str) -> None:
        """What stands in the way is listed above: the box asks for the reason alone."""
        super()._ask(provision, says, section)
        if provision in WHY:
            self[f"{REASON}{provision}"].label = WHY[provision]

    def matter_rows(self) -> Iterator[MatterFields]:
        """The fields of each matter, in order."""
        for n in range(self.count):
            several = f"children-{n}" in self.fields
            yield MatterFields(
                n + 1, self[f"matter-{n}"], self[f"children-{n}"] if several else None, self[f"state-{n}"],
                self[f"words-{n}"], self[f"whose-{n}"], self.own_fields(f"-{n}"), self[f"remains-{n}"],
            )  # fmt: skip

    def child_rows(self) -> list[tuple[BoundField, BoundField]]:
        """For each child: what they have said, and how that is known."""
        return [(self[f"said-{one.pk}"], self[f"known-{one.pk}"]) for one in self.children]

    def clean(self) -> dict[str, Any]:
        """It says why it is safe; each matter and each child are whole."""
        given = super().clean() or self.cleaned_data
        self._need("why_safe", given.get("why_safe"), _("Write why it is safe"))
        for n in range(self.count):
            if self._is_used(n, given):
                self._check_matter(n, given)
        if not any(self._is_used(n, given) for n in range(self.count)):
            self._need("matter-0", None, _("Write down at least one matter"))
        for one in self.children:
            if given.get(f"known-{one.pk}") not in (None, NOT_HEARD):
                self._need(f"said-{one.pk}", given.get(f"said-{one.pk}"), _("Write what the child has said"))
        return given

    def _is_used(self, n: int, given: Mapping[str, Any]) -> bool:
        names = ("matter", "children", "state", "words", "whose", "remains")
        return any(given.get(f"{name}-{n}") for name in names) or self._has_own_words(n, given)

    def _has_own_words(self, n: int, given: Mapping[str, Any]) -> bool:
        return any(given.get(f"own-{n}-{one.pk}") for one in self.adults)

    def _check_matter(self, n: int, given: Mapping[str, Any]) -> None:
        state = given.get(f"state-{n}")
        self._need(f"matter-{n}", given.get(f"matter-{n}"), _("Write what the matter is about"))
        if f"children-{n}" in self.fields:
            self._need(f"children-{n}", given.get(f"children-{n}"), _("Select which children it is about"))
        self._need(f"state-{n}", state, _("Select whether it is agreed"))
        if state in (AGREED, PARTLY) and not self._has_own_words(n, given):
            self._need(f"words-{n}", given.get(f"words-{n}"), _("Write what is agreed, in their own words"))
        if given.get(f"words-{n}"):
            self._need(f"whose-{n}", given.get(f"whose-{n}"), _("Select whose words they are"))
        if state and state != AGREED:
            self._need(f"remains-{n}", given.get(f"remains-{n}"), _("Write what remains"))

    def _need(self, name: str, value: object, says: Any) -> None:
        if not value and name not in self.errors:
            self.add_error(name, says)

    @property
    def helped(self) -> Helped:
        """What was typed, as the change takes it, also where the form is not finished."""
        given = self.cleaned_data
        said = (
            ChildSaid(one.pk, given[f"known-{one.pk}"], str(given.get(f"said-{one.pk}") or ""))
            for one in self.children
            if given.get(f"known-{one.pk}")
        )
        return Helped(
            way=str(given.get("way") or ""), why_safe=str(given.get("why_safe") or ""),
            language=str(given.get("language_of_words") or self.language),
            matters=tuple(self._matters(given)), children_said=tuple(said),
        )  # fmt: skip

    def _matters(self, given: Mapping[str, Any]) -> Iterator[Matter]:
        alone = (self.children[0].pk,) if len(self.children) == 1 else ()
        for n in range(self.count):
            state = given.get(f"state-{n}")
            if state and given.get(f"matter-{n}"):
                yield Matter(
                    matter=str(given[f"matter-{n}"]), state=str(state),
                    words=str(given.get(f"words-{n}") or ""), remains=str(given.get(f"remains-{n}") or ""),
                    children=tuple(int(pk) for pk in given.get(f"children-{n}") or alone),
                    whose=tuple(int(pk) for pk in given.get(f"whose-{n}") or ()),
                    own=tuple(self.own_words(given, f"-{n}")),
                )  # fmt: skip


def _several(label: Any, people: Sequence[Child] | Sequence[Party]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=[(str(one.pk), one.name or _("without a name")) for one in people],
        widget=forms.CheckboxSelectMultiple, required=False,
    )  # fmt: skip
