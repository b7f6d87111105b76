"""What each section of the letter is called."""

from lles.casefile.models import Check
from lles.casefile.rules.bodies import body_name
from lles.casefile.timeline import word
from lles.law.bilingual import Text
from lles.work.safeguarding.queries.letter_record import LetterRecord
from lles.work.safeguarding.rules.letter_sections import ADULT, COUNCIL, OF_CHILD, SOURCE


def section_name(record: LetterRecord, section: str) -> Text:
    """The name of a section, in both languages, with the body, the adult or the child it is about."""
    kind, _, about = section.partition(".")
    if not about:
        several = kind == OF_CHILD and len(record.children) > 1
        return word("letter_section.safety_of_all" if several else f"letter_section.{kind}")
    if kind == COUNCIL:
        return body_name(Check.LOCAL_AUTHORITY, about)
    if kind == SOURCE:
        return _of_source(record, about)
    if kind == ADULT:
        adults = {adult.slug: adult.name for adult in record.adults}
        return word("letter_section.adult_of").fill(name=adults.get(about, about))
    children = {str(child.pk): child.name for child in record.children}
    return word("letter_section.safety_of").fill(name=children.get(about, about))


def _of_source(record: LetterRecord, number: str) -> Text:
    asked = next((check for check in record.others if str(check.pk) == number), None)
    if asked is None:
        return word("letter_section.source")
    source = word(f"check.{asked.kind}")
    return word("letter_section.source_of").fill(source=source, name=asked.person.name)
