"""What stands on every letter: the hours of an office, and where a complaint goes."""

import re
from collections.abc import Iterable
from datetime import date, time
from pathlib import Path

import pytest

from lles.casefile.rules.letterhead import (
    Opening,
    next_step_of_a_complaint,
    number_in_letters,
    opening_hours,
)
from lles.law.jurisdiction import Nation

WORK = Path(__file__).parents[2] / "work"
TO_A_BODY = {"urgent_referral"}  # it goes to the police and a council, and to nobody in the case


def _printing_an_office(templates: Iterable[Path]) -> list[str]:
    """The templates that print which office they come from."""
    return [str(one) for one in templates if re.search(r"\.office\b", one.read_text())]


def test_no_paper_to_the_court_or_a_party_says_which_office_it_comes_from(tmp_path: Path) -> None:
    """The office is near where the children live (decision 0007)."""
    every = [one for one in WORK.rglob("*.typ") if one.relative_to(WORK).parts[0] not in TO_A_BODY]
    assert (len(every) > 20, _printing_an_office(every)) == (True, [])
    (tmp_path / "en.typ").write_text("[#data.service.name, #data.service.office]")
    assert len(_printing_an_office(tmp_path.rglob("*.typ"))) == 1


@pytest.mark.parametrize(
    ("number", "printed"),
    [("01970 612345", ""), ("029 2018 0000", ""), ("0300 062 5620", "0300 062 5620"), ("", "")],
)
def test_a_letter_prints_no_number_that_has_the_code_of_a_place(number: str, printed: str) -> None:
    """It would say what the name of the office does (decision 0007)."""
    assert number_in_letters(number) == printed


@pytest.mark.parametrize(
    ("nation", "who"),
    [(Nation.ENGLAND, "Parliamentary and Health Service Ombudsman"), (Nation.WALES, "Ombudsman for Wales")],
)
def test_a_complaint_goes_to_the_ombudsman_of_the_nation(nation: Nation, who: str) -> None:
    assert who in next_step_of_a_complaint(nation).en


def test_the_hours_of_an_office_are_told_in_as_few_lines_as_they_take() -> None:
    hours = {day: ["09:00", "17:00"] for day in ("mon", "tue", "thu", "fri")}
    assert opening_hours(hours, Nation.ENGLAND, date(2026, 3, 4)) == (
        Opening("mon", "tue", time(9), time(17)),
        Opening("thu", "fri", time(9), time(17)),
    )


def test_where_an_office_in_wales_has_said_none_the_hours_of_its_officers_are_told() -> None:
    assert opening_hours({}, Nation.WALES, date(2026, 3, 4)) == (
        Opening("mon", "thu", time(9), time(17)),
        Opening("fri", "fri", time(9), time(16, 30)),
    )
    assert opening_hours({}, Nation.ENGLAND, date(2026, 3, 4)) == ()
