"""The referral as the body reads it: one set of facts in both languages, and where people are as chosen."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pypdfium2
import pytest

from lles.law.bilingual import LANGUAGES, Language, Text
from lles.work.urgent_referral.documents.referral.document import as_data, make_referral
from lles.work.urgent_referral.rules.referral_facts import (
    AdultReferred,
    ChildReferred,
    Findable,
    ReferralFacts,
    TypedWords,
)

AT = datetime(2026, 3, 9, 10, 5, tzinfo=UTC)
FACTS = ReferralFacts(
    receipt="C-2288-D1A2B3C4", kind="local_authority", reference="C-2288", court_number="1700000000000001",
    body=Text(en="Wrexham County Borough Council", cy="Cyngor Bwrdeistref Sirol Wrecsam"),
    service=Text(en="Invented service", cy="Gwasanaeth dychmygol"), office=Text(en="Wrexham", cy="Wrecsam"),
    phone="01632 960100", court=Text(en="Chester court", cy="Llys Caer"), seen_at=AT,
    seen_in=Text(en="in a call", cy="mewn galwad"), teller="Siân Morris",
    learnt=TypedWords("Mae e ar ei ffordd yma nawr.\n\nMae wedi bod yn yfed.", "cy"),
    harm=(Text(en="Physical harm", cy="Niwed corfforol"),),
    children_safe=Text(en="Not safe", cy="Ddim yn ddiogel"),
    adults_safe=Text(en="Not known", cy="Ddim yn hysbys"),
    safety=TypedWords("The door is locked.", "en"),
    children=(
        ChildReferred("Efa Bevan", date(2017, 5, 1), 8, "cy", in_danger=True),
        ChildReferred("Macsen Bevan", None, None, "", in_danger=False),
    ),
    adults=(
        AdultReferred("Siân Morris", date(1990, 2, 28), "applicant",
                      ((Text(en="mother", cy="mam"), "Efa Bevan"),), "cy", knows=True),
        AdultReferred("Gareth Bevan", None, "respondent", (), "", knows=False),
    ),
    findable=(
        Findable("Siân Morris", Text(en="Address", cy="Cyfeiriad"), ("7 Heol y Dŵr", "LL11 1ZZ"), True),
    ),
    why_told=TypedWords("Somebody has to go there now.", "en"), phoned_at=AT, phoned_whom="The duty worker",
    next_hearing=None, author="Nia Price", job=Text(en="Family Court Adviser", cy="Cynghorydd Llys Teulu"),
    made_at=AT,
)  # fmt: skip
SAME = (
    "C-2288-D1A2B3C4", "Efa Bevan", "Macsen Bevan", "Siân Morris", "Gareth Bevan", "7 Heol y Dŵr", "LL11 1ZZ",
    "Mae e ar ei ffordd yma nawr.", "The door is locked.", "The duty worker", "1700000000000001", "Nia Price",
)  # fmt: skip
IN = {
    "en": ("In the words", "Not safe", "not named in the danger", "Do not tell them", "protected", "Knows"),
    "cy": ("Ddim yn ddiogel", "heb ei enwi", "Siaradwch â ni", "wedi'i ddiogelu", "At sylw"),
}
both = pytest.mark.parametrize("language", LANGUAGES)


def words(facts: ReferralFacts, language: Language) -> str:
    with pypdfium2.PdfDocument(make_referral(facts, language).content) as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(text.replace("\u00a0", " ").replace("\u2019", "'").split())


@both
def test_it_holds_what_the_body_needs_to_act(language: Language) -> None:
    said = words(FACTS, language)
    assert [one for one in (*SAME, *IN[language][1:]) if one not in said] == []


@both
def test_without_a_detail_it_asks_to_be_telephoned(language: Language) -> None:
    said = words(replace(FACTS, findable=(), why_told=TypedWords("", "en")), language)
    assert "Heol y Dŵr" not in said
    assert {"en": "Telephone us", "cy": "Ffoniwch ni"}[language] in said


def test_both_languages_have_the_same_facts() -> None:
    english, welsh = as_data(FACTS, "en"), as_data(FACTS, "cy")
    assert english.keys() == welsh.keys()
    assert {name for name in english if english[name] is None} == {
        name for name in welsh if welsh[name] is None
    }


@both
def test_its_name_points_nowhere(language: Language) -> None:
    made = make_referral(replace(FACTS, kind="police"), language)
    assert made.file_name == f"police.{language}.pdf"
    assert "Wrexham" not in made.title
