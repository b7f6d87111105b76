"""The day of an order that was recorded here, put right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lles.casefile.changes.orders import correct_day
from lles.casefile.views.naming import calls_orders
from lles.work.first_hearing.forms.day_of_order import DayOfOrderForm
from lles.work.first_hearing.queries.orders import first_due_in
from lles.work.first_hearing.views.recorded_order import RecordedOrderView

if TYPE_CHECKING:
    from lles.casefile.forms.change import ChangeForm


class DayOfOrder(RecordedOrderView):
    """An order was made on another day than was recorded."""

    template = "first_hearing/day_of_order.html"
    form_class = DayOfOrderForm

    def heading(self) -> str:
        return _("Put the day of the order right")

    def press(self) -> str:
        return _("Record the right day")

    def choices(self) -> dict[str, Any]:
        return {"today": self.today, "was": self.order.made_on, "first_due_on": first_due_in(self.order)}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        ((_pk, called),) = calls_orders(self, [self.order])
        return {"called": called}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        correct_day(**self.passed(form), order=self.order, made_on=given["made_on"], reason=given["words"])
