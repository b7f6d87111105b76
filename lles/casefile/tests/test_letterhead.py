"""What stands on every letter: the hours of an office, and where a complaint goes."""

from datetime import date, time

import pytest

from lles.casefile.rules.letterhead import Opening, next_step_of_a_complaint, opening_hours
from lles.law.jurisdiction import Nation


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
