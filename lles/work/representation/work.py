"""Representation as the register knows it: a public-law case asks for a guardian."""

from pathlib import Path
from typing import TYPE_CHECKING

from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.register import Event, Occasion, TaskKind, Work
from lles.casefile.timeline import learn, word
from lles.law.bilingual import Text
from lles.work.representation import rules
from lles.work.representation.queries import guardian_due_day

if TYPE_CHECKING:
    from lles.casefile.models import Case

TASK = "representation.guardian"


def application_received(occasion: Occasion) -> None:
    """In specified proceedings the court is to have a guardian for the child (CA89 s.41)."""
    kinds = [one.kind for one in occasion.case.applications.all()]
    if occasion.case.pathway != "public-law":
        return
    needed = rules.guardian_is_appointed_in_specified_proceedings(kinds, court_found_unnecessary=False)
    if needed or not kinds:
        open_task(case=occasion.case, by=the_service(), at=occasion.at, kind=TASK)


def allocated(occasion: Occasion) -> None:
    """The case has its officer."""
    end_tasks(case=occasion.case, by=the_service(), at=occasion.at, kind=TASK, outcome="allocated")


def reopened(occasion: Occasion) -> None:
    """A case that is open again and has no officer asks for its guardian again."""
    if occasion.case.officer is None:
        application_received(occasion)


def plain_word(case: "Case") -> Text | None:
    """What the summary of a public-law case says plainly."""
    return word("note.guardian_not_here") if case.pathway == "public-law" else None


def work() -> Work:
    """The entry of this piece of work in the register."""
    learn(Path(__file__).with_name("words.toml"))
    return Work(
        name="representation",
        title=word("work.representation"),
        duties=("CJCSA00-S12-1-C", "CA04-S35-1-C", "CA89-S41-1"),
        opens_only=True,
        provisions=rules.PROVISIONS,
        explained=rules.EXPLAINED,
        tasks=(
            TaskKind(
                TASK,
                word(f"task.{TASK}"),
                word(f"act.{TASK}"),
                page="allocation:allocate",
                due=guardian_due_day,
            ),
        ),
        on={
            Event.APPLICATION_RECEIVED: application_received,
            Event.ALLOCATED: allocated,
            Event.REOPENED: reopened,
        },
        note=plain_word,
    )
