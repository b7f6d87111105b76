"""The introductory letter for one adult: the same facts in either language, as values for two templates."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from lles.casefile import timeline
from lles.casefile.documents import Made, make
from lles.casefile.rules.language import offer_of_welsh
from lles.law.bilingual import Language, Text, day_in_words, time_in_words
from lles.work.introductions.queries import KIND
from lles.work.introductions.rules import (
    IntroductionFacts,
    Opening,
    concerns_go_to_the_officer_first,
    next_step_of_a_complaint,
)

TITLE = Text(
    en="Your family court case: what happens next",
    cy="Eich achos llys teulu: beth sy'n digwydd nesaf",
)
TEMPLATES: Mapping[Language, Path] = {
    "en": Path(__file__).with_name("en.typ"),
    "cy": Path(__file__).with_name("cy.typ"),
}
SPAN = Text(en="{first} to {last}: {opens} to {closes}", cy="{first} i {last}: {opens} i {closes}")
ONE_DAY = Text(en="{first}: {opens} to {closes}", cy="{first}: {opens} i {closes}")


def make_introduction(facts: IntroductionFacts, reader: str, language: Language, made_at: datetime) -> Made:
    """The letter of one adult in one language; `reader` is the adult as file names call one."""
    return make(
        TEMPLATES[language],
        as_data(facts, language),
        kind=KIND,
        reader=reader,
        language=language,
        title=_printed(TITLE, language),
        made_at=made_at,
    )


def as_data(facts: IntroductionFacts, language: Language) -> dict[str, object]:
    """What the template of a language needs."""
    hearing_on = facts.hearing_on if facts.hearing_on and facts.hearing_on >= facts.made_on else None
    return {
        "service": _printed(facts.service, language),
        "phone": _on_one_line(facts.phone) or None,
        "name": facts.name,
        "made_on": day_in_words(facts.made_on, language, weekday=False),
        "court": _printed(facts.court, language),
        "court_number": facts.court_number or None,
        "reference": facts.reference,
        "hearing_on": hearing_on and _on_one_line(day_in_words(hearing_on, language, weekday=False)),
        "children": list(facts.children),
        "pathway": facts.pathway.value,
        "offer": _printed(offer_of_welsh(), language) if facts.offers_welsh else None,
        "hours": [_hours(one, language) for one in facts.hours],
        "complaint": [
            _printed(concerns_go_to_the_officer_first(), language),
            _printed(next_step_of_a_complaint(facts.nation), language),
        ],
        "author": facts.author or None,
        "job_title": _printed(facts.job_title, language) if facts.job_title else None,
        "draft": facts.draft,
    }


def _hours(one: Opening, language: Language) -> str:
    words = SPAN if one.first != one.last else ONE_DAY
    filled = words.fill(
        first=timeline.word(f"weekday_first.{one.first}"),
        last=timeline.word(f"weekday_last.{one.last}"),
        opens=time_in_words(one.opens, language),
        closes=time_in_words(one.closes, language),
    )
    return filled.said(language)


def _printed(text: Text, language: Language) -> str:
    """Our own words, with the apostrophe of print."""
    return text.said(language).replace("'", "\u2019")


def _on_one_line(words: str) -> str:
    return words.replace(" ", "\u00a0")
