"""Enforcement as the register knows it: an order of the court, or what the court asks, opens its work."""

from pathlib import Path

from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.taken_back import as_told
from lles.casefile.register import DirectionKind, DraftKind, Event, Occasion, OrderKind, TaskKind, Work
from lles.casefile.timeline import learn, word
from lles.law.pathway import plain_kind
from lles.work.enforcement import rules
from lles.work.enforcement.changes.application import (
    application_came,
    direction_was_given,
    follow_enforcements,
    order_was_made,
)
from lles.work.enforcement.changes.taken_back import order_was_taken_back
from lles.work.enforcement.queries import due
from lles.work.enforcement.queries.directed import DIRECTED
from lles.work.enforcement.queries.moved import kept_back_from
from lles.work.enforcement.queries.report import KINDS
from lles.work.enforcement.queries.running import orders_running
from lles.work.enforcement.queries.taken_back import documents_under

NAME = "enforcement"
PAGE, ONE = "enforcement:matters", "enforcement:matter"


def order_made(occasion: Occasion) -> None:
    """The court made an enforcement order: its work begins."""
    if occasion.about["kind"] == NAME:
        order = occasion.case.orders.get(pk=str(occasion.about["order"]))
        order_was_made(case=occasion.case, by=the_service(), at=occasion.at, order=order)


def application_received(occasion: Occasion) -> None:
    """Where the court is asked to enforce an order, what the application says is to be recorded."""
    kinds = occasion.about.get("kinds", ())
    assert isinstance(kinds, tuple)
    if any(plain_kind(one) == NAME for one in kinds):
        application_came(case=occasion.case, by=the_service(), at=occasion.at)


def order_taken_back(occasion: Occasion) -> None:
    """An order was recorded wrongly and counts nowhere any more."""
    order_was_taken_back(**as_told(occasion))


def direction_given(occasion: Occasion) -> None:
    """The court asks about unpaid work, or for the monitoring of an enforcement order."""
    if occasion.about["kind"] in DIRECTED:
        pk = int(str(occasion.about["direction"]))
        direction_was_given(case=occasion.case, by=the_service(), at=occasion.at, direction=pk)


def direction_lifted(occasion: Occasion) -> None:
    """The court took back what it asked."""
    if occasion.about["kind"] in DIRECTED:
        follow_enforcements(case=occasion.case, by=the_service(), at=occasion.at)


def file_changed(occasion: Occasion) -> None:
    """A check was answered or is not needed: fresh checks may be all there; or the case is open again, and so
    is what is still to be done."""
    if occasion.case.enforcements.exists():
        follow_enforcements(case=occasion.case, by=the_service(), at=occasion.at)


def _tasks() -> tuple[TaskKind, ...]:
    days = {
        due.CHECKS: due.checks_due, due.INFORMATION: due.information_due, due.MONITOR: due.monitor_due,
        due.FAILURE: due.failure_due,
    }  # fmt: skip
    pages = {
        due.APPLICATION: f"{NAME}:application", due.CHECKS: "casefile:checks", due.INFORMATION: ONE,
        due.TERMS: f"{NAME}:terms", due.MONITOR: ONE, due.FAILURE: ONE, due.CORRECTION: ONE,
    }  # fmt: skip
    return tuple(
        TaskKind(
            kind,
            word(f"task.{kind}"),
            word(f"act.{kind}"),
            page=page,
            due_of_one=days.get(kind),
            role="checks_clerk" if kind == due.CHECKS else "",
        )
        for kind, page in pages.items()
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
                NAME, word(f"order.{NAME}"), codes=("caEnforcementC80",),
                found_by=("enforcement order", "c80", "unpaid work", "section 11j", "s.11j", "s11j",
                          "gorchymyn gorfodi", "gwaith di-dâl", "adran 11j"),
            ),
        ),
        directions=tuple(DirectionKind(kind, word(f"direction.{kind}")) for kind in DIRECTED),
        on={
            Event.APPLICATION_RECEIVED: application_received,
            Event.LATER_APPLICATION: application_received,
            Event.ORDER_MADE: order_made,
            Event.ORDER_TAKEN_BACK: order_taken_back,
            Event.DIRECTION_GIVEN: direction_given,
            Event.DIRECTION_LIFTED: direction_lifted,
            Event.CHECK_ANSWERED: file_changed,
            Event.CHECK_SET_ASIDE: file_changed,
            Event.REOPENED: file_changed,
        },
        kept_from=kept_back_from,
        case_page=(PAGE, word(f"work.{NAME}")),
        is_of_every_case=True,
        drafts=(
            DraftKind(
                f"{NAME}-report", word(f"draft.{NAME}-report"), f"{NAME}:write",
                where=lambda subject: tuple(subject.split("-")),
            ),
        ),
        written_on={f"{NAME}_{kind}": PAGE for kind in KINDS},
        orders_running=orders_running,
        documents_under=documents_under,
    )  # fmt: skip
