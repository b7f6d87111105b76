"""What orders under section 8 hang on, in the register: the page of a case, what there is to say of its
orders, and what stands on top."""

from pathlib import Path

from lles.casefile.register import Remarking, Work
from lles.casefile.timeline import learn, word
from lles.work.section_8.queries import (
    IS_NEEDED,
    PAGE,
    remarks_column,
    remarks_from,
    said_of_orders,
)


def work() -> Work:
    """The entry of this piece of work in the register."""
    learn(Path(__file__).with_name("words.toml"))
    title = word("work.section_8")
    return Work(
        name="section_8",
        title=title,
        case_page=(PAGE, title),
        is_of_every_case=True,
        remarks=Remarking(IS_NEEDED, remarks_column, remarks_from),
        says_of_orders=said_of_orders,
    )
