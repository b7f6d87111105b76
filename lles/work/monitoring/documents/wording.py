"""Typed words as values for a template: in the language of the reader where they were written in it, else as
they are, marked."""

from lles.law.bilingual import Language, Text
from lles.work.monitoring.rules.letter import Written

CLOSED = Text(
    en="What was written is not set out here, because it names a place or a number that is protected.",
    cy="Ni nodir yma yr hyn a ysgrifennwyd, am ei fod yn enwi lle neu rif sydd wedi'i ddiogelu.",
)
ELSEWHERE = Text(en="As it stands in the order.", cy="Fel y mae yn y gorchymyn.")


def as_words(written: Written, language: Language) -> dict[str, object]:
    """The paragraphs of typed words, their language, and whether that is not the reader's."""
    if written.is_closed:
        text, spoken = (CLOSED if written.to_court else ELSEWHERE).said(language), language
    elif written.language != language and written.other:
        text, spoken = written.other, language
    else:
        text, spoken = written.text, written.language
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return {"lines": lines, "lang": spoken, "foreign": spoken != language, "closed": written.is_closed}
