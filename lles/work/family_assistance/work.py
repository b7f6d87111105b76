"""Family assistance as the register knows it: an order of the court opens its work."""

from pathlib import Path

from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.taken_back import as_told
from lles.casefile.queries.risk import risk_assessment_due
from lles.casefile.register import DirectionKind, DraftKind, Event, Occasion, OrderKind, TaskKind, Work
from lles.casefile.timeline import learn, word
from lles.work.family_assistance import rules
from lles.work.family_assistance.changes.order import follow_directions, order_was_made
from lles.work.family_assistance.changes.papers import note_filed
from lles.work.family_assistance.changes.taken_back import order_was_taken_back
from lles.work.family_assistance.queries import due
from lles.work.family_assistance.queries.childs_words import said_by_children
from lles.work.family_assistance.queries.facts import DIRECTED, has_an_order
from lles.work.family_assistance.queries.kept_back import kept_back_from
from lles.work.family_assistance.queries.running import orders_running
from lles.work.family_assistance.queries.taken_back import documents_under
from lles.work.family_assistance.rules.papers import Paper

NAME = "family_assistance"
ORDER_PAGE = "family_assistance:order"


def order_made(occasion: Occasion) -> None:
    """The court made a family assistance order: its work begins."""
    if occasion.about["kind"] == NAME:
        order = occasion.case.orders.get(pk=str(occasion.about["order"]))
        order_was_made(case=occasion.case, by=the_service(), at=occasion.at, order=order)


def order_taken_back(occasion: Occasion) -> None:
    """An order was recorded wrongly and counts nowhere any more."""
    order_was_taken_back(**as_told(occasion))


def directions_changed(occasion: Occasion) -> None:
    """What the order directs has changed, on whichever page that was recorded."""
    if occasion.about["kind"] in DIRECTED:
        follow_directions(case=occasion.case, by=the_service(), at=occasion.at)


def reopened(occasion: Occasion) -> None:
    """The case is open again: so is what its orders still ask for."""
    follow_directions(case=occasion.case, by=the_service(), at=occasion.at)


def details_changed(occasion: Occasion) -> None:
    """Somebody whom an order directs to tell their address may have another one (FAO-ADDRESS), and the court
    may have said on which day an order was made."""
    if has_an_order(occasion.case):
        follow_directions(case=occasion.case, by=the_service(), at=occasion.at)


def document_filed(occasion: Occasion) -> None:
    """The court has the report that it directed."""
    if occasion.about["kind"] == Paper.REPORT:
        version = int(str(occasion.about["version"]))
        note_filed(case=occasion.case, by=the_service(), at=occasion.at, version=version)


def _of_order_and_paper(subject: str) -> tuple[str, ...]:
    assistance, _sep, paper = subject.partition("-")
    return (assistance, paper)


def _tasks() -> tuple[TaskKind, ...]:
    pages = {
        due.TERMS: "family_assistance:terms", due.PLAN: "family_assistance:plan",
        due.REPORTED: "family_assistance:report",
    }  # fmt: skip
    days = {
        due.REVIEW: due.review_due, due.REPORTED: due.report_due, due.END: due.end_due,
        due.RISK: risk_assessment_due,
    }  # fmt: skip
    return tuple(
        TaskKind(
            kind,
            word(f"task.{kind}"),
            word(f"act.{kind}"),
            page=pages.get(kind, ORDER_PAGE),
            due_of_one=days.get(kind),
            comes_first=kind == due.RISK,
            asked_of_one=due.asked_between if kind in due.BY_THE_END else None,
            ended_by=word(f"ended_by.{NAME}") if kind in due.BY_THE_END else None,
        )
        for kind in (
            due.TERMS,
            due.CONSENT,
            due.NAMED,
            due.CONTACT,
            due.LETTER,
            due.PLAN,
            due.TOLD,
            due.ADDRESS,
            due.REVIEW,
            due.REPORTED,
            due.RISK,
            due.END,
            due.CLOSING,
        )
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
                NAME, word(f"order.{NAME}"), codes=("familyAssistOrder",),
                found_by=("family assistance", "c42", "cymorth teuluol"),
            ),
        ),
        directions=tuple(DirectionKind(kind, word(f"direction.{kind}"), has_an_order) for kind in DIRECTED),
        on={
            Event.ORDER_MADE: order_made,
            Event.ORDER_TAKEN_BACK: order_taken_back,
            Event.DIRECTION_GIVEN: directions_changed,
            Event.DIRECTION_LIFTED: directions_changed,
            Event.DETAILS_CHANGED: details_changed,
            Event.DOCUMENT_FILED: document_filed,
            Event.REOPENED: reopened,
        },
        case_page=("family_assistance:orders", word(f"work.{NAME}")),
        is_of_every_case=True,
        written_on={one.value: f"{NAME}:orders" for one in Paper},
        drafts=(
            *(
                DraftKind(f"family-{name}", word(f"draft.family-{name}"), f"{NAME}:{name}")
                for name in ("opinion", "plan", "work")
            ),
            DraftKind(
                "family-document", word("draft.family-document"), f"{NAME}:document",
                where=_of_order_and_paper,
            ),
        ),
        orders_running=orders_running,
        kept_from=kept_back_from,
        documents_under=documents_under,
        children_said=said_by_children,
    )  # fmt: skip
