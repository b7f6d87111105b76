"""The introductory letter for one adult: the same facts in either language, as values for two templates."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from lles.casefile.documents import Made, make
from lles.casefile.queries.letterhead import letterhead_data, on_one_line, printed
from lles.casefile.rules.language import offer_of_welsh
from lles.law.bilingual import Language, Text, day_in_words
from lles.work.introductions.queries import KIND
from lles.work.introductions.rules import IntroductionFacts

TITLE = Text(
    en="Your family court case: what happens next",
    cy="Eich achos llys teulu: beth sy'n digwydd nesaf",
)
TEMPLATES: Mapping[Language, Path] = {
    "en": Path(__file__).with_name("en.typ"),
    "cy": Path(__file__).with_name("cy.typ"),
}


def make_introduction(facts: IntroductionFacts, reader: str, language: Language, made_at: datetime) -> Made:
    """The letter of one adult in one language; `reader` is the adult as file names call one."""
    return make(
        TEMPLATES[language],
        as_data(facts, language),
        kind=KIND,
        reader=reader,
        language=language,
        title=printed(TITLE, language),
        made_at=made_at,
    )


def as_data(facts: IntroductionFacts, language: Language) -> dict[str, object]:
    """What the template of a language needs."""
    head = facts.head
    hearing_on = facts.hearing_on if facts.hearing_on and facts.hearing_on >= head.made_on else None
    return {
        **letterhead_data(head, language),
        "name": facts.name,
        "hearing_on": hearing_on and on_one_line(day_in_words(hearing_on, language, weekday=False)),
        "children": list(facts.children),
        "pathway": facts.pathway.value,
        "offer": printed(offer_of_welsh(), language) if facts.offers_welsh else None,
        "draft": facts.draft,
    }
