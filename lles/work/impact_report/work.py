"""The child impact report as the register knows it: on Pathfinder it takes the place of the letter."""

from pathlib import Path

from lles.casefile.changes.checks import open_checks
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.queries.court import live_direction
from lles.casefile.register import DirectionKind, Event, Occasion, TaskKind, Work
from lles.casefile.timeline import learn, word
from lles.law.pathway import Pathway
from lles.work.impact_report import rules
from lles.work.impact_report.queries import DIRECTED, report_due_day, waits_for_calls, waits_for_checks

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
    for kind, waits in ((CHECKS, waits_for_checks(case)), (CALL, waits_for_calls(case))):
        if waits:
            open_task(case=case, by=by, at=at, kind=kind)
        else:
            end_tasks(case=case, by=by, at=at, kind=kind, outcome="done")


def reopened(occasion: Occasion) -> None:
    """The case is open again: so is a report that the court directs; and where the closing ended them, the
    report of Pathfinder, which is not made here yet, and what it needs."""
    case, left = occasion.case, occasion.left_by_it
    if (TASK in left and case.pathway == Pathway.PATHFINDER) or live_direction(case, DIRECTED) is not None:
        open_task(case=case, by=the_service(), at=occasion.at, kind=TASK)
    if left & {CHECKS, CALL}:
        what_the_report_needs(occasion)


def direction_given(occasion: Occasion) -> None:
    """A court that directs the report opens its task, on whichever pathway the case was thought to be."""
    if occasion.about["kind"] in DIRECTIONS:
        open_task(case=occasion.case, by=the_service(), at=occasion.at, kind=TASK)


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
            Event.CHECK_ANSWERED: what_the_report_needs,
            Event.CHECK_SET_ASIDE: what_the_report_needs,
            Event.CONVERSATION_RECORDED: what_the_report_needs,
            Event.REOPENED: reopened,
        },
    )
