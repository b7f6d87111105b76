"""The day of an order that stands on the file: the order is chosen, and its day is not typed again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.worded import WordedForm

ORDER = "_order"


@dataclass(frozen=True)
class OrderOnFile:
    """An order on the file by its number, what it is called, the day on which it was made, and the last day
    to which it is read to run."""

    pk: str
    called: str
    made_on: date
    ends_on: date | None = None


class DaysOfOrdersForm(WordedForm):
    """A form that asks for days of orders: above the boxes of such a day stand the orders on the file."""

    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.on_file: dict[str, Mapping[str, OrderOnFile]] = {}

    def offer_orders(self, name: str, label: Any, orders: Sequence[OrderOnFile]) -> None:
        """Offers some orders above the boxes of a day; a day that is known and is that of one order stands as
        that order. Where none is on the file, the boxes stand alone."""
        if not orders:
            return
        self.on_file[name] = {one.pk: one for one in orders}
        choices = [("", gettext("None of these: the day is entered below"))]
        self.fields[f"{name}{ORDER}"] = forms.ChoiceField(
            label=label, required=False, choices=[*choices, *((one.pk, one.called) for one in orders)]
        )
        before = [one for one in self.fields if one != f"{name}{ORDER}"]
        self.order_fields([*before[: before.index(name)], f"{name}{ORDER}", *before[before.index(name) :]])
        same = [one.pk for one in orders if one.made_on == self.initial.get(name)]
        if len(same) == 1:
            self.initial.update({f"{name}{ORDER}": same[0], name: None})

    def clean(self) -> dict[str, Any]:
        """The day of an order that was chosen is the day; nobody enters another beside it."""
        given = super().clean() or self.cleaned_data
        for name in self.on_file:
            order = self.chosen(name)
            if order is not None and given.get(name) not in (None, order.made_on):
                self.add_error(name, _("Choose the order, or enter another day, not both"))
            elif order is not None and name not in self.errors:
                given[name] = order.made_on
        return given

    def chosen(self, name: str) -> OrderOnFile | None:
        """The order that was chosen for a day."""
        return self.on_file.get(name, {}).get(str(self.cleaned_data.get(f"{name}{ORDER}", "")))
