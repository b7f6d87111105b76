"""What a piece of work brings to the register: the kinds of its tasks, drafts, directions and orders, and
what it says and hears."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.db.models import Expression, QuerySet

from lles.casefile.access import Verb
from lles.casefile.models import Case, Officer, Order, Task
from lles.law.bilingual import Text
from lles.law.due import Due, DueDay
from lles.law.findings import Finding
from lles.law.order_clock import OrderClock
from lles.law.periods import Reckoning
from lles.law.provisions import Provision


class Event(StrEnum):
    """What can happen on a case that a piece of work may want to know."""

    APPLICATION_RECEIVED = "application_received"
    LATER_APPLICATION = "later_application"
    HEARING_LISTED = "hearing_listed"
    HEARING_MOVED = "hearing_moved"
    HEARING_HELD = "hearing_held"
    HEARING_SAID_OTHERWISE = "hearing_said_otherwise"
    DIRECTION_GIVEN = "direction_given"
    ORDER_MADE = "order_made"
    ORDER_ENDED = "order_ended"
    ORDER_TAKEN_BACK = "order_taken_back"
    ORDER_CAME = "order_came"
    ORDER_KEYED = "order_keyed"
    DIRECTION_LIFTED = "direction_lifted"
    DIRECTION_TAKEN_UP = "direction_taken_up"
    ALLOCATED = "allocated"
    ACCESS_CHANGED = "access_changed"
    DETAILS_CHANGED = "details_changed"
    CHECK_ANSWERED = "check_answered"
    CHECK_SET_ASIDE = "check_set_aside"
    CONVERSATION_RECORDED = "conversation_recorded"
    DOCUMENT_FILED = "document_filed"
    DOCUMENT_WITHDRAWN = "document_withdrawn"
    DOCUMENT_SERVED = "document_served"
    CASE_CLOSED = "case_closed"
    DANGER_IN_CLOSED_CASE = "danger_in_closed_case"
    DANGER_BEFORE_CASE = "danger_before_case"
    REOPENED = "reopened"
    TELLS_MORE = "tells_more"


@dataclass(frozen=True)
class Occasion:
    """Something that happened on a case: who did it, when, and what it was about."""

    event: Event
    case: Case
    by: Officer
    at: datetime
    about: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class AskedFor:
    """The days on which a task is asked for: the first, None where it always was, and the last, None where
    no day ends it."""

    from_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True)
class TaskKind:
    """A kind of task: its words, how its due day follows from the file (or from the one thing the task is
    about), and the page of its next act. A task that needs another verb than work waits for whoever holds
    that verb over the case; one that comes first stands before every day; one that a role does
    stands on the Today of whoever has that role, beside the officer of the case. Where tasks of one kind are
    about several things, `titles` tells by the subject of each what it is about. One of what came in stands
    in Arrivals too (`arrives`); one of what leaves the case is done in a closed case too (`in_closed`).
    Where the passing of a day begins or ends it, `asked_of_one` tells of one task between which days it is
    asked for, and `ended_by` what its last day is."""

    name: str
    title: Text
    act: Text
    page: str
    due: Callable[[Case], DueDay | None] | None = None
    needs: Verb = Verb.WORK
    due_of_one: Callable[[Task], DueDay | None] | None = None
    comes_first: bool = False
    role: str = ""
    titles: Callable[[Collection[str]], Mapping[str, Text]] | None = None
    arrives: bool = False
    in_closed: bool = False
    asked_of_one: Callable[[Task], AskedFor] | None = None
    ended_by: Text | None = None


@dataclass(frozen=True)
class DirectionKind:
    """A kind of direction of the court, and the piece of work that does it; `takes` tells of a case whether
    it does so there and now. What no piece takes is a task of its own, so that nothing directed is lost."""

    name: str
    title: Text
    takes: Callable[[Case], bool] | None = None


@dataclass(frozen=True)
class OrderKind:
    """A kind of order that a piece of work does: the codes by which a court's feed names it, and the words by
    which a person, but no program, may know it in a title (`found_by` in lower case, in both languages)."""

    name: str
    title: Text
    codes: tuple[str, ...] = ()
    found_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Telling:
    """What a piece of work has done that a document may say, and when that was written down; whether it bears
    on the safety of somebody now."""

    says: Text
    at: datetime
    is_urgent: bool = False


@dataclass(frozen=True)
class Leading:
    """Where a line of the timeline leads: a page of the case or, of a line that keeps a number of it as `of`,
    the page of that one thing, for those who work on the case; and the words of the link."""

    page: str
    says: Text
    is_of_one: bool = False


@dataclass(frozen=True)
class Remark:
    """What a piece of work says on top of a case or beside a person of it, and the page that says more;
    what tells that an application raised domestic abuse is not said a second time below it."""

    says: Text
    page: str = ""
    of: str = ""
    owner: str = ""
    is_warning: bool = False
    tells_abuse: bool = False


@dataclass(frozen=True)
class Remarking:
    """How a piece of work remarks on cases: a cheap look whether there is anything to say of one (SQL over
    `casefile_case`), one column of a statement about those, and what it says."""

    is_needed: str
    column: Callable[[Officer], Expression]
    read: Callable[[Mapping[str, Any]], Sequence[Remark]]


@dataclass(frozen=True)
class Act:
    """What a piece of work offers on every page of a case to those who work on it; its page is told where
    somebody was when they pressed."""

    title: Text
    page: str


def _place_of(subject: str) -> tuple[str, ...]:
    return () if subject == "case" else (subject,)


@dataclass(frozen=True)
class DraftKind:
    """A kind of draft of a case: its words, the page on which one goes on writing, which verb that page
    needs, what of the subject of a draft stands in the address of the page, and whether the draft may name
    its readers by their role."""

    name: str
    title: Text
    page: str
    needs: Verb = Verb.WORK
    where: Callable[[str], tuple[str, ...]] = _place_of
    names_readers: bool = True


@dataclass(frozen=True)
class States:
    """The states that a piece of work stores: what has them, the group of their words, and each step."""

    title: Text
    words: str
    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class OrderSaid:
    """What a piece of work has to say of an order where the orders of a case stand, and the page of the case
    on which it says more, with its words."""

    findings: tuple[Finding, ...]
    page: str
    act: Text


@dataclass(frozen=True)
class HangsOn:
    """Child arrangements without which an order has nothing to be about: the day on which they were made,
    None where nobody knows, the first day of the order itself, and whether it hangs alone on the part that
    says where the child lives."""

    made_on: date | None
    first: date | None
    of_living_alone: bool = False


@dataclass(frozen=True)
class HeldMeeting:
    """A meeting that took place, as the piece of work that plans them knows it: its number there, in what way
    people met, the moment at which it began, and with whom (`party:` or `child:` and the number)."""

    number: int
    way: str
    began_at: datetime
    owner: str


@dataclass(frozen=True)
class RunningOrder:
    """An order at work on a case: what it is, the page it has there, its last day as far as that can be known
    with the reason, what is still missing of its plan or its terms, the child arrangements on which it hangs,
    if it does, and that these cease, where that makes the last day a sooner one."""

    case: int
    what: Text
    page: str
    subject: int
    ends_on: date | None = None
    why: Text | None = None
    lacks: Text | None = None
    hangs_on: HangsOn | None = None
    ceases: Text | None = None

    @classmethod
    def by(
        cls, clock: OrderClock | None, case: int, what: Text, page: str, subject: int, lacks: Text | None
    ) -> "RunningOrder":
        """An order as its clock has it: its last day with the reason, as far as there is one."""
        last = clock.ends_on if clock else None
        days = clock.days if clock else ()
        why = next((one.why for one in reversed(days) if one.on == last), None)
        return cls(case, what, page, subject, last, why, lacks)


@dataclass(frozen=True)
class Work:
    """A piece of work: its name, the duties it discharges (or, so far, only opens), and what it brings to
    a case. What opens a closed case again (`opens_again`) hears of an event before any other piece does."""

    name: str
    title: Text
    duties: tuple[str, ...] = ()
    opens_only: bool = False
    provisions: Mapping[str, Provision] = field(default_factory=dict)
    explained: Mapping[str, Callable[[Mapping[str, str]], Reckoning | Due]] = field(default_factory=dict)
    tasks: tuple[TaskKind, ...] = ()
    directions: tuple[DirectionKind, ...] = ()
    orders: tuple[OrderKind, ...] = ()
    on: Mapping[Event, Callable[[Occasion], None]] = field(default_factory=dict)
    opens_again: Mapping[Event, Callable[[Occasion], None]] = field(default_factory=dict)
    case_page: tuple[str, Text] | None = None
    is_of_every_case: bool = False
    note: Callable[[Case], Text | None] | None = None
    rests_on_checks: tuple[str, ...] = ()
    says_it_ended: tuple[str, ...] = ()
    remarks: Remarking | None = None
    kept_from: Callable[[Case, str], Collection[int]] | None = None
    acts: tuple[Act, ...] = ()
    states: States | None = None
    tells: Callable[[Case, str], Sequence[Telling]] | None = None
    known_before: Callable[[Case, str], Sequence[Text]] | None = None
    written_on: Mapping[str, str] = field(default_factory=dict)
    lines_lead_to: Mapping[str, Leading] = field(default_factory=dict)
    drafts: tuple[DraftKind, ...] = ()
    orders_running: Callable[[QuerySet[Case]], Iterable[RunningOrder]] | None = None
    says_of_orders: Callable[[Case, date], Mapping[int, OrderSaid]] | None = None
    documents_under: Callable[[Order], Iterable[tuple[str, int]]] | None = None
    children_said: Callable[[Case], Iterable[str]] | None = None
    hearings_recorded: Callable[[Case], Collection[int]] | None = None
    hearings_page: str = ""
    ends_involvement: Callable[[QuerySet[Case]], Mapping[int, tuple[date, bool, datetime]]] | None = None
    meetings_held: Callable[[Case], Iterable[HeldMeeting]] | None = None
    meetings_planned: Callable[[QuerySet[Case]], Collection[int]] | None = None
