"""Who carries how much: for those who give cases, of those they give them to, and of no case out of sight."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import timezone

from lles.casefile.changes.restriction import shut_out
from lles.casefile.changes.tasks import open_task
from lles.casefile.models import Account, Case, Office, Officer, Task
from lles.casefile.queries.service_law import calendar_in_force
from lles.casefile.tests.pages import client_of, text_of
from lles.work.allocation.queries import TASK

PATH = "/team/"
ALLOCATES = "/cases/C-2288/allocate/"


@pytest.fixture
def waiting(case: Case, service: Officer) -> Case:
    """The case, which nobody has."""
    Case.objects.update(officer=None)
    open_task(case=case, by=service, at=timezone.now(), kind=TASK)
    return case


def row_of(page: str, name: str) -> list[str]:
    """The numbers of a row of the table: open cases, due, late."""
    row = next(
        row
        for row in re.findall(r"<tr.*?</tr>", page, re.DOTALL)
        if f">{name}<" in row or f">{name}\n" in row
    )
    return re.findall(r'lles-load__number">(\d+)<', row)


def another(case: Case, number: int, officer: Officer | None, **facts: object) -> Case:
    """One more case of the same office."""
    return Case.objects.create(
        reference=f"C-90{number:02}", law="private", office=case.office, officer=officer,
        opened_at=case.opened_at, **facts,
    )  # fmt: skip


def task(case: Case, due_on: date | None, kind: str = "introductions.letters", subject: str = "") -> None:
    Task.objects.create(case=case, kind=kind, subject=subject, due_on=due_on, opened_at=timezone.now())


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_case_that_nobody_has_stands_there_with_the_way_to_give_it(
    waiting: Case, manager: Officer, language: str
) -> None:
    page = text_of(client_of(manager, language), PATH)
    assert ALLOCATES in page
    assert "Efa Bevan, Macsen Bevan" in page
    none = {"en": "No case waits for an officer.", "cy": "Nid oes achos yn aros am swyddog."}[language]
    assert none not in page
    Task.objects.update(ended_at=timezone.now())
    page = text_of(client_of(manager, language), PATH)
    assert ALLOCATES not in page
    assert none in page


def test_it_waits_only_for_whoever_may_give_it(
    waiting: Case, manager: Officer, teammate: Officer, stranger: Officer
) -> None:
    assert ALLOCATES not in text_of(client_of(stranger), PATH)
    approving = Officer.objects.get(pk=teammate.pk)
    approving.roles = ["service_manager"]
    approving.save()
    assert ALLOCATES in text_of(client_of(manager), PATH)
    shut_out(case=waiting, by=approving, at=timezone.now(), officer=manager, relation="party")
    assert ALLOCATES not in text_of(client_of(manager), PATH)
    assert ALLOCATES in text_of(client_of(approving), PATH)


def test_a_closed_case_waits_for_nobody(waiting: Case, manager: Officer) -> None:
    Case.objects.update(closed_at=timezone.now())
    assert ALLOCATES not in text_of(client_of(manager), PATH)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_it_says_who_carries_how_much(
    case: Case, own: Officer, manager: Officer, teammate: Officer, language: str
) -> None:
    today = timezone.localdate()
    ahead = calendar_in_force().working_day_after
    another(case, 1, own)
    closed = another(case, 2, own, closed_at=timezone.now())
    for subject, due_on in enumerate(
        [today - timedelta(days=1), today, ahead(today, 5), ahead(today, 6), None]
    ):
        task(case, due_on, subject=str(subject))
        task(closed, due_on, subject=str(subject))
    task(case, today, kind="safeguarding.sign_off")
    page = text_of(client_of(manager, language), PATH)
    assert row_of(page, own.name) == ["2", "2", "1"]
    assert row_of(page, teammate.name) == ["0", "0", "0"]
    assert page.index(f">{own.name}") < page.index(f">{teammate.name}")
    assert row_of(page, {"en": "Together", "cy": "Cyfanswm"}[language]) == ["2", "2", "1"]


def test_a_case_out_of_sight_is_not_counted(
    case: Case, own: Officer, manager: Officer, teammate: Officer
) -> None:
    hidden = another(case, 1, own)
    task(hidden, timezone.localdate() - timedelta(days=1))
    task(hidden, timezone.localdate(), subject="1")
    client = client_of(manager)
    assert row_of(text_of(client, PATH), own.name) == ["2", "1", "1"]
    teammate.roles = ["service_manager"]
    teammate.save()
    shut_out(case=hidden, by=teammate, at=timezone.now(), officer=manager, relation="party")
    page = text_of(client, PATH)
    assert row_of(page, own.name) == ["1", "0", "0"]
    assert row_of(page, "Together") == ["1", "0", "0"]


def test_only_officers_in_reach_stand_there(
    case: Case, own: Officer, manager: Officer, stranger: Officer, officer_with: Callable[..., Officer]
) -> None:
    elsewhere = officer_with("practitioner", username="elsewhere", where=stranger.office)
    left = officer_with("practitioner", username="left")
    Account.objects.filter(officer__in=[own, left]).update(is_active=False)
    page = text_of(client_of(manager), PATH)
    assert f">{elsewhere.name}" not in page
    assert f">{left.name}" not in page  # nobody could give this one a case, and there is none
    assert row_of(page, own.name)[0] == "1"  # this one is gone and still has a case
    assert "Account closed" in page
    Case.objects.update(officer=elsewhere)
    page = text_of(client_of(manager), PATH)
    assert row_of(page, elsewhere.name)[0] == "1"
    assert f">{own.name}" not in page


def test_a_head_of_area_sees_every_office_of_the_area(
    case: Case, own: Officer, stranger: Officer, officer_with: Callable[..., Officer]
) -> None:
    there = officer_with("practitioner", username="there", where=stranger.office)
    head = officer_with("head_of_area")
    page = text_of(client_of(head), PATH)
    assert f">{own.name}" in page
    assert f">{there.name}" not in page
    Office.objects.update(area="north-wales")
    page = text_of(client_of(head), PATH)
    assert f">{there.name}" in page
    assert "Chester" in page


def test_those_who_give_no_cases_have_no_such_page(
    case: Case, own: Officer, manager: Officer, officer_with: Callable[..., Officer]
) -> None:
    for officer in (own, officer_with("auditor"), officer_with("system_administrator")):
        client = client_of(officer)
        assert client.get(PATH).status_code == 403
        assert 'href="/team/"' not in text_of(client, "/")
    assert 'href="/team/"' in text_of(client_of(manager), "/")


@pytest.mark.parametrize(
    ("language", "says"), [("en", "Nobody here could take a case"), ("cy", "Nid oes neb yma")]
)
def test_an_office_without_practitioners_says_so(manager: Officer, language: str, says: str) -> None:
    assert says in text_of(client_of(manager, language), PATH)
