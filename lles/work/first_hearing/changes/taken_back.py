"""What follows at court where an order was recorded wrongly: its tasks end, what it amended and what the
court itself sent of that day waits again, and whoever had a document made under it is told."""

from collections.abc import Iterable
from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Stale, change
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.serving import follow_serving
from lles.casefile.changes.tasks import end_tasks, open_task, open_tasks_of
from lles.casefile.models import Case, Officer, Order
from lles.casefile.queries.court import order_name
from lles.casefile.register import Event, Occasion
from lles.casefile.timeline import Word, says
from lles.work.first_hearing.changes.directions import open_directed
from lles.work.first_hearing.queries.orders import DIRECTION, KEY, READ
from lles.work.first_hearing.queries.taken_back import (
    TELL,
    directed_anew,
    hearing_ends_involvement,
    order_to_tell_of,
    orders_to_read_anew,
    papers_to_key_anew,
)


def order_taken_back(occasion: Occasion) -> None:
    """An order was recorded wrongly and counts nowhere any more."""
    case, by, at = occasion.case, the_service(), occasion.at
    order = Order.every.select_related("taken_back__same_as").get(pk=int(str(occasion.about["order"])))
    for task in open_tasks_of(case, [DIRECTION]):
        if task.direction is not None and task.direction.order_id == order.pk:
            end_tasks(case=case, by=by, at=at, kind=DIRECTION, outcome="not_needed", subject=task.subject)
    for given in directed_anew(case, order, _numbers(occasion.about["again"])):
        open_directed(occasion, given)
    same = order.taken_back.same_as
    if same is not None and same.kind:
        end_tasks(case=case, by=by, at=at, kind=READ, outcome="not_needed", subject=str(same.pk))
    for one in orders_to_read_anew(case, order):
        open_task(case=case, by=by, at=at, kind=READ, subject=str(one.pk))
    for paper in papers_to_key_anew(order):
        open_task(case=case, by=by, at=at, kind=KEY, subject=str(paper.pk))
    if order.taken_back.documents:
        open_task(case=case, by=by, at=at, kind=TELL, subject=str(order.pk))
    for kind in {kind for kind, _version in order.taken_back.documents}:
        follow_serving(case=case, by=by, at=at, kind=kind)
    if order.ends_involvement and not hearing_ends_involvement(case):
        involvement_goes_on(case=case, by=by, at=at)


def _numbers(said: object) -> Iterable[int]:
    assert isinstance(said, list)
    return said


@change(needs=Verb.WORK)
def involvement_goes_on(*, case: Case, by: Officer, at: datetime) -> Done[None]:
    """No hearing says that the service's involvement ends, and the order that said so was none."""
    return Done(None, None, ((Event.HEARING_HELD, {"ends_involvement": False}),))


@change(needs=Verb.WORK)
def record_told(
    *, case: Case, by: Officer, at: datetime, order: Order, words: str, seen: int | None = None
) -> Done[None]:
    """Records who was told that a document was made under an order that was recorded wrongly."""
    if order_to_tell_of(case, order.pk) is None:
        raise Stale(f"order {order.pk}: whoever had a document is told already")
    end_tasks(case=case, by=by, at=at, kind=TELL, outcome="done", subject=str(order.pk))
    on = order.made_on or Word("value.nothing")
    return Done(None, says("order_wrong_told", title=order_name(case, order), made_on=on, why=words))
