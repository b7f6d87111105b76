"""An order of the court recorded; what it directs amended, taken back, and said to be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile import register
from lles.casefile.forms.change import ChangeForm, Prose
from lles.casefile.forms.fields import Asked, Boxes, YesNoField
from lles.casefile.forms.people import DatedForm, PastDayField
from lles.law.bilingual import Language
from lles.work.first_hearing.forms.directions import (
    DirectionRows,
    check_day,
    due_field,
    hour_field,
    paragraph_field,
    words_field,
)

if TYPE_CHECKING:
    from lles.casefile.models import Child, Party

Choices = Sequence[tuple[str, str]]
Known = Mapping[tuple[str, date | None], Choices]
ANOTHER = "another"


def kinds_of_order(language: Language) -> Choices:
    """The kinds of order that a piece of work does, with their words."""
    return [(kind.name, kind.title.said(language)) for kind in register.order_kinds()]


def ends_field() -> YesNoField:
    """Whether an order ends the involvement of the service."""
    return YesNoField(
        label=_("Does this order end the service's involvement?"), asked=Asked.EMPHATIC,
        unknown=_("It does not say"), initial="unknown",
    )  # fmt: skip


def final_field() -> YesNoField:
    """Whether an order is a final one."""
    return YesNoField(
        label=_("Is it a final order, which disposes of the proceedings?"), asked=Asked.IS,
        unknown=_("It does not say"), initial="unknown", required=False,
        help_text=_("An interim order, or one made while the proceedings go on, is none."),
    )  # fmt: skip


class OrderForm(DatedForm, DirectionRows):
    """An order with everything it directs."""

    rows = forms.CharField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("What kind of order is it?"), required=False)
    title = Prose(
        label=_("What is it called?"), most=300, widget=forms.TextInput(),
        help_text=_("As it is headed. You may leave this empty where you chose a kind."),
    )  # fmt: skip
    made_on = PastDayField(label=_("On which day was it made?"))
    same = forms.ChoiceField(
        label=_("An order of this kind and day stands here already. Is it this one, or another?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Select whether it is this one or another")},
    )  # fmt: skip
    hearing = forms.ChoiceField(label=_("At which hearing?"), required=False)
    paper = forms.ChoiceField(label=_("In which paper does it stand?"), required=False)
    is_final = final_field()
    ends_involvement = ends_field()

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        today: date,
        children: Sequence[Child],
        parties: Sequence[Party],
        hearings: Choices,
        heard_on: Mapping[str, date | None],
        papers: Choices,
        known: Known,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, today=today, **kwargs)
        self._ask_whether_it_is_known(known)
        self._offer("kind", _("Another order"), kinds_of_order(self.language))
        self._offer("hearing", _("Without a hearing, or not known"), hearings)
        self._offer("paper", _("We do not hold it"), papers)
        self.heard_on = heard_on
        self.add_direction_rows(children, parties)
        self.offer_goes_on()

    def _ask_whether_it_is_known(self, known: Known) -> None:
        """The question is put once somebody has typed the kind and the day of one that is known."""
        same = self.fields["same"]
        assert isinstance(same, forms.ChoiceField)
        day = Boxes.showing(self["made_on"].value()).as_typed()
        found = known.get((str(self.data.get("kind", "")), day)) if self.is_bound and day else None
        if not found:
            del self.fields["same"]
        else:
            same.choices = [*found, (ANOTHER, _("Another order"))]

    def _offer(self, name: str, none: Any, choices: Choices) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", none), *choices]
        if not choices:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """An order that is of no kind we know has its title; and its directions are whole."""
        given = super().clean() or self.cleaned_data
        if not given.get("kind") and not given.get("title") and "title" not in self.errors:
            self.add_error("title", _("Enter what the order is called"))
        made_on, heard_on = given.get("made_on"), self.heard_on.get(given.get("hearing", ""))
        if made_on and heard_on and made_on < heard_on:
            self.add_error("hearing", _("The hearing was after the day on which the order was made"))
        self.check_directions(given)
        self.check_goes_on(given, bool(self.directed()))
        return given


class ReadForm(DatedForm, DirectionRows):
    """What a person read in an order that the court sent."""

    rows = forms.CharField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("What kind of order is it?"), required=False)
    is_final = final_field()
    ends_involvement = ends_field()

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        today: date,
        children: Sequence[Child],
        parties: Sequence[Party],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, today=today, **kwargs)
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = [("", _("None of these kinds")), *kinds_of_order(self.language)]
        self.add_direction_rows(children, parties)

    def clean(self) -> dict[str, Any]:
        """Its directions are whole."""
        given = super().clean() or self.cleaned_data
        self.check_directions(given)
        return given


class AmendForm(ChangeForm):
    """What a direction says now, and by which order."""

    order = forms.ChoiceField(label=_("Which order amends it?"))
    due_on = due_field()
    due_time = hour_field()
    paragraph = paragraph_field()
    words = words_field()

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        orders: Choices,
        made_on: Mapping[str, date | None],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        order = self.fields["order"]
        assert isinstance(order, forms.ChoiceField)
        order.choices, self.made_on = list(orders), made_on

    def clean(self) -> dict[str, Any]:
        """An hour has its day, and nothing is due before its order was made."""
        given = super().clean() or self.cleaned_data
        made_on = self.made_on.get(given.get("order", ""))
        check_day(self, "due_on", given.get("due_on"), given.get("due_time"), made_on)
        return given


class LiftForm(ChangeForm):
    """Why a direction falls away."""

    words = forms.CharField(
        label=_("How did the court take it back?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example: by the order of 9 April, because the parties agreed."),
        error_messages={"required": _("Say how, in a few words")},
    )  # fmt: skip


class DoneForm(ChangeForm):
    """By which document a direction was done, or how."""

    document = forms.ChoiceField(label=_("By which document?"), required=False)
    how = Prose(label=_("If it was no document of ours: how?"), most=1000, rows=3)

    def __init__(self, data: Mapping[str, Any] | None = None, *, documents: Choices, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        document = self.fields["document"]
        assert isinstance(document, forms.ChoiceField)
        document.choices = [("", _("By no document that is sealed here")), *documents]

    def clean(self) -> dict[str, Any]:
        """It says one or the other."""
        given = super().clean() or self.cleaned_data
        if not given.get("document") and not given.get("how") and not self.errors:
            self.add_error("how", _("Select the document, or say how it was done"))
        return given
