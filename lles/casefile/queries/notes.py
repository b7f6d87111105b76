"""One note of a case, opened for somebody who works on it."""

import json
from dataclasses import dataclass

from lles.casefile.locations import opened
from lles.casefile.models import Case, Note


class NoteOfAnotherCase(Exception):
    """The words of a note belong to another case than its row."""


@dataclass(frozen=True)
class NoteRead:
    """A note with its words, the note it corrects, and the number of the one that corrects it."""

    note: Note
    words: str
    corrected_by: int | None


def note_of(case: Case, pk: int) -> NoteRead | None:
    """A note of the case with its words; None where the case has no such note."""
    found = Note.objects.filter(case=case, pk=pk).select_related("by", "corrects__by", "corrected_by").first()
    if found is None:
        return None
    whole = json.loads(opened(bytes(found.words)))
    if whole["case"] != case.pk:
        raise NoteOfAnotherCase(f"note {found.pk}")
    later = getattr(found, "corrected_by", None)
    return NoteRead(found, whole["words"], later.pk if later else None)
