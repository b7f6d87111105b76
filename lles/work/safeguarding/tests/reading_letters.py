"""Letters rendered and read back, for the proofs about them."""

import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from lles.casefile.documents import make
from lles.law.bilingual import LANGUAGES, Language
from lles.work.safeguarding.documents.safeguarding_letter.document import (
    TEMPLATES,
    as_data,
)
from lles.work.safeguarding.rules.letter_facts import (
    LetterFacts,
)

AT = datetime(2026, 3, 27, 15, tzinfo=UTC)
CODES = {"lang", "role", "asked_of", "nation", "kind_of_source"}
FOOTER = re.compile(r" \S+ · LL-2026-\d+ · [\d-]+ (?:Page \d+ of|Tudalen \d+ o) \d+")
both = pytest.mark.parametrize("language", LANGUAGES)


@cache
def letter(facts: LetterFacts, language: Language) -> bytes:
    return rendered(as_data(facts, language), language)


def rendered(data: dict[str, object], language: Language, template: Path | None = None) -> bytes:
    return make(
        template or TEMPLATES[language],
        data,
        kind="safeguarding_letter",
        reader="court",
        language=language,
        title="x",
        made_at=AT,
    ).content


def words(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    plain = " ".join(text.replace("\u00a0", " ").replace("\u2019", "'").split())
    return FOOTER.sub("", plain)


def said(facts: LetterFacts, language: Language) -> str:
    return words(letter(facts, language))


def pages(content: bytes) -> int:
    with pypdfium2.PdfDocument(content) as document:
        return len(document)
