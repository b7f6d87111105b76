"""What was recorded of an order and is put right: the day on which it was made."""

from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.directions import KEYED
from lles.casefile.changes.door import Done, Refused, change
from lles.casefile.models import Case, Officer, Order
from lles.casefile.queries.court import order_name
from lles.casefile.register import Event
from lles.casefile.timeline import Word, says


class DayToldByTheCourt(Refused):
    """The court itself says when this order was made; nobody else does."""

    name = "day_told_by_the_court"


@change(needs=Verb.WORK)
def correct_day(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    order: Order,
    made_on: date,
    reason: str,
    seen: int | None = None,
) -> Done[None]:
    """Puts right the day of an order that was recorded here, and why; what is counted from that day
    follows."""
    order.refresh_from_db(fields=["court_key", "made_on"])
    if not order.court_key.startswith(KEYED):
        raise DayToldByTheCourt(f"order {order.pk}")
    was, order.made_on = order.made_on or Word("value.nothing"), made_on
    order.save(update_fields=["made_on"])
    entry = says("order_day_corrected", title=order_name(case, order), made_on=made_on, was=was, why=reason)
    return Done(None, entry, ((Event.DETAILS_CHANGED, {"order": order.pk}),))
