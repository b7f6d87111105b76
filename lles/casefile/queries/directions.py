"""What the court directs about an order, in whichever order it says so."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

from lles.casefile.models import Direction, Order
from lles.casefile.once import once
from lles.casefile.prepared import Asked
from lles.casefile.timeline import word
from lles.law.bilingual import Text

NONE_OVER: Mapping[int, datetime] = MappingProxyType({})


def called(direction: Direction) -> Text:
    """A direction by its kind, and by the child and the adult whom it names."""
    kind = word(f"direction.{direction.kind}")
    whom = ", ".join(one.name for one in (direction.child, direction.party) if one)
    return Text(en=f"{kind.en}: {whom}", cy=f"{kind.cy}: {whom}") if whom else kind


def directions_about(
    order: Order, kinds: Collection[str], of_its_kind: Collection[int]
) -> Sequence[Direction]:
    """What the court directs of some kinds about an order, as it stands (DIR-RECORD)."""
    return standing(directions_ever_about(order, kinds, of_its_kind))


def standing(directions: Iterable[Direction]) -> Sequence[Direction]:
    """Of some directions those that the court has neither amended nor taken back."""
    return [one for one in directions if one.superseded_at is None]


def directions_ever_about(
    order: Order,
    kinds: Collection[str],
    of_its_kind: Collection[int],
    over: Mapping[int, datetime] = NONE_OVER,
) -> Sequence[Direction]:
    """What the court ever directed of some kinds about an order: in the order itself, in a later one in place
    of that, or in an order about something else, which means the last of the orders of its kind in the case
    that was recorded before it, else the first (`of_its_kind`, by their numbers), but none whose work was
    over by then (`over`, since when) (DIR-RECORD)."""
    rows, numbers = _ever_given(order.case_id, tuple(kinds)), set(of_its_kind)
    about: dict[int, int | None] = {}
    for one in rows:
        if one.order_id in numbers:
            about[one.pk] = one.order_id
        else:
            ran = {number for number in numbers if number not in over or one.given_at < over[number]}
            earlier = [number for number in ran if number < one.order_id]
            meant = max(earlier, default=min(ran, default=None if numbers else order.pk))
            about[one.pk] = about.get(one.supersedes_id or 0, meant)
    return [one for one in rows if about[one.pk] == order.pk]


@once
def _ever_given(case: int, kinds: tuple[str, ...]) -> Sequence[Direction]:
    return _GIVEN.all_of(case, kinds) if kinds else ()


_GIVEN = Asked(
    lambda case, kinds: (
        Direction.objects.filter(case=case, kind__in=kinds)
        .order_by("pk")
        .select_related("party", "child", "order")
    )
)


def undischarged(directions: Iterable[Direction], done_at: Iterable[datetime]) -> Sequence[Direction]:
    """Of all directions of one kind that the court ever gave about an order those that still ask for
    something, the earliest day first: each thing done discharges the one that was due first of those that
    stood then, and an amendment that leaves its day leaves it discharged (DIR-RECORD)."""
    rows = sorted(directions, key=lambda one: one.pk)
    first: dict[int, int] = {}
    for one in rows:
        first[one.pk] = first.get(one.supersedes_id or 0, one.pk)
    met: dict[int, Direction] = {}

    def waits(one: Direction) -> bool:
        done = met.get(first[one.pk])
        return done is None or not leaves_its_day(done, one)

    for at in sorted(done_at):
        stood = (one for one in rows if one.given_at <= at and not _is_gone(one, at) and waits(one))
        if (due := min(stood, key=_by_day, default=None)) is not None:
            met[first[due.pk]] = due
    return sorted((one for one in rows if one.superseded_at is None and waits(one)), key=_by_day)


def leaves_its_day(was: Direction, now: Direction) -> bool:
    """Whether a direction that was amended is due as before: on the same day at the same hour, or by what the
    same order was only later known to name (DIR-RECORD)."""
    pairs = ((was.due_on, now.due_on), (was.due_time, now.due_time))
    return all(one == other or (one is None and was.order_id == now.order_id) for one, other in pairs)


def _is_gone(one: Direction, at: datetime) -> bool:
    return one.superseded_at is not None and one.superseded_at <= at


def _by_day(one: Direction) -> tuple[date, int]:
    return one.due_on or date.max, one.pk


def goes_back_to(direction: Direction) -> Direction:
    """The direction that a direction goes back to through every amendment."""
    while direction.supersedes is not None:
        direction = direction.supersedes
    return direction


def first_of(direction: Direction) -> int:
    """The number of the direction that a direction goes back to through every amendment."""
    return goes_back_to(direction).pk


def asked_before(order: Order, direction: Direction) -> bool:
    """Whether the court asked in an order, or before it was made, through every amendment since."""
    first = goes_back_to(direction)
    is_early = order.created_at is None or first.given_at <= order.created_at
    return first.order_id == order.pk or is_early


def unanswered(directions: Iterable[Direction], answered_at: datetime | None) -> Direction | None:
    """Of some questions of the court the one whose day comes first among those asked since the last answer:
    an answer is one to all that was asked by then."""
    waiting = (one for one in directions if answered_at is None or one.given_at > answered_at)
    return min(waiting, key=lambda one: (one.due_on or date.max, one.pk), default=None)
