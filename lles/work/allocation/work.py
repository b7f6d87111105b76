"""Allocation as the register knows it: a case without an officer waits for its manager."""

from pathlib import Path

from lles.casefile.access import Verb
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.queries.intake import team_due_day
from lles.casefile.register import Event, Occasion, TaskKind, Work
from lles.casefile.timeline import learn, word
from lles.work.allocation.queries import TASK


def application_received(occasion: Occasion) -> None:
    """A case that nobody has waits to be allocated."""
    open_task(case=occasion.case, by=the_service(), at=occasion.at, kind=TASK)


def allocated(occasion: Occasion) -> None:
    """A case that somebody has waits no longer; one that is taken from its officer waits again."""
    if occasion.about["officer"] is None:
        open_task(case=occasion.case, by=the_service(), at=occasion.at, kind=TASK)
        return
    end_tasks(case=occasion.case, by=the_service(), at=occasion.at, kind=TASK, outcome="allocated")


def reopened(occasion: Occasion) -> None:
    """A case that is open again and has no officer waits for one."""
    if occasion.case.officer is None:
        open_task(case=occasion.case, by=the_service(), at=occasion.at, kind=TASK)


def work() -> Work:
    """The entry of this piece of work in the register."""
    learn(Path(__file__).with_name("words.toml"))
    return Work(
        name="allocation",
        title=word("work.allocation"),
        duties=("CJCSA00-S12-2", "CA04-S35-2"),
        tasks=(
            TaskKind(
                TASK,
                word(f"task.{TASK}"),
                word(f"act.{TASK}"),
                page="allocation:allocate",
                due=team_due_day,
                needs=Verb.ALLOCATE,
            ),
        ),
        on={
            Event.APPLICATION_RECEIVED: application_received,
            Event.ALLOCATED: allocated,
            Event.REOPENED: reopened,
        },
    )
