"""An order of activities that was recorded wrongly: their work ends, or falls back to what it was before."""

from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.tasks import end_all_about
from lles.casefile.models import Case, Officer, Order
from lles.work.activities.changes.activity import direction_was_given, follow_directions
from lles.work.activities.models import Activity
from lles.work.activities.queries.due import TASKS
from lles.work.activities.queries.taken_back import asked_of_none

UNREAD = {"order": None, "as_sealed": None, "is_monitored": None, "terms_at": None, "terms_by": None}


@change(needs=Verb.WORK)
def order_was_taken_back(
    *, case: Case, by: Officer, at: datetime, order: Order, goes_to: Order | None
) -> Done[None]:
    """What the court asked about before is asked about again; the rest goes to the order that stood twice,
    where that has none, or ends with the order. What the court directs goes on."""
    found = Activity.every.filter(order=order)
    if goes_to is not None and not Activity.objects.filter(order=goes_to).exists():
        found.update(order=goes_to)
    elif goes_to is None and order.created_at is not None:
        found.filter(begun_at__lt=order.created_at).update(**UNREAD)
    for one in Activity.every.filter(order=order):
        end_all_about(case=case, by=by, at=at, kinds=TASKS, subject=str(one.pk))
    follow_directions(case=case, by=by, at=at)
    for pk in asked_of_none(case):
        direction_was_given(case=case, by=by, at=at, direction=pk)
    return Done(None, None)
