"""Intake as the register knows it: its words; what opens is decided by the pieces of work it tells."""

from pathlib import Path
from typing import TYPE_CHECKING

from lles.casefile.register import Remarking, Work
from lles.casefile.timeline import learn, word
from lles.law.bilingual import Text
from lles.work.intake.queries import feed_notes, note_words
from lles.work.intake.queries.remarks import IS_NEEDED, remarks_column, remarks_from

if TYPE_CHECKING:
    from lles.casefile.models import Case

SAID_IN_FULL = 3


def work() -> Work:
    """The entry of this piece of work in the register."""
    learn(Path(__file__).with_name("words.toml"))
    return Work(
        name="intake",
        title=word("work.intake"),
        duties=("CJCSA00-S12-1-B", "CA04-S35-1-B"),
        case_page=("intake:of_case", word("page.from_the_court")),
        note=not_understood,
        remarks=Remarking(IS_NEEDED, remarks_column, remarks_from),
    )


def not_understood(case: "Case") -> Text | None:
    """What the summary says where something in the courts' answers was not understood."""
    codes = sorted({note.code for note in feed_notes(case)})
    if not codes:
        return None
    if len(codes) > SAID_IN_FULL:
        return word("note.not_understood").fill(count=len(codes))
    said = [note_words(code) for code in codes]
    return Text(en=" ".join(one.en for one in said), cy=" ".join(one.cy for one in said))
