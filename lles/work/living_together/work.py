"""Parents who live together, in the register: the page of a case, and what stands on top of it."""

from pathlib import Path

from lles.casefile.register import Remarking, Work
from lles.casefile.timeline import learn, word
from lles.work.living_together.queries import IS_NEEDED, PAGE, remarks_column, remarks_from


def work() -> Work:
    """The entry of this piece of work in the register."""
    learn(Path(__file__).with_name("words.toml"))
    title = word("work.living_together")
    return Work(
        name="living_together",
        title=title,
        case_page=(PAGE, title),
        is_of_every_case=True,
        remarks=Remarking(IS_NEEDED, remarks_column, remarks_from),
    )
