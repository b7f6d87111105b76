"""How long the letter is by now: the version for the court as it really comes out."""

from datetime import datetime
from typing import TYPE_CHECKING

from lles.casefile.documents import COURT, UnprintableText
from lles.casefile.rules.language import languages_for_court
from lles.casefile.rules.lengths import Length, length_from
from lles.law.bilingual import Language
from lles.links.pdf_reader import filled
from lles.work.safeguarding.documents.safeguarding_letter.document import make_letter
from lles.work.safeguarding.queries.letter import author_of, letter_facts
from lles.work.safeguarding.queries.letter_record import LetterRecord
from lles.work.safeguarding.queries.readers import Reader

if TYPE_CHECKING:
    from lles.casefile.models import Officer

TOP_MM, BOTTOM_MM = 16, 19  # the margins of letter.typ


def length_of(record: LetterRecord, by: "Officer", at: datetime, language: Language) -> Length | None:
    """The length of the court's version in one language; None where it holds what cannot be printed."""
    court = Reader(COURT, None, languages_for_court())
    author = author_of(record.case, record.letter, by)
    facts = letter_facts(record, court, author, at, draft=True)
    try:
        made = make_letter(facts, COURT, language, at)
    except UnprintableText:
        return None
    return length_from(*filled(made.content, top_mm=TOP_MM, bottom_mm=BOTTOM_MM))
