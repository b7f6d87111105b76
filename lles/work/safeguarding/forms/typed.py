"""The form of the letter over a record: which boxes it has, and what was typed in them, as values."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import QueryDict

from lles.casefile.forms import SHOWN_AGAIN
from lles.law.bilingual import Language, day_in_words
from lles.work.safeguarding.forms.letter import Asked, LetterForm, Written
from lles.work.safeguarding.queries.evidence import evidence_of
from lles.work.safeguarding.queries.letter_record import LetterRecord
from lles.work.safeguarding.queries.outline import evidence_shown, outline
from lles.work.safeguarding.rules.letter_content import (
    SAFETY,
    Content,
    other_language,
    with_what_was_seen,
)
from lles.work.safeguarding.rules.letter_writing import shortened


def choices_of(record: LetterRecord, language: Language) -> dict[str, Any]:
    """What the form has to know of the record."""
    return {"sections": tuple(_sections(record, language)), "raised": tuple(_raised(record))}


def _sections(record: LetterRecord, language: Language) -> Iterator[Written]:
    everything = tuple(_rests_on(record, language))
    for section in outline(record):
        if section.may_be_written:
            rests_on = everything if section.kind == SAFETY else ()
            known = section.words.language if section.words else None
            yield Written(section.key, section.title.said(language), rests_on, known)


def _rests_on(record: LetterRecord, language: Language) -> Iterator[tuple[str, str]]:
    for one in evidence_of(record):
        shown = evidence_shown(one)
        says = f". {shown.says.said(language)}" if shown.says.en else ""
        yield (
            shown.ref,
            f"{shown.title.said(language)}, {day_in_words(shown.on, language, weekday=False)}{says}",
        )


def _raised(record: LetterRecord) -> Iterator[Asked]:
    readers = [(adult.slug, adult.name) for adult in record.adults]
    for said in record.said:
        others = tuple(one for one in readers if not said.by_party_alone or one[0] != said.party.slug)
        other = None if said.other else other_language(said.language)
        yield Asked(said.number, shortened(record.marked[said.number]), others, other)


def content_typed(typed: Mapping[str, Any], record: LetterRecord, language: Language = "en") -> Content:
    """What stands in the form, as values, also where it could not be kept as it stands; what nobody touched
    has seen no more answers than before."""
    answered = QueryDict(mutable=True)
    for name, values in (
        typed.lists() if isinstance(typed, QueryDict) else ((k, [v]) for k, v in typed.items())
    ):
        if name != SHOWN_AGAIN:
            answered.setlist(name, values)
    form = LetterForm(answered, language=language, **choices_of(record, language))
    form.is_valid()
    seen = form.answers_seen()
    now = frozenset(one.pk for one in record.every_answer if seen is None or one.pk <= seen)
    return with_what_was_seen(form.content(), record.content, now, form.looked_again())
