"""Meetings as the register knows them: a page of every case, and sessions that a hearing has overtaken."""

from pathlib import Path

from lles.casefile.register import Event, TaskKind, Work
from lles.casefile.timeline import learn, word
from lles.work.meetings.changes import hearings_changed
from lles.work.meetings.queries import (
    OVERTAKEN,
    meetings_held,
    meetings_planned,
    sessions_named,
    settled_by,
    told_to,
)
from lles.work.meetings.rules import meetings_law

PAGE = "meetings:meetings"


def work() -> Work:
    """The entry of this piece of work in the register."""
    learn(Path(__file__).with_name("words.toml"))
    return Work(
        name="meetings",
        title=word("work.meetings"),
        provisions=meetings_law(),
        tasks=(
            TaskKind(
                OVERTAKEN,
                word(f"task.{OVERTAKEN}"),
                word(f"act.{OVERTAKEN}"),
                page=PAGE,
                due_of_one=settled_by,
                titles=sessions_named,
            ),
        ),
        on=dict.fromkeys((Event.HEARING_LISTED, Event.HEARING_MOVED, Event.REOPENED), hearings_changed),
        case_page=(PAGE, word("work.meetings")),
        tells=told_to,
        meetings_held=meetings_held,
        meetings_planned=meetings_planned,
    )
