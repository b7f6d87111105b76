"""A family assistance order that was recorded wrongly: its work ends, or falls back to what it was before."""

from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.tasks import end_all_about
from lles.casefile.models import Case, Officer, Order
from lles.work.family_assistance.changes.order import follow_directions
from lles.work.family_assistance.changes.tasks import follow
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.due import TASKS


@change(needs=Verb.WORK)
def order_was_taken_back(
    *, case: Case, by: Officer, at: datetime, order: Order, goes_to: Order | None
) -> Done[None]:
    """The work goes to the order that stood twice, where that has none; a proposal is one again, unless there
    is another by now; any other work ends with the order."""
    one = Assistance.every.filter(order=order).first()
    if one is not None:
        one.case = case
        if goes_to is not None and not Assistance.objects.filter(order=goes_to).exists():
            one.order = goes_to
            one.save(update_fields=["order"])
        elif goes_to is None and _was_proposed(one, order):
            one.order, one.as_sealed, one.ends_on, one.terms_at, one.terms_by = None, False, None, None, None
            one.save(update_fields=["order", "as_sealed", "ends_on", "terms_at", "terms_by"])
            follow(one, by, at)
        else:
            end_all_about(case=case, by=by, at=at, kinds=TASKS, subject=str(one.pk))
    follow_directions(case=case, by=by, at=at)
    return Done(None, None)


def _was_proposed(one: Assistance, order: Order) -> bool:
    is_older = order.created_at is not None and one.begun_at < order.created_at
    return is_older and not Assistance.objects.filter(case=one.case_id, order=None).exists()
