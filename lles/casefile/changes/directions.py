"""What the court ordered and directed, as an officer enters it or as a feed says it: each direction becomes
dated work; a later one supersedes it, and nothing is deleted (DIR-RECORD)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from django.db.models import Q

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Stale, change
from lles.casefile.changes.papers_of_orders import keyed
from lles.casefile.models import Case, Child, Direction, Hearing, Officer, Order, Party
from lles.casefile.queries.court import order_name
from lles.casefile.register import Event
from lles.casefile.timeline import Fact, Said, Word, says

KEYED = "keyed-"
IN_ITS_WORDS = "in_its_words"
Announced = tuple[Event, Mapping[str, object]]


@dataclass(frozen=True)
class Directed:
    """One thing that an order asks of the service: what, for which child, from whom, by when, and the
    paragraph of the order that says so."""

    kind: str
    label: str = ""
    due_on: date | None = None
    due_time: time | None = None
    child: Child | None = None
    party: Party | None = None
    paragraph: str = ""


def join_directions(
    order: Order, live: Sequence[Direction], said: Iterable[Directed], at: datetime, *,
    keeps_days: bool = False,
) -> list[Direction]:  # fmt: skip
    """Inside a change: what somebody says that an order directs, beside what stands of it. What is the same
    is not directed twice, but gains the child, the adult, the paragraph and the day that were not known of
    it; where both name a day, the later word wins, or the court's own (`keeps_days`) (DIR-RECORD)."""
    known, joined, given = list(live), set[int](), list[Direction]()
    for one in said:
        same = [row for row in known if may_be(row, one)]
        same = [row for row in same if _key_of(row) == _key_of(one)] or same
        if len(same) > 1:
            continue
        if same and same[0].pk not in joined:
            joined.add(same[0].pk)
            new = _learned(same[0], one, at, keeps_days=keeps_days)
        else:
            new = None if _directs(order, one) else _put(order, one, None, at)
        given += [new] if new else []
    return given


def may_be(row: Direction, said: Direction | Directed) -> bool:
    """Whether they can be one thing; of what stands in the words of an order alone, the words say it."""
    if row.kind != said.kind or (said.kind == IN_ITS_WORDS and row.label != said.label[:200]):
        return False
    return all(not was or not now or was == now for was, now in zip(_key_of(row), _key_of(said), strict=True))


def _key_of(one: Direction | Directed) -> tuple[int | None, int | None, str]:
    return one.child.pk if one.child else None, one.party.pk if one.party else None, one.paragraph


def _directs(order: Order, said: Directed) -> bool:
    return order.directions.filter(
        kind=said.kind, child=said.child, party=said.party, paragraph=said.paragraph, superseded_at=None
    ).exists()


def _learned(row: Direction, said: Directed, at: datetime, *, keeps_days: bool) -> Direction | None:
    was, now = (row.due_on, row.due_time), (said.due_on or row.due_on, said.due_time or row.due_time)
    if keeps_days and row.due_on not in (None, said.due_on):
        now = was
    child, party = said.child or row.child, said.party or row.party
    paragraph = said.paragraph or row.paragraph
    whole = Directed(row.kind, said.label or row.label, *now, child, party, paragraph)
    if (_key_of(whole), now) == (_key_of(row), was):
        return None
    if _key_of(whole) != _key_of(row) and _directs(row.order, whole):
        return None
    return _put(row.order, whole, row, at)


def _says_more(said: Directed, live: Direction) -> bool:
    known = (live.due_on, live.due_time)
    return (said.due_on or live.due_on, said.due_time or live.due_time) != known


def _put(order: Order, said: Directed, before: Direction | None, at: datetime) -> Direction:
    if before is not None:
        Direction.objects.filter(pk=before.pk).update(superseded_at=at)
    return Direction.objects.create(
        case=order.case, order=order, kind=said.kind, child=said.child, party=said.party,
        label=said.label[:200], paragraph=said.paragraph, due_on=said.due_on, due_time=said.due_time,
        supersedes=before, given_at=at,
    )  # fmt: skip


def left_out(live: Sequence[Direction], said: Sequence[Directed]) -> list[Direction]:
    """Of what stands directed what somebody does not read in the order."""
    return [row for row in live if not any(_is_of(row, one) for one in said)]


def bring_to(
    order: Order, live: Sequence[Direction], said: Sequence[Directed], at: datetime
) -> tuple[Announced, ...]:
    """Inside a change: brings what is directed about an order to what somebody reads in it. What is asked no
    more is taken back; what stands keeps its child, its paragraph and the order that says it, and changes its
    day where it is the only one of its sort; what is new is given (DIR-RECORD)."""
    gone = left_out(live, said)
    Direction.objects.filter(pk__in=[row.pk for row in gone]).update(superseded_at=at)
    given = [row for one in said if (row := _given(order, live, one, at))]
    lifted = [(Event.DIRECTION_LIFTED, {"direction": row.pk, "kind": row.kind}) for row in gone]
    return (*lifted, *(announced(row) for row in given))


def known_beside(order: Order) -> Sequence[Direction]:
    """What stands directed in an order of the court, or in those of the same day that were keyed."""
    is_there = Q(order=order)
    if order.made_on is not None:
        is_there |= Q(order__court_key__startswith=KEYED, order__made_on=order.made_on)
    live = Direction.objects.filter(is_there, case=order.case_id, superseded_at=None)
    return list(live.select_related("order", "child", "party").order_by("pk"))


def direct_as_the_court_says(order: Order, said: Directed, at: datetime) -> Direction | None:
    """The row of a direction as the court's record says it, which tells neither child nor paragraph: one of
    the same kind that was keyed, in this order or in one of the same day, is the same. None where it says no
    more than is known."""
    return _given(order, known_beside(order), said, at)


def _given(order: Order, live: Sequence[Direction], said: Directed, at: datetime) -> Direction | None:
    same = [row for row in live if _is_of(row, said)]
    if not same:
        return _put(order, said, None, at)
    if len(same) > 1 or not _says_more(said, same[0]):
        return None
    (row,) = same
    known = replace(
        said, child=row.child, party=row.party, label=said.label or row.label, paragraph=row.paragraph
    )
    return _put(row.order, known, row, at)


def _is_of(row: Direction, said: Directed) -> bool:
    return row.kind == said.kind and (said.party is None or row.party_id in (None, said.party.pk))


def announced(direction: Direction) -> Announced:
    """What the pieces of work are told of a direction, and of the one it supersedes."""
    about = {"direction": direction.pk, "kind": direction.kind, "supersedes": direction.supersedes_id}
    return Event.DIRECTION_GIVEN, about


def taken_up(directions: Iterable[Direction]) -> tuple[Announced, ...]:
    """What the pieces of work are told of directions that one of them does from now on, because the order
    that they are about is made (DIR-RECORD)."""
    return tuple((Event.DIRECTION_TAKEN_UP, {"direction": one.pk, "kind": one.kind}) for one in directions)


def line_of(direction: Direction) -> Said:
    """The line of the timeline about one direction."""
    due: Fact = direction.due_on or Word("value.nothing")
    return says("directed", kind=Word(f"direction.{direction.kind}"), due_on=due)


@change(needs=Verb.WORK)
def record_order(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    kind: str,
    made_on: date,
    title: str = "",
    directions: Sequence[Directed] = (),
    hearing: Hearing | None = None,
    paper_key: str = "",
    ends_involvement: bool | None = None,
    is_final: bool | None = None,
    same_as: Order | None = None,
    is_another: bool = False,
    seen: int | None = None,
) -> Done[Order]:
    """Records an order that came by e-mail, on paper or in court, with everything it directs; it opens the
    same work as one from the feed. It is the one that somebody says it is (`same_as`), else the one that the
    feed has brought already, unless somebody says that it is another. One that bears no title is called by
    its kind, else by its hearing."""
    sent = () if is_another else sent_on(case, made_on)
    known = None if is_another else same_as or _that_was_sent(case, kind, made_on, directions, sent)
    if known is not None:
        stands = list(dict.fromkeys((*sent, *_live_in(known))))
        known.is_final = is_final if is_final is not None else known.is_final
        return _join(known, stands, title, directions, hearing, paper_key, ends_involvement, by, at)
    number = Order.every.filter(case=case, court_key__startswith=KEYED).count() + 1
    order = Order.objects.create(
        case=case, court_key=f"{KEYED}order-{number}-{case.version}", kind=kind, title=title, made_on=made_on,
        created_at=at, paper_key=paper_key, hearing_keys=[hearing.court_key] if hearing else [],
        ends_involvement=ends_involvement, is_final=is_final,
    )  # fmt: skip
    given = join_directions(order, sent, directions, at, keeps_days=True)
    entry = says(
        "order_recorded", title=order_name(case, order), made_on=made_on,
        lines=tuple(line_of(direction) for direction in given),
    )  # fmt: skip
    made: Announced = (Event.ORDER_MADE, {"order": order.pk, "kind": kind})
    return Done(
        order, entry, (made, *keyed(order, paper_key, by, at), *(announced(direction) for direction in given))
    )


def _live_in(order: Order) -> Sequence[Direction]:
    live = order.directions.filter(superseded_at=None)
    return list(live.select_related("order", "child", "party").order_by("pk"))


def sent_on(case: Case, made_on: date) -> Sequence[Direction]:
    """What stands directed in the orders of a day that the court has sent."""
    live = case.directions.filter(order__made_on=made_on, superseded_at=None).exclude(order__court_key="")
    of_court = live.exclude(order__court_key__startswith=KEYED)
    return list(of_court.select_related("order", "child", "party").order_by("pk"))


def _that_was_sent(
    case: Case, kind: str, made_on: date, said: Sequence[Directed], sent: Sequence[Direction]
) -> Order | None:
    """The one order that the court has sent of a kind and day; of no kind that we know, the one of that day
    that directs something of the same."""
    of_the_day = case.orders.filter(made_on=made_on, kind=kind).exclude(court_key="")
    found = list(of_the_day.exclude(court_key__startswith=KEYED))
    if not kind:
        asked = {one.kind for one in said}
        alike = {row.order_id for row in sent if row.kind in asked}
        found = [one for one in found if one.pk in alike]
    return found[0] if len(found) == 1 else None


def _join(
    order: Order, sent: Sequence[Direction], title: str, said: Sequence[Directed], hearing: Hearing | None,
    paper_key: str, ends_involvement: bool | None, by: Officer, at: datetime,
) -> Done[Order]:  # fmt: skip
    """What was recorded of an order that is known stands with that one, and opens nothing twice."""
    ends_now = ends_involvement is True and order.ends_involvement is not True
    order.title, order.paper_key = order.title or title, order.paper_key or paper_key
    if hearing is not None and hearing.court_key not in order.hearing_keys:
        order.hearing_keys = [*order.hearing_keys, hearing.court_key]
    if ends_involvement is not None:
        order.ends_involvement = ends_involvement
    order.save(update_fields=["title", "paper_key", "hearing_keys", "ends_involvement", "is_final"])
    is_ours = order.court_key.startswith(KEYED)
    given = join_directions(order, sent, said, at, keeps_days=not is_ours)
    entry = says(
        "order_known" if is_ours else "order_joined", title=order_name(order.case, order),
        made_on=order.made_on or Word("value.nothing"), lines=tuple(line_of(one) for one in given),
    )  # fmt: skip
    ends: Announced = (Event.ORDER_MADE, {"order": order.pk, "kind": "", "read": True})
    told: tuple[Announced, ...] = (*((ends,) if ends_now else ()), *keyed(order, paper_key, by, at))
    return Done(order, entry, (*told, *(announced(one) for one in given)))


@change(needs=Verb.WORK)
def amend_direction(
    *, case: Case, by: Officer, at: datetime, direction: Direction, said: Directed, order: Order,
    seen: int | None = None,
) -> Done[Direction]:  # fmt: skip
    """Records that the court amended a direction, by the same order put right or by a later one: the new one
    supersedes, the old one stays to be read."""
    _still_live(direction)
    new = _put(order, said, direction, at)
    entry = says("direction_amended", kind=Word(f"direction.{new.kind}"), lines=(line_of(new),))
    return Done(new, entry, (announced(new),))


@change(needs=Verb.WORK)
def lift_direction(
    *, case: Case, by: Officer, at: datetime, direction: Direction, reason: str, seen: int | None = None
) -> Done[None]:
    """Records that the court took a direction back, and why; what it opened ends."""
    _still_live(direction)
    Direction.objects.filter(pk=direction.pk).update(superseded_at=at)
    entry = says("direction_lifted", kind=Word(f"direction.{direction.kind}"), reason=reason)
    about = {"direction": direction.pk, "kind": direction.kind}
    return Done(None, entry, ((Event.DIRECTION_LIFTED, about),))


def _still_live(direction: Direction) -> None:
    """Somebody else may have amended it meanwhile, or taken back the order that says it."""
    if not Direction.objects.filter(pk=direction.pk, superseded_at=None).exists():
        raise Stale(f"direction {direction.pk}")
