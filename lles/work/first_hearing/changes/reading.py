"""Orders that a person has to read: what the court sent does not say what it is, or names no report, or it
came as a paper."""

from collections.abc import Sequence
from datetime import datetime

from lles.casefile import register
from lles.casefile.access import Verb
from lles.casefile.changes.directions import (
    KEYED,
    Directed,
    announced,
    join_directions,
    known_beside,
    line_of,
)
from lles.casefile.changes.door import Done, Stale, change
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.models import Case, Officer, Order
from lles.casefile.queries.papers import RECEIVED
from lles.casefile.register import Event, Occasion
from lles.casefile.timeline import says
from lles.work.first_hearing.queries.orders import KEY, READ

# The courts' codes of C21, C43 and C82: no code tells a monitoring order or an activity direction; they stand
# in the text of a C21 or C43, nor what somebody lost.
TOLD_BY_THEIR_TEXT = frozenset({
    "blankOrderOrDirections", "childArrangementsSpecificProhibitedOrder", "caSpecificProhibitedOrder",
    "financialCompensationC82",
})  # fmt: skip


def order_made(occasion: Occasion) -> None:
    """An order of the court's feed that only its title or its text tells of, or that wants something by a day
    and names no report, is read by a person."""
    order = Order.objects.get(pk=int(str(occasion.about["order"])))
    if occasion.about.get("read") or order.kind or order.court_key.startswith(KEYED):
        return
    wants_something = order.filing_due_on is not None and not order.directions.exists()
    is_told = order.code in TOLD_BY_THEIR_TEXT or register.perhaps_of_kind(order.title) is not None
    if wants_something or is_told:
        by, at = the_service(), occasion.at
        open_task(case=occasion.case, by=by, at=at, kind=READ, subject=str(order.pk))


def order_came(occasion: Occasion) -> None:
    """An order that came by post, by e-mail or by hand is keyed by a person, as one of the feed is read."""
    paper, by, at = str(occasion.about["paper"]), the_service(), occasion.at
    open_task(case=occasion.case, by=by, at=at, kind=KEY, subject=paper)


def order_keyed(occasion: Occasion) -> None:
    """The order that stands in a paper is keyed, or somebody has found that none stands in it."""
    paper, by, at = str(occasion.about["paper_key"]), the_service(), occasion.at
    if paper.startswith(RECEIVED):
        paper = paper.removeprefix(RECEIVED)
        outcome = "done" if occasion.about["is_order"] else "not_needed"
        end_tasks(case=occasion.case, by=by, at=at, kind=KEY, outcome=outcome, subject=paper)


@change(needs=Verb.WORK)
def read_order(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    order: Order,
    kind: str,
    directions: Sequence[Directed] = (),
    ends_involvement: bool | None = None,
    is_final: bool | None = None,
    seen: int | None = None,
) -> Done[Order]:
    """Records what a person read in an order that the court sent: its kind, or that it is none of those we
    know, and what it directs; it opens the same work as one whose kind the court had named. Where the one
    order of that kind and day was recorded already, it is that one, and nothing opens twice."""
    order.refresh_from_db()
    if order.kind:
        raise Stale(f"order {order.pk} was read already")
    recorded = _recorded_already(order, kind)
    Order.objects.filter(pk=order.pk).update(
        kind="" if recorded else kind, ends_involvement=ends_involvement, is_final=is_final
    )
    if recorded and recorded.is_final is None:
        Order.objects.filter(pk=recorded.pk).update(is_final=is_final)
    order.refresh_from_db()
    given = join_directions(recorded or order, known_beside(order), directions, at)
    end_tasks(case=case, by=by, at=at, kind=READ, outcome="done", subject=str(order.pk))
    lines = tuple(line_of(one) for one in given)
    known = next((one.title for one in register.order_kinds() if one.name == kind), None)
    if known is None:
        entry = says("order_read", title=order.title or order.code, lines=lines)
    else:
        entry = says("order_read_as", title=order.title or order.code, kind=known, lines=lines)
    made = (Event.ORDER_MADE, {"order": order.pk, "kind": order.kind, "read": True})
    return Done(order, entry, (made, *(announced(one) for one in given)))


def _recorded_already(order: Order, kind: str) -> Order | None:
    """The order of that kind and day that somebody recorded at court or keyed, where there is but one."""
    if not kind or order.made_on is None:
        return None
    keyed = Order.objects.filter(case=order.case_id, kind=kind, made_on=order.made_on)
    found = list(keyed.filter(court_key__startswith=KEYED)[:2])
    return found[0] if len(found) == 1 else None
