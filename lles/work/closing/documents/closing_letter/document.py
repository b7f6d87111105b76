"""The closing letter to an adult: the same facts in either language, as values for two templates."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from lles.casefile.documents import Made, make
from lles.casefile.queries.letterhead import letterhead_data, printed
from lles.casefile.timeline import word
from lles.law.bilingual import Language, Text, day_in_words
from lles.work.closing.queries.facts import LETTER
from lles.work.closing.rules import LetterFacts

TITLE = Text(en="Our work on your case has ended", cy="Mae ein gwaith ar eich achos wedi dod i ben")
TEMPLATES: Mapping[Language, Path] = {
    "en": Path(__file__).with_name("en.typ"),
    "cy": Path(__file__).with_name("cy.typ"),
}


def make_closing_letter(facts: LetterFacts, reader: str, language: Language, made_at: datetime) -> Made:
    """The letter of one adult in one language; `reader` is the adult as file names call one."""
    return make(
        TEMPLATES[language],
        as_data(facts, language),
        kind=LETTER,
        reader=reader,
        language=language,
        title=printed(TITLE, language),
        made_at=made_at,
    )


def as_data(facts: LetterFacts, language: Language) -> dict[str, object]:
    """What the template of a language needs."""
    return {
        **letterhead_data(facts.head, language),
        "name": facts.name,
        "children": list(facts.children),
        "ended": facts.outcome,
        "outcome": printed(word(f"closing_outcome.{facts.outcome}"), language),
        "ended_on": day_in_words(facts.ended_on, language, weekday=False),
        "words": paragraphs(facts.words),
        "draft": facts.draft,
    }


def paragraphs(words: str) -> list[str]:
    """What an author typed, one paragraph after another."""
    return [line.strip() for line in words.splitlines() if line.strip()]
