"""The closing letter to a child: the same facts in either language, in the words of the child's age."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from lles.casefile.documents import Made, make
from lles.casefile.queries.letterhead import letterhead_data, printed
from lles.law.bilingual import Language, Text
from lles.work.closing.documents.closing_letter.document import paragraphs
from lles.work.closing.queries.facts import CHILDS_LETTER
from lles.work.closing.rules import LetterFacts

TITLE = Text(en="A letter for {name}", cy="Llythyr i {name}")
TEMPLATES: Mapping[Language, Path] = {
    "en": Path(__file__).with_name("en.typ"),
    "cy": Path(__file__).with_name("cy.typ"),
}


def make_childs_letter(facts: LetterFacts, reader: str, language: Language, made_at: datetime) -> Made:
    """The letter of one child in one language; `reader` is the child as file names call one."""
    return make(
        TEMPLATES[language],
        as_data(facts, language),
        kind=CHILDS_LETTER,
        reader=reader,
        language=language,
        title=printed(TITLE.fill(name=facts.name), language),
        made_at=made_at,
    )


def as_data(facts: LetterFacts, language: Language) -> dict[str, object]:
    """What the template of a language needs."""
    return {
        **letterhead_data(facts.head, language),
        "name": facts.name,
        "band": facts.band.value if facts.band else None,
        "ended": facts.outcome,
        "help": printed(facts.help, language) if facts.help else None,
        "words": paragraphs(facts.words),
        "draft": facts.draft,
    }
