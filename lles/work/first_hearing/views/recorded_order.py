"""Pages on which an order that was recorded here is put right."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import or_404
from lles.work.first_hearing.queries.orders import order_recorded_here
from lles.work.first_hearing.views.orders import PAGE

if TYPE_CHECKING:
    from lles.casefile.models import Order


class RecordedOrderView(ChangeView):
    """Something about one order that was recorded here is not as it stands."""

    tab = leads_to = PAGE
    what = "orders"

    @cached_property
    def order(self) -> Order:
        """The order it is about."""
        return or_404(order_recorded_here(self.case, self.kwargs["order"]))

    def begin(self) -> None:
        super().begin()
        self.order  # noqa: B018
