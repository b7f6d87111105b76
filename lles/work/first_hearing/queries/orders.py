"""The orders of a case as their page shows them: what each directs, its day, and what took its place."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from django.db.models import Q

from lles.casefile.changes.directions import KEYED, known_beside
from lles.casefile.models import Case, Direction, Hearing, Order, Paper, ReceivedPaper, TakenBack, Task
from lles.casefile.queries.court import GATEKEEPING, day_of, order_names
from lles.casefile.queries.of_case import left_by_the_closing
from lles.casefile.queries.papers import RECEIVED, papers_of_orders
from lles.casefile.queries.service_law import calendar_in_force
from lles.casefile.register import OrderSaid, said_of_orders
from lles.casefile.timeline import word_or_code
from lles.law.bilingual import Text
from lles.law.due import DueDay, due_day_from_data
from lles.work.first_hearing.models import Discharge
from lles.work.first_hearing.rules import day_of_the_order, day_where_other_work_does_it
from lles.work.first_hearing.rules.hearings import day_to_ask_the_court_to_reconsider

DIRECTION, READ, KEY = "first_hearing.direction", "first_hearing.read_order", "first_hearing.key_order"


def sent_of(hearing: Hearing, made_on: date) -> Sequence[Order]:
    """The orders that the court has sent of a day at a hearing: those that name it, else those that name no
    other."""
    of_the_day = hearing.case.orders.filter(made_on=made_on).exclude(court_key="")
    sent = list(of_the_day.exclude(court_key__startswith=KEYED))
    named = [one for one in sent if hearing.court_key and hearing.court_key in one.hearing_keys]
    return named or [one for one in sent if not one.hearing_keys or not hearing.court_key]


@dataclass(frozen=True)
class DirectionRow:
    """A direction with the day its order sets; what was done of it, or that another piece of work does it;
    and the direction of a later order that asks the same, which may have taken its place."""

    direction: Direction
    due: DueDay
    discharge: Discharge | None
    is_done_elsewhere: bool
    later: Direction | None = None

    @property
    def may_be_done_here(self) -> bool:
        """Whether its page here records that it was done."""
        return self.discharge is None and not self.is_done_elsewhere


@dataclass(frozen=True)
class OrderRow:
    """An order with what it is called, its hearings, what it directs now and directed before, what the pieces
    of work say of it, until when a party may ask to reconsider it where no hearing of it is known, and the
    papers in which it stands."""

    order: Order
    name: Text
    hearings: tuple[Hearing, ...]
    directions: tuple[DirectionRow, ...]
    said: tuple[OrderSaid, ...]
    reconsidered_by: DueDay | None
    papers: Sequence[ReceivedPaper]
    paper_of_court: Paper | None

    @property
    def was_recorded_here(self) -> bool:
        """Whether somebody recorded it here, and the court has not sent it."""
        return self.order.court_key.startswith(KEYED)

    @property
    def taken_back(self) -> TakenBack | None:
        """That it was recorded wrongly, where it was."""
        return getattr(self.order, "taken_back", None)

    @cached_property
    def live(self) -> tuple[DirectionRow, ...]:
        """What it directs now."""
        return tuple(one for one in self.directions if one.direction.superseded_at is None)

    @cached_property
    def past(self) -> tuple[DirectionRow, ...]:
        """What was amended or taken back."""
        return tuple(one for one in self.directions if one.direction.superseded_at is not None)


def orders_of(case: Case, today: date) -> tuple[OrderRow, ...]:
    """The orders of a case, the latest first, also those that were recorded wrongly."""
    said = said_of_orders(case, today)
    directed = Direction.every.filter(case=case)
    directions = list(directed.select_related("child", "party", "order").order_by("pk"))
    done = {
        one.direction_id: one
        for one in Discharge.objects.filter(direction__in=directions).select_related("document", "by")
    }
    hearings = list(case.hearings.all())
    here, due_elsewhere = _tasks_about_directions(case)
    recorded = Order.every.filter(case=case).select_related("taken_back__by")
    orders = list(recorded.order_by("-made_on", "-pk"))
    names, received = order_names(case, orders), papers_of_orders(case)
    of_court = {one.court_key: one for one in case.papers.all()}
    return tuple(
        OrderRow(
            order=order,
            name=names[order.pk],
            hearings=tuple(one for one in hearings if one.court_key and one.court_key in order.hearing_keys),
            directions=tuple(
                replace(_row(one, done.get(one.pk), here, due_elsewhere), later=_later(one, directions))
                for one in directions
                if one.order_id == order.pk
            ),
            said=said.get(order.pk, ()),
            reconsidered_by=_reconsidered_by(order, hearings),
            papers=received.get(order.pk, ()),
            paper_of_court=of_court.get(order.paper_key),
        )
        for order in orders
    )


def _reconsidered_by(order: Order, hearings: Collection[Hearing]) -> DueDay | None:
    """Gatekeeping is none: the court reads the file (DIR-RECONSIDER)."""
    held = [one for one in hearings if one.type_code not in GATEKEEPING]
    is_of_a_hearing = any(one.court_key in order.hearing_keys for one in held if one.court_key)
    if order.made_on is None or is_of_a_hearing or order.made_on in {day_of(one) for one in held}:
        return None
    return day_to_ask_the_court_to_reconsider(order.made_on, calendar_in_force())


def _later(one: Direction, directions: Sequence[Direction]) -> Direction | None:
    """What a later order directs of the same kind, child and adult, while both stand (DIR-RECORD)."""
    if one.superseded_at is not None:
        return None
    same = (
        other
        for other in directions
        if other.superseded_at is None and _about(other) == _about(one) and _place(other) > _place(one)
    )
    return max(same, key=_place, default=None)


def _about(one: Direction) -> tuple[str, int | None, int | None]:
    return one.kind, one.child_id, one.party_id


def _place(one: Direction) -> tuple[date, int]:
    return one.order.made_on or date.min, one.order_id


def _row(
    one: Direction, discharge: Discharge | None, here: Collection[str], due_elsewhere: Mapping[int, DueDay]
) -> DirectionRow:
    is_elsewhere = discharge is None and str(one.pk) not in here
    day = day_where_other_work_does_it if is_elsewhere else day_of_the_order
    due = due_elsewhere.get(one.pk) or day(one.due_on, one.due_time)
    return DirectionRow(one, due, discharge, is_elsewhere)


def _tasks_about_directions(case: Case) -> tuple[frozenset[str], Mapping[int, DueDay]]:
    """The directions that are or were done here, by the subjects of their tasks; and of those that another
    piece of work does now, the day that its task has."""
    tasks = case.tasks.filter(Q(kind=DIRECTION) | Q(ended_at=None, direction__isnull=False)).order_by("-pk")
    found = list(tasks.values_list("kind", "subject", "direction", "due"))
    here = frozenset(subject for kind, subject, _pk, _due in found if kind == DIRECTION)
    dues = {pk: due_day_from_data(due) for kind, _subject, pk, due in found if kind != DIRECTION and due}
    return here, {pk: due for pk, due in dues.items() if due is not None}


def titles_of_directions(subjects: Collection[str]) -> Mapping[str, Text]:
    """What each direction asks, by its number, for the tasks that bear its name."""
    found = Direction.objects.filter(pk__in=[int(one) for one in subjects if one.isdigit()])
    return {str(pk): word_or_code("direction", kind) for pk, kind in found.values_list("pk", "kind")}


def direction_due(task: Task) -> DueDay | None:
    """When the task of one direction is due: as its order says."""
    given = task.direction
    return day_of_the_order(given.due_on, given.due_time) if given else None


def live_direction_of(case: Case, pk: int) -> Direction | None:
    """A direction of the case that nothing has superseded."""
    live = case.directions.filter(pk=pk, superseded_at=None)
    return live.select_related("order", "child", "party").first()


def direction_to_do(case: Case, pk: int) -> Direction | None:
    """A direction of the case that is done here and has not been done."""
    is_open = case.tasks.filter(kind=DIRECTION, subject=str(pk), ended_at=None).exists()
    return live_direction_of(case, pk) if is_open else None


def directions_left(case: Case) -> Sequence[Direction]:
    """What the court directs now and was to be done here when the case was closed."""
    live = case.directions.filter(pk__in=left_by_the_closing(case, DIRECTION), superseded_at=None)
    return list(live.select_related("child", "party").order_by("pk"))


def orders_left_unread(case: Case) -> Sequence[Order]:
    """The orders that still waited for a person to read them when the case was closed."""
    return list(case.orders.filter(pk__in=left_by_the_closing(case, READ), kind="").order_by("pk"))


def asks_already(order: Order, direction: Direction, paragraph: str) -> Direction | None:
    """The direction by which an order asks the same in the same paragraph; of another order also the only one
    that asks it in whichever paragraph."""
    same = order.directions.filter(
        kind=direction.kind, child=direction.child, party=direction.party, superseded_at=None
    ).exclude(pk=direction.pk)
    exact = same.filter(paragraph=paragraph).first()
    if exact is not None or order.pk == direction.order_id:
        return exact
    found = list(same[:2])
    return found[0] if len(found) == 1 else None


def order_to_read(case: Case, pk: int) -> Order | None:
    """An order of the case that waits for a person to read it."""
    waits = case.tasks.filter(kind=READ, subject=str(pk), ended_at=None).exists()
    return case.orders.filter(pk=pk).first() if waits else None


def order_recorded_here(case: Case, pk: int) -> Order | None:
    """An order of the case that somebody recorded here, and that the court has not sent."""
    return case.orders.filter(pk=pk, court_key__startswith=KEYED).first()


def first_due_in(order: Order) -> date | None:
    """The first day by which an order wants anything now."""
    days = order.directions.filter(superseded_at=None).exclude(due_on=None).values_list("due_on", flat=True)
    return min((day for day in days if day), default=None)


def is_directed_already(order: Order) -> bool:
    """Whether something stands directed by the day that the court gives for an order: in it, or in one of the
    same day that was keyed."""
    due_on = order.filing_due_on
    return due_on is not None and any(one.due_on == due_on for one in known_beside(order))


@dataclass(frozen=True)
class OrderPaper:
    """A paper that an order may stand in, by its key: one of the court, or one that came otherwise."""

    key: str
    name: str
    category: str = ""
    received_on: date | None = None


def order_paper_to_key(case: Case, pk: int) -> str | None:
    """The key of an order that came by post, by e-mail or by hand and waits to be keyed."""
    waits = case.tasks.filter(kind=KEY, subject=str(pk), ended_at=None).exists()
    return f"{RECEIVED}{pk}" if waits else None


def order_papers(case: Case) -> Sequence[OrderPaper]:
    """The papers that an order may stand in: orders that came by post, by e-mail or by hand, and the papers
    of the court."""
    court = case.papers.exclude(state=Paper.WITHDRAWN).order_by("-pk")
    received = case.received_papers.filter(kind="order")
    return [
        *(OrderPaper(f"{RECEIVED}{one.pk}", "", received_on=one.received_on) for one in received),
        *(OrderPaper(one.court_key, one.name, one.category) for one in court),
    ]
