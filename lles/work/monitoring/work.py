"""Monitoring as the register knows it: an order of the court opens its work."""

from functools import partial
from pathlib import Path

from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.taken_back import as_told
from lles.casefile.queries.risk import risk_assessment_due
from lles.casefile.register import DirectionKind, DraftKind, Event, Occasion, OrderKind, TaskKind, Work
from lles.casefile.timeline import learn, word
from lles.work.monitoring import rules
from lles.work.monitoring.changes.order import follow_orders, order_was_made
from lles.work.monitoring.changes.taken_back import order_was_taken_back
from lles.work.monitoring.queries import due
from lles.work.monitoring.queries.facts import DIRECTED, LETTERS, has_an_order, said_by_children
from lles.work.monitoring.queries.running import orders_running
from lles.work.monitoring.queries.taken_back import documents_under

NAME = "monitoring"
PAGE = "monitoring:orders"


def order_made(occasion: Occasion) -> None:
    """The court made a monitoring order: its work begins."""
    if occasion.about["kind"] == NAME:
        order = occasion.case.orders.get(pk=str(occasion.about["order"]))
        order_was_made(case=occasion.case, by=the_service(), at=occasion.at, order=order)


def order_taken_back(occasion: Occasion) -> None:
    """An order was recorded wrongly and counts nowhere any more."""
    order_was_taken_back(**as_told(occasion))


def something_changed(occasion: Occasion) -> None:
    """What the order directs has changed, on whichever page, or the court has a report."""
    if str(occasion.about["kind"]) in DIRECTED:
        follow_orders(case=occasion.case, by=the_service(), at=occasion.at)


def details_changed(occasion: Occasion) -> None:
    """The court may have said on which day an order was made."""
    if has_an_order(occasion.case):
        follow_orders(case=occasion.case, by=the_service(), at=occasion.at)


def reopened(occasion: Occasion) -> None:
    """The case is open again: so is what its orders still ask for."""
    follow_orders(case=occasion.case, by=the_service(), at=occasion.at)


def _tasks() -> tuple[TaskKind, ...]:
    days = {
        due.FIRST: due.first_call_due, due.CALL: due.call_due, due.BREACH: due.breach_report_due,
        due.REPORT: due.report_due, due.END: due.end_due, due.RISK: risk_assessment_due,
    }  # fmt: skip
    pages = {
        due.TERMS: f"{NAME}:terms", due.LETTERS: f"{NAME}:order", due.FIRST: f"{NAME}:order",
        due.CALL: f"{NAME}:order", due.ASK: f"{NAME}:breach", due.DECIDE: f"{NAME}:breach",
        due.BREACH: f"{NAME}:breach", due.REPORT: PAGE, due.RISK: f"{NAME}:suspicion",
        due.END: f"{NAME}:order",
    }  # fmt: skip
    return tuple(
        TaskKind(
            kind,
            word(f"task.{kind}"),
            word(f"act.{kind}"),
            page=page,
            due_of_one=days.get(kind),
            comes_first=kind == due.RISK,
            titles=partial(due.titles_of_breaches, kind) if kind in due.ABOUT_A_BREACH else None,
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
                NAME, word(f"order.{NAME}"),
                found_by=("monitoring order", "contact monitoring", "section 11h", "s.11h", "s11h",
                          "gorchymyn monitro", "monitro cyswllt", "adran 11h"),
            ),
        ),
        directions=tuple(DirectionKind(kind, word(f"direction.{kind}"), has_an_order) for kind in DIRECTED),
        on={
            Event.ORDER_MADE: order_made,
            Event.ORDER_TAKEN_BACK: order_taken_back,
            Event.DIRECTION_GIVEN: something_changed,
            Event.DIRECTION_LIFTED: something_changed,
            Event.DOCUMENT_FILED: something_changed,
            Event.DETAILS_CHANGED: details_changed,
            Event.REOPENED: reopened,
        },
        case_page=(PAGE, word(f"work.{NAME}")),
        is_of_every_case=True,
        drafts=tuple(
            DraftKind(f"monitoring-{name}", word(f"draft.monitoring-{name}"), f"{NAME}:{name}", where=_parts)
            for name in ("report", "call", "suspicion")
        ),
        written_on={kind: PAGE for kind in (*LETTERS.values(), *DIRECTED)},
        orders_running=orders_running,
        documents_under=documents_under,
        children_said=said_by_children,
    )  # fmt: skip


def _parts(subject: str) -> tuple[str, ...]:
    """The order and what of it the draft is about, as they stand in the address of its page."""
    return tuple(subject.split("-"))
