"""The page of the court's days, and the warnings on top of a case."""

from datetime import UTC, date, datetime, time

import pytest

from lles.casefile.models import Application, Case, Hearing, Officer
from lles.casefile.tests.pages import client_of, text_of

PATH = "/cases/C-2288/court-days/"


@pytest.fixture
def issued(case: Case) -> Case:
    """The case, issued on 2 March 2026, with its first hearing on 9 April."""
    Case.objects.filter(pk=case.pk).update(issued_on=date(2026, 3, 2), received_on=date(2026, 3, 2))
    Hearing.objects.create(case=case, type_code="ABA5-FHR", starts_at=datetime(2026, 4, 9, 9, tzinfo=UTC))
    case.refresh_from_db()
    return case


def test_it_shows_each_day_with_its_reason(issued: Case, own: Officer) -> None:
    page = text_of(client_of(own), PATH)
    for day in ("Wednesday 4 March 2026", "Tuesday 31 March 2026", "Monday 13 April 2026"):
        assert day in page
    assert "Practice Direction 12B, paragraph 14.1" in page


@pytest.mark.parametrize(
    ("pathway", "hearing", "day"),
    [
        ("cap", date(2026, 4, 30), "Wednesday 29 April 2026"),
        ("cap", date(2026, 5, 1), "Thursday 30 April 2026"),
        ("cap", None, ""),
        ("pathfinder", date(2026, 4, 30), ""),
    ],
)
def test_the_answer_of_the_respondent_counts_from_the_last_day_of_notice(
    issued: Case, own: Officer, pathway: str, hearing: date | None, day: str
) -> None:
    Case.objects.filter(pk=issued.pk).update(pathway=pathway)
    at = datetime.combine(hearing, time(9), UTC) if hearing else None
    issued.hearings.update(starts_at=at)
    page = text_of(client_of(own), PATH)
    assert ("the respondent has answered by (form C7" in page) == bool(day)
    assert day in page
    assert ("within this many days of service" in page) == bool(day)


def test_it_is_said_in_welsh(issued: Case, own: Officer) -> None:
    page = text_of(client_of(own, "cy"), PATH)
    assert "Amserlen y llys" in page
    assert "Cyfarwyddyd Ymarfer 12B, paragraff 14.1" in page


def test_it_has_other_days_on_pathfinder(issued: Case, own: Officer) -> None:
    Case.objects.filter(pk=issued.pk).update(pathway="pathfinder")
    page = text_of(client_of(own), PATH)
    assert "A decision hearing, if there is one, about" in page
    assert "The last week for the first hearing" not in page


def test_it_says_why_there_is_no_day(case: Case, own: Officer) -> None:
    Case.objects.filter(pk=case.pk).update(issued_on=None, received_on=None)
    assert "No day of the court can be worked out yet" in text_of(client_of(own), PATH)
    Case.objects.filter(pk=case.pk).update(issued_on=date(2035, 1, 3))
    assert "2035" in text_of(client_of(own), PATH)


@pytest.mark.parametrize(("day", "is_late"), [(13, False), (14, True)])
def test_a_first_hearing_after_its_weeks_is_warned_of_on_top(
    issued: Case, own: Officer, day: int, is_late: bool
) -> None:
    issued.hearings.update(starts_at=datetime(2026, 4, day, 9, tzinfo=UTC))
    page = text_of(client_of(own), f"/cases/{issued.reference}/")
    assert ("The last day of the last week allowed after issue is earlier" in page) == is_late


def test_a_body_that_asks_for_child_arrangements_is_warned_of(issued: Case, own: Officer) -> None:
    Application.objects.create(case=issued, kind="child_arrangements_live_with")
    path = f"/cases/{issued.reference}/"
    assert "A body is among the applicants" not in text_of(client_of(own), path)
    issued.parties.filter(role="applicant").update(is_organisation=True)
    assert "A body is among the applicants" in text_of(client_of(own), path)


def test_a_child_of_sixteen_is_warned_of(issued: Case, own: Officer) -> None:
    issued.children.filter(first_name="Efa").update(born_on=date(2010, 3, 2))
    page = text_of(client_of(own), f"/cases/{issued.reference}/")
    assert "Efa Bevan was sixteen or older on the day of the application" in page
