"""A further letter to the court, set for one reader in one language."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from lles.casefile.documents import Made, make
from lles.law.bilingual import Language
from lles.work.safeguarding.documents.letter_update import document as update
from lles.work.safeguarding.documents.short_notice import document as short
from lles.work.safeguarding.documents.wording import Values
from lles.work.safeguarding.rules.further_facts import FurtherFacts, FurtherKind

Set = tuple[Mapping[Language, Path], Callable[[FurtherFacts, Language], Values]]
_SETS: Mapping[FurtherKind, Set] = {
    FurtherKind.SHORT_NOTICE: (short.TEMPLATES, short.as_data),
    FurtherKind.NOTE: (short.TEMPLATES, short.as_data),
    FurtherKind.UPDATE: (update.TEMPLATES, update.as_data),
}


class WithheldFromReader(ValueError):
    """It is withheld from this party, so no version is made for that reader."""


def make_further(facts: FurtherFacts, reader: str, language: Language, made_at: datetime) -> Made:
    """The version of one reader in one language; `reader` is the reader as file names call it."""
    if facts.reader and facts.reader in {one.party for one in facts.withheld}:
        raise WithheldFromReader("it is withheld from its reader")
    templates, as_data = _SETS[facts.kind]
    return make(
        templates[language],
        as_data(facts, language),
        kind=str(facts.kind),
        reader=reader,
        language=language,
        title=facts.title.said(language),
        made_at=made_at,
    )
