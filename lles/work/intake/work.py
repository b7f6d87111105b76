"""Intake as the register knows it: its words; what opens is decided by the pieces of work it tells."""

from pathlib import Path
from typing import TYPE_CHECKING

from lles.casefile.register import DraftKind, Event, Leading, Remarking, TaskKind, Work
from lles.casefile.timeline import learn, word
from lles.law.bilingual import Text
from lles.work.intake.changes.settle import reopened
from lles.work.intake.queries import feed_notes, note_words
from lles.work.intake.queries.reading import READ, titles_of_what_came
from lles.work.intake.queries.remarks import IS_NEEDED, remarks_column, remarks_from

if TYPE_CHECKING:
    from lles.casefile.models import Case


PAGE = "intake:of_case"


def work() -> Work:
    """The entry of this piece of work in the register."""
    learn(Path(__file__).with_name("words.toml"))
    return Work(
        name="intake",
        title=word("work.intake"),
        duties=("CJCSA00-S12-1-B", "CA04-S35-1-B"),
        case_page=(PAGE, word("page.from_the_court")),
        is_of_every_case=True,
        hearings_page="intake:hearings",
        tasks=(
            TaskKind(
                READ,
                word(f"task.{READ}"),
                word(f"act.{READ}"),
                page=PAGE,
                titles=titles_of_what_came,
                arrives=True,
            ),
        ),
        on={Event.REOPENED: reopened},
        lines_lead_to={
            "arrival_joined": Leading("intake:arrival", word("lead.message"), is_of_one=True),
            "arrival_keyed": Leading("intake:arrival", word("lead.message"), is_of_one=True),
            "court_sent_changes": Leading(PAGE, word("lead.court")),
        },
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
