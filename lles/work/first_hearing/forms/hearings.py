"""Recording what happened at a hearing while it happens, and putting the record right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.fields import Asked, ClockField, DateBoxesField, YesNoField
from lles.casefile.forms.hearings import HEARINGS, SittingForm, hearing_words
from lles.casefile.forms.names import is_a_name
from lles.casefile.timeline import LONDON, word
from lles.law.bilingual import day_in_words, opening
from lles.work.first_hearing.forms.arrangements import ArrangementRows
from lles.work.first_hearing.forms.directions import NARROW, DirectionRows
from lles.work.first_hearing.forms.orders import ANOTHER, kinds_of_order
from lles.work.first_hearing.forms.own_words import MOST, OwnWordsForm

if TYPE_CHECKING:
    from lles.casefile.models import Child, Party

WAYS = ("absent", "there", "spoken")


class HappenedForm(OwnWordsForm, ArrangementRows):
    """Who was there, what was said, and what was agreed."""

    others = Prose(
        label=_("Who else was there?"), most=300, widget=forms.TextInput(), validators=[is_a_name],
        help_text=_("For example lawyers, an interpreter, somebody of the local authority."),
    )  # fmt: skip
    advice = Prose(label=_("What advice did you give by word of mouth?"), most=MOST, rows=3)
    agreed = Prose(label=_("What was agreed?"), most=MOST, rows=3)
    agreed_by = forms.MultipleChoiceField(
        label=_("Who agreed it?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    interim = Prose(label=_("What holds until the next hearing?"), most=MOST, rows=2)
    ends_involvement = YesNoField(label=_("Does the service's involvement end here?"), asked=Asked.EMPHATIC)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, children: Sequence[Child], parties: Sequence[Party],
        arranged: int = 0, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, **kwargs)
        self.adults = parties
        ways = [(way, opening(word(f"attendance.{way}").said(self.language))) for way in WAYS]
        for one in parties:
            self.fields[f"there-{one.pk}"] = forms.ChoiceField(
                label=one.name or _("without a name"), choices=ways, widget=forms.RadioSelect
            )
        agreed_by = self.fields["agreed_by"]
        assert isinstance(agreed_by, forms.MultipleChoiceField)
        agreed_by.choices = [(str(one.pk), one.name) for one in parties]
        self.add_own_words()
        self.add_ways_to_agree()
        self.add_arrangement_rows(children, parties, arranged)

    def attendance_fields(self) -> Sequence[BoundField]:
        """The field of each adult."""
        return [self[f"there-{one.pk}"] for one in self.adults]

    def clean(self) -> dict[str, Any]:
        """What was agreed has those who agreed it."""
        given = super().clean() or self.cleaned_data
        if given.get("agreed") and not self._agreed_by(given):
            self.add_error("agreed_by", _("Select who agreed it"))
        self.check_arrangements(given)
        return given

    def _agreed_by(self, given: Mapping[str, Any]) -> tuple[int, ...]:
        """Whoever was chosen, and whoever has words of their own."""
        own = (one.party for one in self.own_words(given) if one.words)
        return tuple(dict.fromkeys((*map(int, given.get("agreed_by") or ()), *own)))

    @property
    def happened(self) -> dict[str, Any]:
        """What was typed of the hearing, as the change takes it."""
        given = self.cleaned_data
        return {
            "attendance": {str(one.pk): given[f"there-{one.pk}"] for one in self.adults},
            "agreed_by": self._agreed_by(given),
            "own_words": tuple(self.own_words(given)),
            "arrangements": self.arrangements,
            "language": self.language,
            **{name: given[name] for name in ("others", "advice", "agreed", "interim", "ends_involvement")},
        }


class HearingHeldForm(HappenedForm, SittingForm, DirectionRows):
    """A hearing that was held, with what was ordered and when the court sits next."""

    rows = forms.CharField(required=False, widget=forms.HiddenInput)
    order_kind = forms.ChoiceField(label=_("What kind of order was made?"), required=False)
    order_on = forms.ChoiceField(
        label=_("On which day was the order made?"), widget=forms.RadioSelect, required=False
    )
    is_final = YesNoField(
        label=_("Is the order that was made a final one, which disposes of the proceedings?"),
        asked=Asked.IS, unknown=_("It does not say"), required=False,
        help_text=_("An interim order, or one made while the proceedings go on, is none."),
    )  # fmt: skip
    which_order = forms.ChoiceField(
        label=_("The court has sent several orders of that day. Which of them is it?"),
        widget=forms.RadioSelect, required=False,
    )  # fmt: skip
    next_type = forms.ChoiceField(label=_("What kind of hearing is next?"), required=False)
    next_on = DateBoxesField(label=_("On which day?"), required=False)
    next_at = ClockField(
        label=_("At what time?"), required=False, widget=forms.TextInput(attrs=NARROW),
        help_text=_("For example 10am or 2:15pm"),
    )  # fmt: skip

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        children: Sequence[Child],
        parties: Sequence[Party],
        heard_on: Sequence[date],
        sent: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(data, children=children, parties=parties, **kwargs)
        which = self.fields["which_order"]
        assert isinstance(which, forms.ChoiceField)
        which.choices = [*sent, (ANOTHER, _("Another order, which the court has not sent"))]
        if len(sent) <= 1:
            del self.fields["which_order"]
        self.days = {day.isoformat(): day for day in heard_on}
        self.heard_on = heard_on[0]
        if len(self.days) == 1:
            del self.fields["order_on"]
        else:
            order_on = self.fields["order_on"]
            assert isinstance(order_on, forms.ChoiceField)
            order_on.choices = [(key, day_in_words(day, self.language)) for key, day in self.days.items()]
        kinds = kinds_of_order(self.language)
        following = [(code, hearing_words(code, self.language)) for code in HEARINGS]
        self._offer("order_kind", _("Directions, or another order"), kinds)
        self._offer("next_type", _("No next hearing is listed yet"), following)
        self.add_direction_rows(children, parties)
        self.offer_closed_day("next_on")
        self.offer_goes_on()

    def _offer(self, name: str, none: Any, choices: Sequence[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", none), *choices]
        if not choices:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """The directions are whole, and the next hearing has its kind, day and hour."""
        given = super().clean() or self.cleaned_data
        self.check_directions({**given, self.made_on_field: self.made_on or self.heard_on})
        ends = given.get("is_final") or given.get("ends_involvement")
        makes = given.get("order_kind") or self.directed() or ends
        if makes and "order_on" in self.fields and not self.made_on:
            self.add_error("order_on", _("Select the day on which the order was made"))
        is_told_apart = given.get("order_kind") or self.directed()
        if ends and not is_told_apart and "which_order" in self.fields and not given.get("which_order"):
            self.add_error("which_order", _("Select which order it is"))
        asked = {name: given.get(f"next_{name}") for name in ("type", "on", "at")}
        missing = {
            "type": _("Select what kind of hearing is next"),
            "on": _("Enter the day of the next hearing"),
            "at": _("Enter the time of the next hearing"),
        }
        for name, says in missing.items():
            if any(asked.values()) and not asked[name] and f"next_{name}" not in self.errors:
                self.add_error(f"next_{name}", says)
        if asked["on"] and asked["on"] < self.heard_on:
            self.add_error("next_on", _("The next hearing cannot be before this one"))
        else:
            self.check_closed_day("next_on", asked["on"])
        self.check_goes_on(given, bool(self.directed() or any(asked.values())))
        return given

    @property
    def made_on(self) -> date | None:
        """The day that was chosen for the order, where the hearing took several."""
        return self.days.get(self.cleaned_data.get("order_on", ""))

    @property
    def following(self) -> tuple[str, datetime] | None:
        """The next hearing: its type and the moment at which it begins."""
        given = self.cleaned_data
        if not given.get("next_type"):
            return None
        return given["next_type"], datetime.combine(given["next_on"], given["next_at"], LONDON)
