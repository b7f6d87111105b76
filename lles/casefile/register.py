"""The register: the pieces of work that exist, and what each does when something happens on a case."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime

from django.db.models import Expression, QuerySet

from lles.casefile.access import Verb
from lles.casefile.kinds import (
    Act,
    DirectionKind,
    DraftKind,
    Event,
    HangsOn,
    HeldMeeting,
    Leading,
    Occasion,
    OrderKind,
    OrderSaid,
    Remark,
    Remarking,
    RunningOrder,
    States,
    TaskKind,
    Telling,
    Work,
)
from lles.casefile.models import Case, Officer, Order
from lles.law.bilingual import Text

__all__ = [
    "Act",
    "DirectionKind",
    "DraftKind",
    "Event",
    "HangsOn",
    "HeldMeeting",
    "Leading",
    "Occasion",
    "OrderKind",
    "OrderSaid",
    "Remark",
    "Remarking",
    "RunningOrder",
    "States",
    "TaskKind",
    "Telling",
    "Work",
]

_entered: dict[str, Work] = {}
_kinds: dict[str, TaskKind] = {}


class EnteredTwice(ValueError):
    """Two pieces of work, tasks, directions or orders bear one name."""


def enter(work: Work) -> None:
    """Enters a piece of work; names of tasks, directions and orders belong to one piece alone."""
    others = [other for name, other in _entered.items() if name != work.name]
    if clash := _names(work) & {name for other in others for name in _names(other)}:
        raise EnteredTwice(f"{work.name}: {sorted(clash)}")
    _entered[work.name] = work
    _kinds.update((kind.name, kind) for kind in work.tasks)


def _names(work: Work) -> set[str]:
    """What a piece of work calls its own; an order may bear the name of the piece that does it."""
    own = {task.name for task in work.tasks} | {direction.name for direction in work.directions}
    return own | {f"order {order.name}" for order in work.orders}


def works() -> tuple[Work, ...]:
    """Every piece of work, in the order in which they were entered."""
    return tuple(_entered.values())


def task_kind(name: str) -> TaskKind:
    """The kind of task of a name."""
    return _kinds[name]


def task_kinds() -> tuple[TaskKind, ...]:
    """Every kind of task."""
    return tuple(kind for work in works() for kind in work.tasks)


def titles_of(tasks: Iterable[tuple[TaskKind, str]]) -> Mapping[tuple[str, str], Text]:
    """The title of each task, of a kind and a subject, whose kind tells its tasks apart by their subject."""
    by_kind: dict[str, tuple[TaskKind, list[str]]] = {}
    for kind, subject in tasks:
        if kind.titles is not None:
            by_kind.setdefault(kind.name, (kind, []))[1].append(subject)
    return {
        (name, subject): title
        for name, (kind, subjects) in by_kind.items()
        if kind.titles is not None
        for subject, title in kind.titles(subjects).items()
    }


def task_kinds_that_need(verb: Verb) -> tuple[str, ...]:
    """The names of the kinds of task that wait for whoever holds a verb."""
    return tuple(kind.name for kind in task_kinds() if kind.needs is verb)


def task_kinds_of_roles(roles: Collection[str]) -> tuple[str, ...]:
    """The names of the kinds of task that one of these roles does."""
    return tuple(kind.name for kind in task_kinds() if kind.role in roles)


def task_kinds_that_come_first() -> tuple[str, ...]:
    """The names of the kinds of task that stand before every day."""
    return tuple(kind.name for kind in task_kinds() if kind.comes_first)


def drafts_that_name_no_readers() -> tuple[str, ...]:
    """The kinds of draft that name no reader by their role."""
    return tuple(name for name, kind in draft_kinds().items() if not kind.names_readers)


def draft_kinds() -> Mapping[str, DraftKind]:
    """Every kind of draft of a case by its name."""
    return {kind.name: kind for work in works() for kind in work.drafts}


def acts() -> tuple[Act, ...]:
    """What the pieces of work offer on every page of a case."""
    return tuple(act for work in works() for act in work.acts)


def told_to(case: Case, reader: str, since: datetime | None = None) -> tuple[Telling, ...]:
    """What the pieces of work have done on a case that a document for this reader may say, all of it or what
    was written down after a moment: the court, or a party by its slug. A piece of work announces
    `TELLS_MORE` where there is more."""
    found = (one for work in works() if work.tells for one in work.tells(case, reader))
    return tuple(one for one in found if since is None or one.at > since)


def known_before(case: Case, reader: str) -> tuple[Text, ...]:
    """What the pieces of work know of earlier work with the people of a case, as a document for this reader
    may say it: the court, or a party by its slug."""
    return tuple(one for work in works() if work.known_before for one in work.known_before(case, reader))


def direction_kind(name: str) -> DirectionKind | None:
    """The kind of direction of a name, None where no piece of work does it yet."""
    return next((kind for work in works() for kind in work.directions if kind.name == name), None)


def is_taken(case: Case, direction: str) -> bool:
    """Whether a piece of work does what a kind of direction asks, on this case and now."""
    kind = direction_kind(direction)
    return kind is not None and (kind.takes is None or kind.takes(case))


def direction_kinds() -> tuple[DirectionKind, ...]:
    """Every kind of direction that a piece of work does."""
    return tuple(kind for work in works() for kind in work.directions)


def order_kinds() -> tuple[OrderKind, ...]:
    """Every kind of order that a piece of work does."""
    return tuple(kind for work in works() for kind in work.orders)


def kind_of_order(code: str) -> str:
    """The kind of order that a court's code names, empty where no piece of work does it."""
    return next((kind.name for kind in order_kinds() if code and code in kind.codes), "")


def perhaps_of_kind(title: str) -> OrderKind | None:
    """The kind of order that a title seems to speak of: for a person to read, never to act upon."""
    folded = title.casefold()
    return next((kind for kind in order_kinds() if any(word in folded for word in kind.found_by)), None)


def told(occasion: Occasion) -> None:
    """Tells every piece of work that waits for this event, first what opens a closed case again: nobody opens
    work in a case that is closed."""
    event = occasion.event
    handlers = [*(one.opens_again.get(event) for one in works()), *(one.on.get(event) for one in works())]
    for handler in handlers:
        if handler is not None:
            handler(occasion)


def kept_from(case: Case, kind: str) -> frozenset[int]:
    """The parties who are not to have a document of a kind, as the piece of work that made it decided."""
    return frozenset(pk for work in works() if work.kept_from for pk in work.kept_from(case, kind))


def hearings_recorded(case: Case) -> frozenset[int]:
    """The hearings of a case of which it is recorded what happened there: they were held, on their day."""
    found = (work.hearings_recorded(case) for work in works() if work.hearings_recorded)
    return frozenset(pk for recorded in found for pk in recorded)


def meetings_held(case: Case) -> tuple[HeldMeeting, ...]:
    """The meetings of a case that took place, as the pieces of work that plan them know."""
    found = (one for work in works() if work.meetings_held for one in work.meetings_held(case))
    return tuple(sorted(found, key=lambda one: one.began_at))


def meetings_planned(about: QuerySet[Case]) -> frozenset[int]:
    """The cases in which a meeting is planned of which nobody has recorded whether it took place."""
    found = (work.meetings_planned(about) for work in works() if work.meetings_planned)
    return frozenset(case for planned in found for case in planned)


def involvement_said(about: QuerySet[Case]) -> Iterator[tuple[int, tuple[date, bool, datetime]]]:
    """What the pieces of work last recorded of whether the service's involvement ends: of each case the day,
    whether it ends, and when that was recorded."""
    for work in works():
        if work.ends_involvement:
            yield from work.ends_involvement(about).items()


def page_of_document(kind: str) -> str:
    """The page on which a kind of document is written; of any other, the documents of the case."""
    return next((work.written_on[kind] for work in works() if kind in work.written_on), "casefile:documents")


def leading(line: str) -> Leading | None:
    """Where a kind of line of the timeline leads."""
    return next((work.lines_lead_to[line] for work in works() if line in work.lines_lead_to), None)


def documents_resting_on_checks() -> tuple[str, ...]:
    """The kinds of documents that say what the checks brought."""
    return tuple(kind for work in works() for kind in work.rests_on_checks)


def documents_of_an_end() -> tuple[str, ...]:
    """The kinds of documents that say that the work has ended: in a case that is open again they hold no
    longer."""
    return tuple(kind for work in works() for kind in work.says_it_ended)


def notes(case: Case) -> Iterator[Text]:
    """What the pieces of work have to say plainly on the summary of a case."""
    for work in works():
        if work.note and (note := work.note(case)):
            yield note


def orders_running(about: QuerySet[Case]) -> Iterator[RunningOrder]:
    """The orders at work on these cases, as the pieces of work know them."""
    for work in works():
        if work.orders_running:
            yield from work.orders_running(about)


def said_of_orders(case: Case, today: date) -> Mapping[int, tuple[OrderSaid, ...]]:
    """What the pieces of work have to say of the orders of a case, by the order."""
    found: dict[int, tuple[OrderSaid, ...]] = {}
    for work in works():
        if work.says_of_orders:
            for order, said in work.says_of_orders(case, today).items():
                found[order] = (*found.get(order, ()), said)
    return found


def documents_under(order: Order) -> tuple[tuple[str, int], ...]:
    """The documents that the pieces of work have sealed under an order: the kind and the version of each."""
    found = (one for work in works() if work.documents_under for one in work.documents_under(order))
    return tuple(dict.fromkeys(found))


def children_said(case: Case) -> tuple[str, ...]:
    """What the pieces of work hold of the words of the children of a case, passage by passage: to be kept out
    of what an adult reads."""
    found = (one for work in works() if work.children_said for one in work.children_said(case))
    return tuple(one for one in found if one)


def who_remarks() -> str:
    """The names of the pieces of work that have something to say of a case, as an SQL array over
    `casefile_case`."""
    said = (f"CASE WHEN {work.remarks.is_needed} THEN '{work.name}' END" for work in works() if work.remarks)
    return f"array_remove(ARRAY[{', '.join(said)}]::text[], NULL)"


def remark_columns(officer: Officer, pieces: Collection[str]) -> dict[str, Expression]:
    """The columns in which these pieces of work remark on cases, for this officer."""
    return {f"remarks_{name}": remarking.column(officer) for name, remarking in _remarking(pieces)}


def remarks_on(case: Case, pieces: Collection[str]) -> tuple[Remark, ...]:
    """What these pieces of work remark on a case that was read with their columns."""
    said = ((remarking, getattr(case, f"remarks_{name}")) for name, remarking in _remarking(pieces))
    return tuple(remark for remarking, column in said for remark in remarking.read(column))


def _remarking(pieces: Collection[str]) -> Iterator[tuple[str, Remarking]]:
    yield from ((work.name, work.remarks) for work in works() if work.remarks and work.name in pieces)
