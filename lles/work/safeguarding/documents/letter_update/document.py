"""The update to the safeguarding letter for one reader, from the same facts in either language."""

from collections.abc import Mapping
from pathlib import Path

from lles.law.bilingual import Language
from lles.work.safeguarding.documents.wording import Values, Wording, common_values
from lles.work.safeguarding.rules.further_facts import FurtherFacts

_HERE = Path(__file__)
TEMPLATES: Mapping[Language, Path] = {"en": _HERE.with_name("en.typ"), "cy": _HERE.with_name("cy.typ")}


def as_data(facts: FurtherFacts, language: Language) -> Values:
    """What the template of a language needs."""
    say = Wording(language)
    return {
        **common_values(facts, say),
        "letter_filed_on": say.day(facts.letter_filed_on),
        "advice_changes": facts.advice_changes,
        "advice": say.typed(facts.advice),
    }
