"""The short-notice letter and the note of what is missing: one page for one reader, from the same facts in
either language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from lles.law.bilingual import Language, Text
from lles.work.safeguarding.documents.wording import Values, Wording, common_values
from lles.work.safeguarding.rules.further_facts import FurtherFacts

_HERE = Path(__file__)
TEMPLATES: Mapping[Language, Path] = {"en": _HERE.with_name("en.typ"), "cy": _HERE.with_name("cy.typ")}


@cache
def asks() -> Mapping[str, Text]:
    """What may be asked of the court, by its code, in the order of the letter."""
    table = tomllib.loads(_HERE.with_name("asks.toml").read_text("utf-8"))
    return MappingProxyType({code: Text.from_data(row) for code, row in table.items()})


def as_data(facts: FurtherFacts, language: Language) -> Values:
    """What the template of a language needs."""
    say = Wording(language)
    return {
        **common_values(facts, say),
        "kind": str(facts.kind),
        "asks": [say.words(text) for code, text in asks().items() if code in facts.asks],
        "letter_due_on": say.day(facts.letter_due_on),
        "letter_filed_on": say.day(facts.letter_filed_on),
    }
