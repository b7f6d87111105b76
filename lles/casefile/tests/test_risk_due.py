"""By when a risk that somebody was given cause to suspect is assessed: the same for every order."""

from datetime import date, datetime

import pytest

from lles.casefile.changes.tasks import open_task
from lles.casefile.models import Case, Officer
from lles.casefile.rules.danger import risk_is_assessed_by
from lles.law.calendar import court_calendar


@pytest.mark.parametrize(
    ("suspected", "due"),
    [
        (date(2026, 5, 12), date(2026, 5, 19)),  # Tuesday to Tuesday
        (date(2026, 4, 1), date(2026, 4, 10)),  # over Easter
        (date(2026, 5, 16), date(2026, 5, 22)),  # a Saturday, on which the question was asked all the same
    ],
)
def test_it_is_due_in_the_working_days_that_are_set(suspected: date, due: date) -> None:
    found = risk_is_assessed_by(suspected, court_calendar())
    assert (found.on, found.provision) == (due, "RA-TIME")
    assert "the same day" in found.says.en
    assert "yr un diwrnod" in found.says.cy


@pytest.mark.parametrize("kind", ["family_assistance.risk", "monitoring.risk"])
def test_the_task_of_a_risk_has_its_day_and_says_why(
    case: Case, own: Officer, now: datetime, kind: str
) -> None:
    task = open_task(case=case, by=own, at=now, kind=kind, subject="0")
    task.refresh_from_db()
    assert task.due_on == date(2026, 3, 11)
    assert task.due is not None
    assert task.due["provision"] == "RA-TIME"
