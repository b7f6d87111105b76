"""In which languages somebody is written to: the person's choice, else both unless in England alone."""

from datetime import date

import pytest

from lles.casefile.rules.language import (
    WelshInCourtFacts,
    court_is_told_by,
    court_is_told_early_of_welsh,
    languages_for,
    languages_for_court,
    languages_of_reply,
    offer_of_welsh,
)
from lles.law.bilingual import Language
from lles.law.calendar import court_calendar


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


@pytest.mark.parametrize(
    ("in_wales", "language", "told_on", "warns"),
    [
        (True, "cy", None, True),
        (True, "cy", date(2026, 3, 5), False),
        (True, "en", None, False),
        (True, "", None, False),
        (False, "cy", None, False),
    ],
)
def test_a_court_in_wales_is_told_of_a_party_who_chose_welsh(
    in_wales: bool, language: str, told_on: date | None, warns: bool
) -> None:
    found = court_is_told_early_of_welsh(WelshInCourtFacts(in_wales, language, told_on))
    assert (found is not None and found.warns) is warns


def test_the_court_is_told_some_working_days_after_the_choice() -> None:
    due = court_is_told_by(date(2026, 4, 1), None, court_calendar())
    assert due.on == date(2026, 4, 10)
    assert "10 April 2026" in due.says.en
    assert "10 Ebrill 2026" in due.says.cy


@pytest.mark.parametrize(
    ("hearing_on", "due_on"),
    [
        (date(2026, 3, 5), date(2026, 3, 4)),
        (date(2026, 3, 9), date(2026, 3, 6)),
        (date(2026, 3, 10), date(2026, 3, 9)),
        (date(2026, 4, 9), date(2026, 3, 9)),
    ],
)
def test_the_court_is_told_before_the_next_hearing(hearing_on: date, due_on: date) -> None:
    assert court_is_told_by(date(2026, 3, 2), hearing_on, court_calendar()).on == due_on
