"""In which languages somebody is written to: the person's choice, else both unless in England alone."""

import pytest

from lles.casefile.rules.language import (
    languages_for,
    languages_for_court,
    languages_of_reply,
    offer_of_welsh,
)
from lles.law.bilingual import Language


@pytest.mark.parametrize(
    ("choice", "nation", "languages"),
    [
        ("cy", "wales", ("cy",)),
        ("en", "wales", ("en",)),
        ("cy", "england", ("cy",)),
        (None, "wales", ("cy", "en")),
        (None, "mixed", ("cy", "en")),
        (None, "unknown", ("cy", "en")),
        (None, "england", ("en",)),
    ],
)
def test_it_writes_in_the_language_of_the_person(
    choice: Language | None, nation: str, languages: tuple[Language, ...]
) -> None:
    assert languages_for(choice, nation) == languages


def test_it_gives_the_court_both_languages() -> None:
    assert set(languages_for_court()) == {"en", "cy"}


@pytest.mark.parametrize(
    ("written", "choice", "languages"),
    [("cy", None, ("cy",)), ("cy", "en", ("en",)), ("en", None, ("cy", "en")), ("en", "cy", ("cy",))],
)
def test_it_answers_a_welsh_letter_in_welsh(
    written: Language, choice: Language | None, languages: tuple[Language, ...]
) -> None:
    assert languages_of_reply(written, choice, "wales") == languages


def test_it_offers_welsh_in_both_languages() -> None:
    assert "yn Gymraeg neu yn Saesneg" in offer_of_welsh().cy
    assert "in Welsh or in English" in offer_of_welsh().en
