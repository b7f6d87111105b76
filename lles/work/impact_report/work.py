"""The child impact report as the register knows it: on Pathfinder it takes the place of the letter."""

from pathlib import Path

from lles.casefile.changes.checks import open_checks
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_unasked, open_task
from lles.casefile.queries.checks import waits_to_be_asked_anew
from lles.casefile.queries.court import live_direction
from lles.casefile.queries.of_case import ended_by_the_closing
from lles.casefile.register import DirectionKind, Event, Occasion, TaskKind, Work
from lles.casefile.timeline import learn, word
from lles.law.pathway import Pathway
from lles.work.impact_report import rules
from lles.work.impact_report.queries import (
    DIRECTED,
    last_answer,
    last_call,
    report_due_day,
    waits_for_calls,
    waits_for_checks,
)

TASK, CHECKS, CALL = (f"impact_report.{name}" for name in ("report", "checks", "call"))
DIRECTIONS = ("child_impact_report", "child_impact_report_1")


def application_received(occasion: Occasion) -> None:
    """On Pathfinder the checks open and the report becomes due."""
    if occasion.case.pathway != Pathway.PATHFINDER:
        return
    by = the_service()
    open_checks(case=occasion.case, by=by, at=occasion.at)
    for kind in (TASK, CHECKS, CALL):
        open_task(case=occasion.case, by=by, at=occasion.at, kind=kind)


def details_changed(occasion: Occasion) -> None:
    """Whoever is new to the case, and whatever home has become known, is asked about."""
    case = occasion.case
    if case.pathway == Pathway.PATHFINDER and case.checks.exists():
        open_checks(case=case, by=the_service(), at=occasion.at)
        what_the_report_needs(occasion)


def what_the_report_needs(occasion: Occasion) -> None:
    """The checks and the calls are asked for while one is outstanding, and no longer."""
    case, by, at = occasion.case, the_service(), occasion.at
    if case.pathway != Pathway.PATHFINDER:
        return
    for kind, waits, done_at in (
        (CHECKS, waits_for_checks(case), last_answer(case)), (CALL, waits_for_calls(case), last_call(case)),
    ):  # fmt: skip
        if waits:
            open_task(case=case, by=by, at=at, kind=kind)
        else:
            end_unasked(case=case, by=by, at=at, kind=kind, done_at=done_at)


def reopened(occasion: Occasion) -> None:
    """The case is open again: so is a report that the court directs; and where it was closed by mistake, what
    the closing ended of the report of Pathfinder, which is not made here yet, and of what it needs. What is
    asked anew is asked all the same."""
    case, about = occasion.case, occasion.about
    ended = ended_by_the_closing(case, about["closed_at"]) if about["by_mistake"] else frozenset()
    of_pathfinder = TASK in ended and case.pathway == Pathway.PATHFINDER
    if of_pathfinder or live_direction(case, DIRECTED) is not None:
        open_task(case=case, by=the_service(), at=occasion.at, kind=TASK)
    if ended & {TASK, CHECKS, CALL} or waits_to_be_asked_anew(case):
        what_the_report_needs(occasion)


def direction_given(occasion: Occasion) -> None:
    """A court that directs the report opens its task, on whichever pathway the case was thought to be."""
    if occasion.about["kind"] in DIRECTIONS:
        open_task(case=occasion.case, by=the_service(), at=occasion.at, kind=TASK)


def order_taken_back(occasion: Occasion) -> None:
    """Where the only order that directs the report was recorded wrongly, nobody asks for it on the older
    pathway."""
    case = occasion.case
    if case.pathway != Pathway.PATHFINDER and live_direction(case, DIRECTED) is None:
        end_unasked(case=case, by=the_service(), at=occasion.at, kind=TASK, done_at=None)


def direction_lifted(occasion: Occasion) -> None:
    """The court took the report back: off Pathfinder nothing else asks for it."""
    case = occasion.case
    if occasion.about["kind"] not in DIRECTED or live_direction(case, DIRECTED) is not None:
        return
    if case.pathway != Pathway.PATHFINDER:
        by = the_service()
        end_unasked(case=case, by=by, at=occasion.at, kind=TASK, done_at=None, is_lifted=True)


def work() -> Work:
    """The entry of this piece of work in the register."""
    learn(Path(__file__).with_name("words.toml"))
    return Work(
        name="impact_report",
        title=word("work.impact_report"),
        duties=("CJCSA00-S12-1-B", "CA04-S35-1-B"),
        opens_only=True,
        provisions=rules.PROVISIONS,
        explained=rules.EXPLAINED,
        tasks=(
            TaskKind(
                TASK, word(f"task.{TASK}"), word(f"act.{TASK}"), page="casefile:case", due=report_due_day
            ),
            TaskKind(
                CHECKS,
                word(f"task.{CHECKS}"),
                word(f"act.{CHECKS}"),
                page="casefile:checks",
                due=report_due_day,
                role="checks_clerk",
            ),
            TaskKind(
                CALL,
                word(f"task.{CALL}"),
                word(f"act.{CALL}"),
                page="casefile:conversations",
                due=report_due_day,
            ),
        ),
        directions=tuple(DirectionKind(kind, word("task.impact_report.report")) for kind in DIRECTIONS),
        on={
            Event.APPLICATION_RECEIVED: application_received,
            Event.DETAILS_CHANGED: details_changed,
            Event.DIRECTION_GIVEN: direction_given,
            Event.ORDER_TAKEN_BACK: order_taken_back,
            Event.DIRECTION_LIFTED: direction_lifted,
            Event.CHECK_ANSWERED: what_the_report_needs,
            Event.CHECK_SET_ASIDE: what_the_report_needs,
            Event.CONVERSATION_RECORDED: what_the_report_needs,
            Event.REOPENED: reopened,
        },
    )
