"""What the court directs about an order, in whichever order it says so."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from lles.casefile.models import Direction, Order


def directions_about(
    order: Order, kinds: Collection[str], of_its_kind: Collection[int]
) -> Sequence[Direction]:
    """What the court directs of some kinds about an order, as it stands: in the order itself, in a later one
    in place of that, or in an order about something else, which means the last of the orders of its kind in
    the case (`of_its_kind`, by their numbers) (DIR-RECORD)."""
    found = Direction.objects.filter(case=order.case_id, kind__in=kinds).order_by("pk")
    about: dict[int, int] = {}
    live: list[Direction] = []
    for one in found.select_related("party", "child", "order"):
        if one.order_id in of_its_kind:
            about[one.pk] = one.order_id
        else:
            about[one.pk] = about.get(one.supersedes_id or 0, max(of_its_kind, default=order.pk))
        if one.superseded_at is None and about[one.pk] == order.pk:
            live.append(one)
    return live


def undischarged(directions: Iterable[Direction], done_at: Iterable[datetime]) -> Sequence[Direction]:
    """Of directions of one kind those that still ask for something, the earliest day first: each thing done
    discharges the one that is due first of those given by then (DIR-RECORD)."""
    waiting = sorted(directions, key=lambda one: (one.due_on or date.max, one.pk))
    for at in sorted(done_at):
        met = next((one for one in waiting if one.given_at <= at), None)
        if met is not None:
            waiting.remove(met)
    return waiting


def first_of(direction: Direction) -> int:
    """The number of the direction that a direction goes back to through every amendment."""
    while direction.supersedes is not None:
        direction = direction.supersedes
    return direction.pk


def asked_before(order: Order, direction: Direction) -> bool:
    """Whether the court asked in an order, or before it was made, through every amendment since."""
    first = Direction.objects.get(pk=first_of(direction))
    is_early = order.created_at is None or first.given_at <= order.created_at
    return first.order_id == order.pk or is_early


def unanswered(directions: Iterable[Direction], answered_at: datetime | None) -> Direction | None:
    """Of some questions of the court the one whose day comes first among those asked since the last answer:
    an answer is one to all that was asked by then."""
    waiting = (one for one in directions if answered_at is None or one.given_at > answered_at)
    return min(waiting, key=lambda one: (one.due_on or date.max, one.pk), default=None)
