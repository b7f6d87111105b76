"""What the parties have agreed, as values for the templates of the draft for the court: the same facts in
either language."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from lles.casefile.documents import Made, make
from lles.casefile.queries.letterhead import letterhead_data, printed
from lles.casefile.queries.reports import typed_data
from lles.casefile.timeline import word
from lles.law.bilingual import Language
from lles.work.first_hearing.rules.agreement import AdultTold, AgreementFacts, ChildTold, MatterTold

KIND = "agreed_draft"
TEMPLATES: Mapping[Language, Path] = {
    "en": Path(__file__).with_name("en.typ"),
    "cy": Path(__file__).with_name("cy.typ"),
}
Values = dict[str, object]


def make_agreed_draft(facts: AgreementFacts, reader: str, language: Language, made_at: datetime) -> Made:
    """The draft for one reader in one language."""
    title = printed(word(f"document.{KIND}"), language)
    return make(
        TEMPLATES[language], as_data(facts, language), kind=KIND, reader=reader, language=language,
        title=title, made_at=made_at,
    )  # fmt: skip


def as_data(facts: AgreementFacts, language: Language) -> Values:
    """What the template of a language needs."""
    return {
        **letterhead_data(facts.head, language),
        "reader": facts.reader or None,
        "hearing": printed(facts.hearing, language),
        "children": list(facts.children),
        "adults": list(facts.adults),
        "way": printed(facts.way, language) if facts.way else None,
        **typed_data({"why_safe": facts.why_safe}, facts.written_in, language),
        "matters": [_matter(one, facts.written_in, language) for one in facts.matters],
        "children_said": [_child(one, facts.written_in, language) for one in facts.children_said],
        "draft": facts.draft,
    }


def _matter(one: MatterTold, written_in: str, language: Language) -> Values:
    return {
        "matter": one.matter,
        "matter_language": written_in,
        "children": list(one.children),
        "state": printed(one.state, language),
        "whose": [_called(adult, language) for adult in one.whose],
        "otherwise": [
            {
                "name": _called(adult, language),
                **typed_data({"words": adult.words}, written_in, language),
            }
            for adult in one.otherwise
        ],
        **typed_data({"words": one.words, "remains": one.remains}, written_in, language),
    }


def _called(one: AdultTold, language: Language) -> str:
    return f"{one.name} ({printed(one.how, language)})" if one.how else one.name


def _child(one: ChildTold, written_in: str, language: Language) -> Values:
    return {
        "name": one.name,
        "known": printed(one.known, language),
        **typed_data({"said": one.said}, written_in, language),
    }
