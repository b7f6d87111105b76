"""The court's timetable in the register: what is out of the ordinary stands on top of a case."""

from pathlib import Path

from lles.casefile.register import Remarking, Work
from lles.casefile.timeline import learn, word
from lles.work.timetable import rules
from lles.work.timetable.queries import is_needed, remarks_column, remarks_from


def work() -> Work:
    """The entry of this piece of work in the register."""
    learn(Path(__file__).with_name("words.toml"))
    return Work(
        name="timetable",
        title=word("work.timetable"),
        provisions=rules.PROVISIONS,
        explained=rules.EXPLAINED,
        remarks=Remarking(is_needed(), remarks_column, remarks_from),
    )
