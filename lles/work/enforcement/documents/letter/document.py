"""The letters of enforcement: when an order begins, and when our work on it has ended."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from lles.casefile.documents import Made, make
from lles.casefile.queries.letterhead import printed
from lles.law.bilingual import Language, Text
from lles.work.enforcement.documents.values import as_data
from lles.work.enforcement.rules import EnforcementFacts

TITLES = {
    "start_letter": Text(
        en="The enforcement order: what happens now", cy="Y gorchymyn gorfodi: beth sy'n digwydd nawr"
    ),
    "closing_letter": Text(
        en="Our work on the enforcement order has ended",
        cy="Mae ein gwaith ar y gorchymyn gorfodi wedi dod i ben",
    ),
}
_HERE = Path(__file__)
TEMPLATES: Mapping[tuple[str, Language], Path] = {
    ("start_letter", "en"): _HERE.with_name("start_en.typ"),
    ("start_letter", "cy"): _HERE.with_name("start_cy.typ"),
    ("closing_letter", "en"): _HERE.with_name("closing_en.typ"),
    ("closing_letter", "cy"): _HERE.with_name("closing_cy.typ"),
}


def make_letter(facts: EnforcementFacts, reader: str, language: Language, made_at: datetime) -> Made:
    """The letter in one language; `reader` is the adult as file names call one."""
    return make(
        TEMPLATES[facts.kind, language], as_data(facts, language), kind=f"enforcement_{facts.kind}",
        reader=reader, language=language, title=printed(TITLES[facts.kind], language), made_at=made_at,
    )  # fmt: skip
