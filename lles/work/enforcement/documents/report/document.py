"""The reports of enforcement: before an order, and under it; the same facts in either language."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from lles.casefile.documents import Made, make
from lles.casefile.queries.letterhead import printed
from lles.casefile.timeline import word
from lles.law.bilingual import Language
from lles.work.enforcement.documents.values import as_data
from lles.work.enforcement.rules import EnforcementFacts

TEMPLATES: Mapping[Language, Path] = {
    "en": Path(__file__).with_name("en.typ"),
    "cy": Path(__file__).with_name("cy.typ"),
}


def make_report(facts: EnforcementFacts, reader: str, language: Language, made_at: datetime) -> Made:
    """The report for one reader in one language."""
    kind = f"enforcement_{facts.kind}"
    return make(
        TEMPLATES[language], as_data(facts, language), kind=kind, reader=reader, language=language,
        title=printed(word(f"document.{kind}"), language), made_at=made_at,
    )  # fmt: skip
