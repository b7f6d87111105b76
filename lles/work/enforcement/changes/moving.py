"""An order that stands with the wrong application goes to the right one; nothing is deleted."""

from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Stale, change
from lles.casefile.changes.serving import follow_serving
from lles.casefile.models import Case, Officer
from lles.casefile.timeline import Fact, Word, says
from lles.work.enforcement.changes.application import begin, still_runs
from lles.work.enforcement.changes.tasks import follow
from lles.work.enforcement.models import Enforcement, OrderMoved, Report, UnpaidWork
from lles.work.enforcement.queries.directed import INFORMATION, direction_about
from lles.work.enforcement.queries.moved import PREFIX


@change(needs=Verb.WORK)
def move_order(
    *, case: Case, by: Officer, at: datetime, enforcement: Enforcement, why: str,
    to: Enforcement | None = None, seen: int | None = None,
) -> Done[OrderMoved]:  # fmt: skip
    """Records that an order stands with the wrong application: from now on it stands with another one that
    has none, or with one that is still to be recorded, and what the order asks and what happened under it
    go along. What was sealed stays as it was sealed, and nobody is given it any more. Raises Stale where
    there is no order, where either has ended, or where the other has an order."""
    still_runs(enforcement)
    order = enforcement.order
    if order is None or (to is not None and to.order_id is not None):
        raise Stale(f"enforcement {enforcement.pk}: no order that could be moved there")
    if to is None:
        to = begin(case, by, at, None, None)
    still_runs(to)
    enforcement.case = to.case = case
    is_asked = direction_about(enforcement, INFORMATION) is not None
    moved = OrderMoved.objects.create(
        enforcement=enforcement, to=to, order=order, why=why, by=by, at=at,
        empties=enforcement.said_at is None and not is_asked,
    )  # fmt: skip
    put(enforcement, to)
    for one in (enforcement, to):
        follow(one, by, at)
    for kind in set(Report.objects.filter(order=order).values_list("kind", flat=True)):
        follow_serving(case=case, by=by, at=at, kind=f"{PREFIX}{kind}")
    return Done(moved, says("enforcement_order_moved", of=_whose(enforcement), to=_whose(to), why=why))


def put(enforcement: Enforcement, to: Enforcement) -> None:
    """Inside a change: the order with what it asks; both are read anew, since a row of the other hangs on
    each."""
    order = enforcement.order
    UnpaidWork.objects.filter(enforcement=enforcement).update(enforcement=to)
    for one, held in ((enforcement, None), (to, order)):
        one.order = held
        one.save(update_fields=["order"])
        one.refresh_from_db()


def _whose(enforcement: Enforcement) -> Fact:
    """Against whom the application is, or that nobody has recorded it."""
    name = enforcement.party.name if enforcement.party else ""
    return name or Word("enforcement_application.unrecorded")
