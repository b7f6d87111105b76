"""How an introductory letter is set: to whom and when, whom it greets, what it is about, and no part torn."""

import re
from datetime import UTC, date, datetime

import pytest

from lles.casefile.rules.letterhead import Letterhead, opening_hours
from lles.law.bilingual import Language, Text
from lles.law.jurisdiction import Nation
from lles.law.pathway import Pathway
from lles.links.pdf_reader import places
from lles.work.introductions.documents.introductory_letter.document import make_introduction
from lles.work.introductions.rules import IntroductionFacts

DAY = date(2026, 3, 4)
IN_ORDER = {
    "en": (
        "Siân Morris",
        "4 March 2026",
        "Our reference: C-2288",
        "Dear Siân Morris",
        "Your family court case",
    ),
    "cy": (
        "Siân Morris",
        "4 Mawrth 2026",
        "Ein cyfeirnod: C-2288",
        "Annwyl Siân Morris",
        "Eich achos llys teulu",
    ),
}
TOGETHER = {
    "en": ("How to reach us", "Telephone: 01632", "Monday", "We are closed at weekends"),
    "cy": ("Sut i gysylltu â ni", "Ffôn: 01632", "Dydd Llun", "Rydym ar gau"),
}


def pages_of(language: Language) -> list[str]:
    welsh = Nation.WALES
    head = Letterhead(
        service=Text(en="Invented service", cy="Gwasanaeth dychmygol"), phone="01632 960100", nation=welsh,
        hours=opening_hours({}, welsh, DAY), court=Text(en="Wrexham", cy="Wrecsam"),
        court_number="1700 0000 0000 0001", reference="C-2288", author="Nia Price",
        job_title=Text(en="Family court adviser", cy="Cynghorydd llys teulu"), made_on=DAY,
    )  # fmt: skip
    facts = IntroductionFacts(
        "Siân Morris", head, date(2026, 4, 9), ("Efa Bevan", "Macsen Bevan"), Pathway.CAP, offers_welsh=True
    )
    made = make_introduction(facts, "applicant-1", language, datetime(2026, 3, 4, 9, tzinfo=UTC))
    told = [one for one in places(made.content) if re.fullmatch(r"page \d+", one.name)]
    return [" ".join(one.text.replace("\u00a0", " ").split()) for one in told]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_it_begins_as_a_letter_does(language: Language) -> None:
    first = pages_of(language)[0]
    found = [first.find(words) for words in IN_ORDER[language]]
    assert -1 not in found
    assert found == sorted(found)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_how_to_reach_us_stands_on_one_page(language: Language) -> None:
    told = [one for one in pages_of(language) if TOGETHER[language][0] in one]
    assert told
    assert all(words in page for page in told for words in TOGETHER[language])
