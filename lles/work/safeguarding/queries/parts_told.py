"""What typed words of a letter may tell its readers of where somebody lives, before it is set (CONF-PART)."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from lles.casefile.models import Case
from lles.casefile.once import once
from lles.casefile.queries.reading import Reading, Words, readings_of
from lles.casefile.timeline import word
from lles.law.bilingual import Text
from lles.law.findings import Finding
from lles.work.safeguarding.queries.filing import KIND, letter_of
from lles.work.safeguarding.queries.further import FurtherRecord, further_facts, further_record
from lles.work.safeguarding.queries.letter import letter_facts
from lles.work.safeguarding.queries.letter_record import LetterRecord, letter_record
from lles.work.safeguarding.queries.outline import section_keys
from lles.work.safeguarding.queries.readers import Reader, readers
from lles.work.safeguarding.queries.section_names import section_name
from lles.work.safeguarding.rules.further_facts import FurtherFacts, FurtherKind
from lles.work.safeguarding.rules.letter_facts import (
    Advised,
    Analysis,
    ConcernRaised,
    Enquiry,
    Late,
    Own,
    Spoken,
    Typed,
)
from lles.work.safeguarding.rules.letter_sections import OF_CHILD, anchor

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_SECTIONS: Mapping[type, Callable[..., Text]] = {
    Advised: lambda one: word("letter_section.advice"),
    Analysis: lambda one: (
        word("letter_section.safety_of").fill(name=one.child) if one.child else word("letter_section.safety")
    ),
    ConcernRaised: lambda one: word("letter_section.adult_of").fill(name=one.speaker),
    Enquiry: lambda one: word("letter_section.asked"),
    Late: lambda one: word("letter_section.late"),
    Spoken: lambda one: word("letter_section.adult_of").fill(name=one.adult),
}
Placed = tuple[Text | None, str]
Anchors = Mapping[str, str]


@once
def parts_told(case: Case, kind: str) -> tuple[Finding, ...]:
    """What a document in hand may tell, of the letter or of a further letter."""
    if kind == KIND:
        return parts_in_letter(letter_record(case, letter_of(case)))
    return parts_in_further(further_record(case, FurtherKind(kind)))


def parts_in_letter(record: LetterRecord) -> tuple[Finding, ...]:
    """What the letter may tell each of its readers, as it is being written, and in which section."""
    author = record.letter.author if record.letter else record.case.officer
    if author is None:
        return ()
    anchors = _anchors_of_letter(record)
    return tuple(
        found
        for one in readers(record.case, record.withheld)
        for facts in (letter_facts(record, one, author, record.case.opened_at, draft=True),)
        for typed in (_typed(facts, lambda section: section_name(record, section)),)
        for found in _findings(record.case, one, typed, anchors)
    )


def _anchors_of_letter(record: LetterRecord) -> Anchors:
    """Where each section stands on the page of the letter, by its name."""
    names = {section_name(record, key).en: anchor(key) for key in section_keys(record)}
    return {word("letter_section.safety").en: anchor(OF_CHILD), **names}


def _anchors_of_further(record: FurtherRecord) -> Anchors:
    """Where each box stands on the page of a further letter, by its name."""
    names = (str(record.kind), "words"), ("advice", "advice")
    return {word(f"further_section.{name}").en: f"id_{box}" for name, box in names}


def parts_in_further(record: FurtherRecord) -> tuple[Finding, ...]:
    """What a further letter may tell each of its readers, as it is being written, and in which box."""
    case = record.case
    author = record.further.author if record.further else case.officer
    if author is None:
        return ()
    return tuple(
        found
        for one in record.readers
        for facts in (further_facts(record, one, author, case.opened_at, draft=True),)
        for typed in (_typed(facts, lambda _section: word("letter_section.asked")),)
        for found in _findings(case, one, typed, _anchors_of_further(record))
    )


@dataclass(frozen=True)
class SentenceRefused:
    """A sentence that may not reach a reader: who, where it stands, of what kind it is that it tells, and the
    box in which it is put right."""

    reader: str
    section: Text
    kind: str
    put_right: str


def sentences_refused(record: FurtherRecord) -> tuple[SentenceRefused, ...]:
    """Each sentence that somebody typed and that the gate would refuse, as it is being written."""
    case = record.case
    author = record.further.author if record.further else case.officer
    if author is None:
        return ()
    found: dict[SentenceRefused, None] = {}
    for one in record.readers:
        facts = further_facts(record, one, author, case.opened_at, draft=True)
        typed = _typed(facts, lambda _section: word("letter_section.asked"))
        found |= dict.fromkeys(
            _refused(readings_of(case).of(one.name), one, typed, _anchors_of_further(record))
        )
    return tuple(found)


def _refused(
    reading: Reading, reader: Reader, typed: Iterator[Placed], anchors: Anchors
) -> Iterator[SentenceRefused]:
    for section, text in dict.fromkeys(one for one in typed if one[0] is not None and one[1].strip()):
        assert section is not None
        put_right = anchors.get(section.en, "")
        whole = {kind for _, kind in reading.forbidden([Words(text)])}
        told = [
            SentenceRefused(reader.name, place, kind, put_right)
            for place, sentence in (_sentences(section, text) if whole else ())
            for _, kind in reading.forbidden([Words(sentence)])
        ]
        yield from told
        yield from (
            SentenceRefused(reader.name, section, kind, put_right)
            for kind in whole - {one.kind for one in told}
        )


def _findings(case: Case, reader: Reader, typed: Iterator[Placed], anchors: Anchors) -> tuple[Finding, ...]:
    reading = readings_of(case).of(reader.name)
    sections: dict[str, tuple[Text, str]] = {}
    words = []
    for section, text in dict.fromkeys(one for one in typed if one[1].strip()):
        if section is None:
            words.append(Words(text))
        elif reading.hints([Words(text)]):
            told = [one for one in _sentences(section, text) if reading.hints([Words(one[1])])]
            for place, sentence in told or [(section, text)]:
                sections[place.en] = place, anchors.get(section.en, "")
                words.append(Words(sentence, place.en))
    return reading.findings(reading.hints(words), sections) if words else ()


def _sentences(section: Text, text: str) -> list[tuple[Text, str]]:
    """Each sentence of a section, by its number; where there is but one, the section says enough."""
    every = [one for one in _SENTENCE.split(text) if one.strip()]
    if len(every) < 2:
        return [(section, text)]
    called = word("further_section.sentence")
    return [(called.fill(section=section, number=number), one) for number, one in enumerate(every, 1)]


def _typed(value: object, called: Callable[[str], Text], section: Text | None = None) -> Iterator[Placed]:
    """All that somebody typed, wherever it stands in the facts, with the section in which it stands."""
    if isinstance(value, Typed):
        yield from ((section, value.text), (section, value.other))
    elif isinstance(value, tuple):
        for one in value:
            yield from _typed(one, called, section)
    elif is_dataclass(value):
        named = _SECTIONS.get(type(value))
        of_section = value.section if isinstance(value, Own | Enquiry) else ""
        here = called(of_section) if of_section else named(value) if named else section
        for one in fields(value):
            yield from _typed(getattr(value, one.name), called, _box(value, one.name) or here)


def _box(value: object, name: str) -> Text | None:
    """What the box of a further letter is called in which its author wrote."""
    if not isinstance(value, FurtherFacts) or name not in ("words", "advice"):
        return None
    return word(f"further_section.{value.kind if name == 'words' else name}")
