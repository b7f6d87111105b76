"""Small real PDFs for the tests of the gate and of filing."""

from datetime import datetime
from pathlib import Path

from lles.casefile.documents import Made, make
from lles.law.bilingual import Language

TEMPLATE = Path(__file__).with_name("note.typ")


def note(words: str, at: datetime, reader: str = "court", language: Language = "en") -> Made:
    """A page that says these words to one reader."""
    title = "Note"
    return make(
        TEMPLATE, {"words": words}, kind="note", reader=reader, language=language, title=title, made_at=at
    )
