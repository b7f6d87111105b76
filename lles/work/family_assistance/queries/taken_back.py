"""What was sealed under a family assistance order, for when it turns out to be recorded wrongly."""

from collections.abc import Iterable

from lles.casefile.models import Order
from lles.work.family_assistance.models import Issued


def documents_under(order: Order) -> Iterable[tuple[str, int]]:
    """The documents that were sealed since an order was recorded; those of the proposal are none of it."""
    found = Issued.objects.filter(assistance__order=order, at__gte=order.created_at)
    return list(found.order_by("pk").values_list("kind", "version"))
