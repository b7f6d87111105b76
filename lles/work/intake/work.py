"""Intake as the register knows it: its words and its law; what opens is decided by the pieces of work it
tells."""

from pathlib import Path

from lles.casefile.register import Work
from lles.casefile.timeline import learn, word
from lles.work.intake import rules


def work() -> Work:
    """The entry of this piece of work in the register."""
    learn(Path(__file__).with_name("words.toml"))
    return Work(
        name="intake",
        title=word("work.intake"),
        duties=("CJCSA00-S12-1-B", "CA04-S35-1-B"),
        provisions=rules.PROVISIONS,
        explained=rules.EXPLAINED,
    )
