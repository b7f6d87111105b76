"""Notes on a case: what somebody who works on it wants to be found again, and what corrects it."""

import json
from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Refused, change
from lles.casefile.locations import sealed
from lles.casefile.models import Case, Note, Officer
from lles.casefile.timeline import says


class CorrectedAlready(Refused):
    """Another note corrects that one already; the later of them is the one to correct."""

    name = "corrected_already"


@change(needs=Verb.WORK)
def add_note(
    *, case: Case, by: Officer, at: datetime, words: str, language: str, corrects: Note | None = None
) -> Done[Note]:
    """Keeps a note under the key of the store of locations; the timeline says who wrote one.

    No day and no rule hangs on a note, so nobody's open page becomes stale by it."""
    if corrects and (corrects.case_id != case.pk or Note.objects.filter(corrects=corrects).exists()):
        raise CorrectedAlready(f"note {corrects.pk}")
    closed = sealed(json.dumps({"case": case.pk, "words": words}).encode())
    note = Note.objects.create(case=case, words=closed, language=language, corrects=corrects, by=by, at=at)
    entry = says("note_added", by=by.name, note=note.pk)
    if corrects:
        first = corrects.by.name
        entry = says("note_corrected", by=by.name, note=note.pk, first=first, written_at=corrects.at)
    return Done(note, entry, leaves_the_case=True)
