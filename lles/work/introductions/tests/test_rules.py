"""Introductory letters: who gets none, by when they go, what each has to carry."""

from collections.abc import Callable, Mapping

import pytest

from lles.casefile.rules.language import offer_of_welsh
from lles.law.bilingual import LANGUAGES, Language
from lles.law.calendar import court_calendar
from lles.law.due import Due, NoDay
from lles.law.jurisdiction import Nation
from lles.law.tests.scenario import Scenario, day_or_none, outcome, scenarios
from lles.work.introductions.rules import (
    first_letter_carries_the_offer,
    introductory_letter_is_safe_to_send,
    letters_due,
    offers_welsh,
)


def safe(facts: Mapping[str, object]) -> object:
    found = introductory_letter_is_safe_to_send(facts["without_notice"] is True, facts["risk"] is True)
    return found.weight.value if found else "nothing"


def due(facts: Mapping[str, object]) -> object:
    found = letters_due(day_or_none(facts, "receipt"), day_or_none(facts, "hearing"), court_calendar())
    assert isinstance(found, NoDay) or found == Due.from_data(found.as_data())
    return found.on or "nothing"


RULES: Mapping[str, Callable[[Mapping[str, object]], object]] = {
    "SG-WELCOME": safe,
    "SG-WELCOME-BY": due,
}


@pytest.mark.parametrize("scenario", scenarios(__file__), ids=str)
def test_it_holds(scenario: Scenario) -> None:
    assert outcome(scenario, RULES) == scenario.gives


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_letter_without_the_offer_of_welsh_is_barred(language: Language) -> None:
    offer = offer_of_welsh().said(language).replace(" ", "\n")
    assert first_letter_carries_the_offer(True, f"Words before. {offer} Words after.", language) is None
    other: Language = "en" if language == "cy" else "cy"
    found = first_letter_carries_the_offer(True, offer_of_welsh().said(other), language)
    assert found is not None
    assert (found.provision, found.bars) == ("CYM-ASK", True)
    assert first_letter_carries_the_offer(False, "No offer.", language) is None


@pytest.mark.parametrize(
    ("of_case", "of_office", "offered"),
    [
        ("england", Nation.ENGLAND, False),
        ("england", Nation.WALES, True),
        ("wales", Nation.ENGLAND, True),
        ("mixed", Nation.ENGLAND, True),
        ("unknown", Nation.ENGLAND, True),
    ],
)
def test_welsh_is_offered_unless_everything_is_in_england(
    of_case: str, of_office: Nation, offered: bool
) -> None:
    assert offers_welsh(of_case, of_office) is offered
