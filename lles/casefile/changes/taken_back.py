"""An order that was recorded wrongly here is taken back: it stays to be read, and counts nowhere."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q

from lles.casefile.access import Verb
from lles.casefile.changes.directions import KEYED, may_be
from lles.casefile.changes.door import Done, Refused, Stale, change
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.papers_of_orders import papers_go_along
from lles.casefile.models import Attached, AttachedDischarged, Case, Direction, Officer, Order, TakenBack
from lles.casefile.queries.court import order_name
from lles.casefile.register import Event, Occasion, documents_under
from lles.casefile.timeline import Word, says


class SentByTheCourt(Refused):
    """The court itself sent this order; nobody here takes it back."""

    name = "sent_by_the_court"


@change(needs=Verb.WORK)
def take_back_order(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    order: Order,
    what: str,
    why: str,
    same_as: Order | None = None,
    seen: int | None = None,
) -> Done[TakenBack]:
    """Records that an order was recorded wrongly here, and why: it stays, what it directs is asked no more,
    and what it amended stands again. Where it stood twice, what hangs on it goes to the other one."""
    order.refresh_from_db(fields=["court_key", "kind"])
    if not order.court_key.startswith(KEYED):
        raise SentByTheCourt(f"order {order.pk}")
    if TakenBack.objects.filter(order=order).exists():
        raise Stale(f"order {order.pk} was taken back already")
    sealed = [[kind, version] for kind, version in documents_under(order)]
    if same_as is not None:
        papers_go_along(order, same_as, why, by, at)
    taken = TakenBack.objects.create(
        order=order, what=what, why=why, same_as=same_as, documents=sealed, by=by, at=at
    )
    if same_as is not None:
        _goes_along(order, same_as)
    again = [one.pk for one in _stands_again(order)]
    entry = says(
        "order_taken_back", title=order_name(case, order), what=Word(f"order_wrong.{what}"),
        made_on=order.made_on or Word("value.nothing"), why=why,
    )  # fmt: skip
    goes_to = same_as.pk if same_as is not None and same_as.kind == order.kind else None
    about = {"order": order.pk, "kind": order.kind, "goes_to": goes_to, "again": again}
    return Done(taken, entry, ((Event.ORDER_TAKEN_BACK, about),))


def as_told(occasion: Occasion) -> dict[str, Any]:
    """What a piece of work passes to its own change when an order was taken back: the order, and the one of
    its kind to which its work goes where it stood twice."""
    told = (occasion.about["order"], occasion.about["goes_to"])
    order, goes_to = (Order.every.filter(pk=str(pk)).first() if pk else None for pk in told)
    return {
        "case": occasion.case, "by": the_service(), "at": occasion.at, "order": order, "goes_to": goes_to,
    }  # fmt: skip


def _goes_along(order: Order, other: Order) -> None:
    """What the one that stood twice directs and the other does not say is directed there, and so is what else
    was read in it and nobody knows of the other."""
    other.refresh_from_db()
    other.kind = other.kind or order.kind
    other.paper_key = other.paper_key or order.paper_key
    if other.ends_involvement is None:
        other.ends_involvement = order.ends_involvement
    if other.is_final is None:
        other.is_final = order.is_final
    other.save(update_fields=["kind", "paper_key", "ends_involvement", "is_final"])
    rows = {one.pk: one for one in Direction.every.filter(order=order)}
    stands = list(Direction.objects.filter(order=other, superseded_at=None))
    for row in rows.values():
        if row.superseded_at is None and not any(may_be(one, row) for one in stands):
            goes, before = [row.pk], row
            while before.supersedes_id in rows:
                before = rows[before.supersedes_id]
                goes.append(before.pk)
            Direction.every.filter(pk__in=goes).update(order=other)
    _attached_goes_along(order, other)


def _attached_goes_along(order: Order, other: Order) -> None:
    """What is attached to the one that stood twice stands with the other, with the order that discharges it;
    and what it discharges itself, as far as nobody said otherwise since, the other one discharges."""
    known = {_as_attached(row): row for row in Attached.every.filter(order=other, wrong=None)}
    for attached in Attached.every.filter(order=order, wrong=None):
        discharges, twin = list(attached.discharges.all()), known.get(_as_attached(attached))
        if twin is not None:
            said = twin.discharges.last()
            discharges = [one for one in discharges[-1:] if said is None or said.pk < one.pk]
        else:
            attached.pk, attached.order = None, other  # written once: it stands with the other one as well
            attached.save(force_insert=True)
        for one in discharges:
            _say_again(one, twin or attached, one.order)
    for one in AttachedDischarged.every.filter(order=order).select_related("attached"):
        if one == _last_said(one.attached, order):
            _say_again(one, one.attached, other)


def _last_said(attached: Attached, order: Order) -> AttachedDischarged | None:
    """What stood last of what discharges something, before an order was taken back."""
    stood = Q(order=None) | Q(order__taken_back=None) | Q(order=order)
    return AttachedDischarged.every.filter(stood, attached=attached).order_by("pk").last()


def _say_again(one: AttachedDischarged, attached: Attached, order: Order | None) -> None:
    AttachedDischarged.objects.create(attached=attached, order=order, by=one.by, at=one.at)


def _as_attached(row: Attached) -> tuple[object, ...]:
    said = (row.kind, row.paragraph, row.words, row.language, row.since, row.until)
    return (*said, row.party_id, tuple(sorted(row.ties)))


def _stands_again(order: Order) -> Sequence[Direction]:
    """What the order amended stands again as it was before, unless the court took it back or amended it since
    by an order that stands (DIR-RECORD)."""
    rows = list(Direction.every.filter(order=order).order_by("pk"))
    numbers, again = {one.pk for one in rows}, list[Direction]()
    for row in rows:
        before = None if row.supersedes_id in numbers else _that_stands(row)
        if before is None:
            continue
        last = row
        while later := next((one for one in rows if one.supersedes_id == last.pk), None):
            last = later
        if Direction.objects.filter(supersedes=last).update(supersedes=before):
            continue
        if last.superseded_at is None and not _is_asked(before):
            Direction.objects.filter(pk=before.pk).update(superseded_at=None)
            again.append(before)
    return again


def _that_stands(row: Direction) -> Direction | None:
    """What a direction amended, through those of orders that were taken back."""
    before = row.supersedes
    while before is not None and TakenBack.objects.filter(order=before.order_id).exists():
        before = before.supersedes
    return before


def _is_asked(one: Direction) -> bool:
    return Direction.objects.filter(
        order=one.order_id, kind=one.kind, child=one.child_id, party=one.party_id, paragraph=one.paragraph,
        superseded_at=None,
    ).exists()  # fmt: skip
