"""The view over the orders of the service: what ends soon, and what is not planned yet."""

from django.http import HttpRequest, HttpResponse

from lles.casefile.queries.orders_at_work import SOON, orders_at_work
from lles.casefile.views.sight import OfficerView


class OrdersAtWork(OfficerView):
    """The orders at work over every case that one sees."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Lists the orders that end soon, then those without a complete plan or terms."""
        found = orders_at_work(self.officer, self.today)
        return self.show("casefile/orders_at_work.html", found=found, last=self.today + SOON)
