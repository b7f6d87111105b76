"""A monitoring order that was recorded wrongly: its work ends, or goes to the order that stood twice."""

from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.tasks import end_all_about
from lles.casefile.models import Case, Officer, Order
from lles.work.monitoring.changes.order import follow_orders
from lles.work.monitoring.models import Monitoring
from lles.work.monitoring.queries.due import ABOUT_A_BREACH, TASKS


@change(needs=Verb.WORK)
def order_was_taken_back(
    *, case: Case, by: Officer, at: datetime, order: Order, goes_to: Order | None
) -> Done[None]:
    """The work goes to the order that stood twice, where that has none; else it ends with the order."""
    one = Monitoring.every.filter(order=order).first()
    if one is not None and goes_to is not None and not Monitoring.objects.filter(order=goes_to).exists():
        one.order = goes_to
        one.save(update_fields=["order"])
    elif one is not None:
        own = set(TASKS) - set(ABOUT_A_BREACH)
        end_all_about(case=case, by=by, at=at, kinds=own, subject=str(one.pk))
        for breach in one.breaches.values_list("pk", flat=True):
            end_all_about(case=case, by=by, at=at, kinds=ABOUT_A_BREACH, subject=str(breach))
    follow_orders(case=case, by=by, at=at)
    return Done(None, None)
