"""Meetings as the register knows them: a page of every case."""

from pathlib import Path

from lles.casefile.register import Work
from lles.casefile.timeline import learn, word
from lles.work.meetings.queries import meetings_held
from lles.work.meetings.rules import meetings_law


def work() -> Work:
    """The entry of this piece of work in the register."""
    learn(Path(__file__).with_name("words.toml"))
    return Work(
        name="meetings",
        title=word("work.meetings"),
        provisions=meetings_law(),
        case_page=("meetings:meetings", word("work.meetings")),
        meetings_held=meetings_held,
    )
