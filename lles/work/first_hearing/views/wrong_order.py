"""An order that was recorded wrongly here: taken back, and whoever had a document under it told."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lles.casefile.changes.taken_back import take_back_order
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.naming import calls_orders
from lles.casefile.views.sight import or_404
from lles.work.first_hearing.changes.taken_back import record_told
from lles.work.first_hearing.forms.wrong_order import ToldOfOrderForm, WrongOrderForm
from lles.work.first_hearing.queries.taken_back import WRONG, order_to_tell_of, sealed_under
from lles.work.first_hearing.views.orders import PAGE
from lles.work.first_hearing.views.recorded_order import RecordedOrderView

if TYPE_CHECKING:
    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.models import Order


class WrongOrder(RecordedOrderView):
    """An order that was recorded here should not stand as it does."""

    template = "first_hearing/wrong_order.html"
    form_class = WrongOrderForm

    def heading(self) -> str:
        return _("This order was recorded wrongly")

    def press(self) -> str:
        return _("Take the order back")

    def choices(self) -> dict[str, Any]:
        self.others = {str(one.pk): one for one in self.case.orders.exclude(pk=self.order.pk)}
        return {
            "what": [(one, self.say.word(f"order_wrong.{one}")) for one in WRONG],
            "others": calls_orders(self, self.others.values()),
        }

    def context(self, form: ChangeForm) -> dict[str, Any]:
        ((_pk, called),) = calls_orders(self, [self.order])
        return {"called": called}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        same_as = self.others.get(given.get("same_as", ""))
        take_back_order(
            **self.passed(form), order=self.order, what=given["what"], why=given["words"], same_as=same_as
        )


class TellOfOrder(ChangeView):
    """Whoever had a document that was made under an order recorded wrongly is told."""

    tab = leads_to = PAGE
    what = "orders"
    template = "first_hearing/tell_of_order.html"
    form_class = ToldOfOrderForm

    @cached_property
    def order(self) -> Order:
        """The order it is about."""
        return or_404(order_to_tell_of(self.case, self.kwargs["order"]))

    def begin(self) -> None:
        super().begin()
        self.order  # noqa: B018

    def heading(self) -> str:
        return _("Tell whoever had a document")

    def press(self) -> str:
        return _("Record whom you told")

    def context(self, form: ChangeForm) -> dict[str, Any]:
        ((_pk, called),) = calls_orders(self, [self.order])
        return {"called": called, "documents": sealed_under(self.case, self.order)}

    def change(self, form: ChangeForm) -> None:
        record_told(**self.passed(form), order=self.order, words=form.cleaned_data["words"])
