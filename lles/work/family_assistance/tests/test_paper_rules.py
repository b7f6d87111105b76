"""When a document of an order may be made, and whose words it lacks; whom a sealed order may name."""

from datetime import date

import pytest

from lles.casefile.rules.in_both import Words, words_are_there_in_both_languages
from lles.law.bilingual import Language
from lles.work.family_assistance.rules import NamedPerson, Standing, only_people_close_to_the_child_are_named
from lles.work.family_assistance.rules.papers import (
    Paper,
    document_begins_before_the_order_ends,
    document_goes_to_somebody,
    document_names_an_office,
)


@pytest.mark.parametrize(("is_sealed", "weight"), [(False, "bars"), (True, "warns")])
def test_a_sealed_order_that_names_an_aunt_is_taken_as_made(is_sealed: bool, weight: str) -> None:
    aunt = NamedPerson("party:9", "Nan", Standing.OTHER)
    (found,) = only_people_close_to_the_child_are_named((aunt,), is_sealed=is_sealed)
    assert (found.provision, found.weight.value) == ("FAO-NAMED", weight)


@pytest.mark.parametrize(
    ("paper", "on", "barred"),
    [
        (Paper.REFERRAL, date(2026, 9, 3), False), (Paper.REFERRAL, date(2026, 9, 4), True),
        (Paper.CLOSING, date(2026, 9, 4), False), (Paper.REPORT, date(2026, 9, 4), False),
    ],
)  # fmt: skip
def test_the_last_day_parts_what_begins_from_what_ends(paper: Paper, on: date, barred: bool) -> None:
    assert (document_begins_before_the_order_ends(paper, on, date(2026, 9, 3)) is not None) is barred


def test_a_document_names_an_office_and_has_a_reader() -> None:
    found = (document_names_an_office(False), document_goes_to_somebody(False))
    assert [one.provision for one in found if one and one.bars] == ["FAO-LETTERS", "FAO-LETTERS"]
    assert document_names_an_office(True) is None
    assert document_goes_to_somebody(True) is None


def test_each_reader_whose_language_lacks_the_words_is_named() -> None:
    readers: list[tuple[str, list[Language]]] = [("Gareth", ["cy"]), ("Nia", ["en"]), ("Siân", ["cy", "en"])]
    found = words_are_there_in_both_languages([Words({"en": "Calm."})], readers)
    assert [name for one in found for name in ("Gareth", "Nia", "Siân") if name in one.says.en] == [
        "Gareth",
        "Siân",
    ]
    assert not words_are_there_in_both_languages([Words({"en": "Calm.", "cy": "Tawel."}), Words({})], readers)
