"""An enforcement order that was recorded wrongly: its application waits for the order again."""

from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.tasks import end_all_about
from lles.casefile.models import Case, Officer, Order
from lles.work.enforcement.changes.application import begin, direction_was_given, follow_enforcements
from lles.work.enforcement.changes.moving import put
from lles.work.enforcement.models import Enforcement
from lles.work.enforcement.queries.directed import INFORMATION, direction_about
from lles.work.enforcement.queries.due import TASKS
from lles.work.enforcement.queries.taken_back import asked_of_none


@change(needs=Verb.WORK)
def order_was_taken_back(
    *, case: Case, by: Officer, at: datetime, order: Order, goes_to: Order | None
) -> Done[None]:
    """The work goes to the order that stood twice, where that has none; an application of which the file says
    more than the order, or about which the court asks, waits again; the rest ends with the order. What the
    court directs goes on."""
    found = Enforcement.every.filter(order=order)
    if goes_to is not None and not Enforcement.objects.filter(order=goes_to).exists():
        found.update(order=goes_to)
    for one in list(found):
        one.case = case
        if one.said_at is not None or direction_about(one, INFORMATION) is not None:
            put(one, begin(case, by, at, None, None))
        else:
            end_all_about(case=case, by=by, at=at, kinds=TASKS, subject=str(one.pk))
    follow_enforcements(case=case, by=by, at=at)
    for pk in asked_of_none(case):
        direction_was_given(case=case, by=by, at=at, direction=pk)
    return Done(None, None)
