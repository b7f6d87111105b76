"""What typed words of a letter may tell its readers of where somebody lives, before it is set (CONF-PART)."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from lles.casefile.models import Case
from lles.casefile.queries.reading import Reading, Words
from lles.law.findings import Finding
from lles.work.safeguarding.queries.filing import KIND, letter_of
from lles.work.safeguarding.queries.further import further_facts, further_record
from lles.work.safeguarding.queries.letter import letter_facts
from lles.work.safeguarding.queries.letter_record import LetterRecord, letter_record
from lles.work.safeguarding.queries.readers import Reader, readers
from lles.work.safeguarding.rules.further_facts import FurtherKind
from lles.work.safeguarding.rules.letter_facts import Typed


def parts_told(case: Case, kind: str) -> tuple[Finding, ...]:
    """What a document in hand may tell, of the letter or of a further letter."""
    if kind == KIND:
        return parts_in_letter(letter_record(case, letter_of(case)))
    return parts_in_further(case, FurtherKind(kind))


def parts_in_letter(record: LetterRecord) -> tuple[Finding, ...]:
    """What the letter may tell each of its readers, as it is being written."""
    author = record.letter.author if record.letter else record.case.officer
    if author is None:
        return ()
    return tuple(
        found
        for one in readers(record.case, record.withheld)
        for facts in (letter_facts(record, one, author, record.case.opened_at, draft=True),)
        for found in _findings(record.case, one, facts)
    )


def parts_in_further(case: Case, kind: FurtherKind) -> tuple[Finding, ...]:
    """What a further letter may tell each of its readers, as it is being written."""
    record = further_record(case, kind)
    author = record.further.author if record.further else case.officer
    if author is None:
        return ()
    return tuple(
        found
        for one in record.readers
        for facts in (further_facts(record, one, author, case.opened_at, draft=True),)
        for found in _findings(case, one, facts)
    )


def _findings(case: Case, reader: Reader, facts: object) -> tuple[Finding, ...]:
    reading = Reading(case, reader.name)
    words = dict.fromkeys(text for text in _typed(facts) if text.strip())
    return reading.findings(reading.hints([Words(text) for text in words])) if words else ()


def _typed(value: object) -> Iterator[str]:
    """All that somebody typed, wherever it stands in the facts."""
    if isinstance(value, Typed):
        yield from (value.text, value.other)
    elif isinstance(value, tuple):
        for one in value:
            yield from _typed(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _typed(getattr(value, one.name))
