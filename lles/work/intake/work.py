"""Intake as the register knows it: its words; what opens is decided by the pieces of work it tells."""

from pathlib import Path
from typing import TYPE_CHECKING

from lles.casefile.register import DraftKind, Remarking, Work
from lles.casefile.timeline import learn, word
from lles.law.bilingual import Text
from lles.work.intake.queries import feed_notes, note_words
from lles.work.intake.queries.remarks import IS_NEEDED, remarks_column, remarks_from

if TYPE_CHECKING:
    from lles.casefile.models import Case


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
        drafts=(
            DraftKind("application-fact", word("draft.application-fact"), "intake:fact", names_readers=False),
        ),
    )


def not_understood(case: "Case") -> Text | None:
    """What the summary says where something in the courts' answers was not understood: the one warning, or
    how many there are."""
    notes = feed_notes(case)
    if len(notes) > 1:
        return word("note.not_understood").fill(count=len(notes))
    return note_words(notes[0].code) if notes else None
