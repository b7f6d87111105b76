"""Activities as the register knows them: what the court asks and orders opens their work."""

from pathlib import Path

from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.taken_back import as_told
from lles.casefile.register import DirectionKind, DraftKind, Event, Occasion, OrderKind, TaskKind, Work
from lles.casefile.timeline import learn, word
from lles.work.activities import rules
from lles.work.activities.changes.activity import direction_was_given, follow_directions, order_was_made
from lles.work.activities.changes.taken_back import order_was_taken_back
from lles.work.activities.queries import due
from lles.work.activities.queries.facts import DIRECTED
from lles.work.activities.queries.reports import BOXES
from lles.work.activities.queries.running import orders_running
from lles.work.activities.queries.taken_back import documents_under

NAME = "activities"


def order_made(occasion: Occasion) -> None:
    """The court ordered an activity: its work begins."""
    if occasion.about["kind"] == NAME:
        order = occasion.case.orders.get(pk=str(occasion.about["order"]))
        order_was_made(case=occasion.case, by=the_service(), at=occasion.at, order=order)


def order_taken_back(occasion: Occasion) -> None:
    """An order was recorded wrongly and counts nowhere any more."""
    order_was_taken_back(**as_told(occasion))


def direction_given(occasion: Occasion) -> None:
    """The court asks about an activity, or for its monitoring."""
    if occasion.about["kind"] in DIRECTED:
        pk = int(str(occasion.about["direction"]))
        direction_was_given(case=occasion.case, by=the_service(), at=occasion.at, direction=pk)


def direction_lifted(occasion: Occasion) -> None:
    """The court took back what it asked."""
    if occasion.about["kind"] in DIRECTED:
        follow_directions(case=occasion.case, by=the_service(), at=occasion.at)


def file_changed(occasion: Occasion) -> None:
    """The day of an order was put right, or the case is open again: so is what its activities still ask
    for."""
    follow_directions(case=occasion.case, by=the_service(), at=occasion.at)


def _tasks() -> tuple[TaskKind, ...]:
    days = {
        due.INFORMATION: due.information_due, due.MONITOR: due.monitor_due, due.FAILURE: due.failure_due,
        due.END: due.end_due,
    }  # fmt: skip
    pages = {due.MONITOR: "activities:activity"}
    kinds = (due.TERMS, due.INFORMATION, due.REFERRAL, due.MONITOR, due.FAILURE, due.END)
    return tuple(
        TaskKind(
            kind,
            word(f"task.{kind}"),
            word(f"act.{kind}"),
            page=pages.get(kind, kind.replace(".", ":")),
            due_of_one=days.get(kind),
        )
        for kind in kinds
    )


def work() -> Work:
    """The entry of this piece of work in the register."""
    learn(Path(__file__).with_name("words.toml"))
    return Work(
        name=NAME,
        title=word(f"work.{NAME}"),
        duties=rules.DUTIES,
        provisions=rules.PROVISIONS,
        explained=rules.EXPLAINED,
        tasks=_tasks(),
        orders=(
            OrderKind(
                NAME, word(f"order.{NAME}"),
                found_by=(
                    "activity direction", "activity condition", "cyfarwyddyd gweithgaredd",
                    "amod gweithgaredd",
                ),
            ),
        ),
        directions=tuple(DirectionKind(kind, word(f"direction.{kind}")) for kind in DIRECTED),
        on={
            Event.ORDER_MADE: order_made,
            Event.ORDER_TAKEN_BACK: order_taken_back,
            Event.DIRECTION_GIVEN: direction_given,
            Event.DIRECTION_LIFTED: direction_lifted,
            Event.DETAILS_CHANGED: file_changed,
            Event.REOPENED: file_changed,
        },
        case_page=("activities:activities", word(f"work.{NAME}")),
        is_of_every_case=True,
        drafts=tuple(
            DraftKind(f"activity-{kind}", word(f"draft.activity-{kind}"), f"activities:{kind}")
            for kind in BOXES
        ),
        written_on={
            f"activity_{kind}": "activities:activities"
            for kind in BOXES
        },
        orders_running=orders_running,
        documents_under=documents_under,
    )  # fmt: skip
