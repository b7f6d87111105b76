"""The enquiry for one body in one language: plain values for the two templates, from the same facts."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from lles.casefile.documents import Made, make
from lles.casefile.rules.enquiry_facts import EnquiryFacts
from lles.casefile.timeline import word
from lles.law.bilingual import Language, Text, day_in_words

KIND = "enquiry"
TEMPLATES: Mapping[Language, Path] = {
    "en": Path(__file__).with_name("en.typ"),
    "cy": Path(__file__).with_name("cy.typ"),
}

Values = dict[str, object]


def make_enquiry(facts: EnquiryFacts, language: Language) -> Made:
    """The enquiry in one language; its reader is the kind of body, so that its name points nowhere."""
    return make(
        TEMPLATES[language], as_data(facts, language), kind=KIND, reader=facts.kind, language=language,
        title=word(f"document.{KIND}").said(language), made_at=facts.made_at,
    )  # fmt: skip


def as_data(facts: EnquiryFacts, language: Language) -> Values:
    """What the template of a language needs."""
    return {
        "urgent": False,
        "service": {
            "name": _words(facts.service, language), "office": _words(facts.office, language),
            "phone": facts.phone or None,
        },
        "kind": facts.kind,
        "enhanced": facts.is_enhanced,
        "body": _words(facts.body, language),
        "wales": facts.in_wales,
        "reference": facts.reference,
        "court": _words(facts.court, language),
        "court_number": facts.court_number or None,
        "hearing": _day(facts.hearing_on, language, weekday=True),
        "person": {
            "name": facts.name, "former": facts.former_names or None,
            "born_on": _day(facts.born_on, language),
        },
        "party": facts.is_party,
        "basis": facts.basis if facts.basis_on else None,
        "basis_on": _day(facts.basis_on, language),
        "basis_words": facts.basis_words or None,
        "homes": [
            {"lines": [line for line in one.lines if line], "now": one.is_current, "protected": one.protected}
            for one in facts.homes
        ],
        "children": [
            {
                "name": one.name, "former": one.former_names or None,
                "born_on": _day(one.born_on, language),
            }
            for one in facts.children
        ],
        "since": _day(facts.oldest_born_on, language),
        "reply_by": _day(facts.reply_by, language, weekday=True),
        "author": {"name": facts.author, "job": _words(facts.job, language)},
        "made_on": _day(facts.made_at.date(), language),
    }  # fmt: skip


def _words(text: Text, language: Language) -> str:
    return text.said(language).replace("'", "\u2019")


def _day(day: date | None, language: Language, *, weekday: bool = False) -> str | None:
    return day_in_words(day, language, weekday=weekday).replace(" ", "\u00a0") if day else None
