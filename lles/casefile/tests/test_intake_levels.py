"""The service levels of intake: where they hold, what they say, and that no job has to run for them."""

from datetime import date, datetime

import pytest

from lles.casefile.changes.checks import ask_check, open_checks
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.people import record_receipt
from lles.casefile.changes.tasks import open_task
from lles.casefile.models import Case, Officer
from lles.casefile.queries.intake import team_due_day
from lles.casefile.rules.intake import IntakeFacts, police_due, team_due
from lles.casefile.tests.pages import client_of, text_of
from lles.law.calendar import court_calendar
from lles.law.jurisdiction import Nation

CALENDAR = court_calendar()
EASTER = date(2026, 4, 2)
ENGLAND = frozenset({Nation.ENGLAND})


def test_each_day_says_what_it_follows_from() -> None:
    facts = IntakeFacts(True, EASTER, ENGLAND)
    team, police = team_due(facts, CALENDAR), police_due(facts, CALENDAR)
    assert team is not None
    assert police is not None
    assert (team.on, police.on) == (date(2026, 4, 9), date(2026, 4, 13))
    assert "Received on Thursday 2 April 2026" in team.says.en
    assert "3 working days later" in team.says.en
    assert "2 working days later" in police.says.en
    assert team.says.cy != team.says.en


@pytest.mark.parametrize(
    "facts",
    [IntakeFacts(False, EASTER, ENGLAND), IntakeFacts(True, EASTER, frozenset({Nation.WALES}))],
    ids=["public law", "Wales"],
)
def test_elsewhere_there_is_no_such_day(facts: IntakeFacts) -> None:
    assert team_due(facts, CALENDAR) is None
    assert police_due(facts, CALENDAR) is None


def test_without_a_receipt_it_says_so() -> None:
    due = team_due(IntakeFacts(True, None, ENGLAND), CALENDAR)
    assert due is not None
    assert due.on is None
    assert "receipt is not recorded" in due.says.en


def test_the_task_of_allocation_has_the_day_until_a_team_has_the_case(
    case: Case, own: Officer, manager: Officer, now: datetime
) -> None:
    case.children.update(nation=Nation.ENGLAND)
    Case.objects.filter(pk=case.pk).update(officer=None)
    case.refresh_from_db()
    task = open_task(case=case, by=the_service(), at=now, kind="allocation.allocate")
    record_receipt(case=case, by=manager, at=now, received_on=date(2026, 3, 2))
    task.refresh_from_db()
    assert (task.due_on, task.provision) == (date(2026, 3, 5), "SG-INTAKE")
    Case.objects.filter(pk=case.pk).update(officer=own)
    assert team_due_day(Case.objects.get(pk=case.pk)) is None


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "The service aims to have the answers of the police by", "Answer expected by"),
        ("cy", "Nod y gwasanaeth: atebion yr heddlu erbyn", "Disgwylir ateb erbyn"),
    ],
)
def test_the_page_of_checks_says_of_each_day_what_it_is(
    case: Case, own: Officer, now: datetime, language: str, words: str, expected: str
) -> None:
    police = open_checks(case=case, by=own, at=now)[0]
    ask_check(case=case, by=own, at=now, check=police, body="north-wales", asked_on=now.date())
    case.children.update(nation=Nation.WALES)
    path = f"/cases/{case.reference}/checks/"
    assert words not in text_of(client_of(own, language), path)
    case.children.update(nation=Nation.ENGLAND)
    page = text_of(client_of(own, language), path)
    assert words in page
    assert expected in page
