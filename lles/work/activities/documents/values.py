"""What every document about an activity needs, as plain values for its templates."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from lles.casefile.documents import Made, make
from lles.casefile.queries.letterhead import letterhead_data, printed
from lles.casefile.queries.reading import EVERYBODY
from lles.casefile.queries.reports import printed_day, typed
from lles.casefile.timeline import word
from lles.law.bilingual import Language, Text
from lles.work.activities.rules import ReportFacts

Templates = Mapping[Language, Path]


def templates_beside(file: str) -> Templates:
    """The two templates that stand beside the module of a document."""
    return {"en": Path(file).with_name("en.typ"), "cy": Path(file).with_name("cy.typ")}


def make_of(
    templates: Templates, kind: str, facts: ReportFacts, reader: str, language: Language, made_at: datetime
) -> Made:
    """One document for one reader in one language."""
    title = printed(word(f"document.{kind}"), language)
    return make(
        templates[language], as_data(facts, reader, language), kind=kind, reader=reader, language=language,
        title=title[:1].upper() + title[1:], made_at=made_at,
    )  # fmt: skip


def as_data(facts: ReportFacts, reader: str, language: Language) -> dict[str, object]:
    """What a template of a language needs; whoever reads it beside the court is the person it is about."""
    return {
        **letterhead_data(facts.head, language),
        "copy_for": None if reader == EVERYBODY else facts.name,
        "name": facts.name,
        "children": list(facts.children),
        "form": _said(facts.form, language),
        "activity": _said(facts.activity, language),
        "provider": facts.provider or None,
        "ordered_on": printed_day(facts.ordered_on, language),
        "last_on": printed_day(facts.last_on, language),
        "programme": _said(facts.programme, language),
        "spoken": _said(facts.spoken, language),
        "attended": [printed_day(day, language) for day in facts.attended],
        "missed": [printed_day(day, language) for day in facts.missed],
        "said": {name: typed(words, language) for name, words in facts.said.items()},
        "draft": facts.draft,
    }


def _said(text: Text | None, language: Language) -> str | None:
    return printed(text, language) if text else None
