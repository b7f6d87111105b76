"""Giving a case to an officer: by those who may, to those who could take it, with what each one carries."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lles.casefile.changes.restriction import let_in, shut_out
from lles.casefile.models import Account, Arrangement, Case, Officer
from lles.casefile.tests.pages import client_of, fill, said, summary_of, text_of

PATH = "/cases/C-2288/allocate/"


@pytest.mark.parametrize(("language", "carries"), [("en", "1 open case"), ("cy", "1 achos agored")])
def test_it_shows_who_carries_how_much(
    case: Case, manager: Officer, teammate: Officer, language: str, carries: str
) -> None:
    page = text_of(client_of(manager, language), PATH)
    assert page.index(teammate.name) < page.index(case.officer.name)  # type: ignore[union-attr]  # it is there in this test
    assert carries in page


def test_it_gives_the_case(case: Case, manager: Officer, teammate: Officer) -> None:
    assert fill(client_of(manager), PATH, to=str(teammate.pk)).status_code == 302
    case.refresh_from_db()
    assert case.officer == teammate


@pytest.mark.parametrize("to", ["", "0", "x", "999999"])
def test_it_gives_the_case_to_nobody_else(case: Case, manager: Officer, own: Officer, to: str) -> None:
    answer = fill(client_of(manager), PATH, to=to)
    assert answer.status_code == 200
    assert summary_of(answer)
    case.refresh_from_db()
    assert case.officer == own


def test_those_who_may_not_are_refused(case: Case, own: Officer, stranger: Officer) -> None:
    assert client_of(own).get(PATH).status_code == 403
    assert client_of(own).post(PATH, {"to": str(own.pk)}).status_code == 403
    assert client_of(stranger).get(PATH).status_code == 404


def test_an_office_without_practitioners_says_so(case: Case, manager: Officer, own: Officer) -> None:
    Officer.objects.filter(pk=own.pk).update(roles=[])
    page = text_of(client_of(manager), PATH)
    assert "no practitioner who could take the case" in page
    assert 'id="page-form"' not in page


SHUT_OUT = {"en": "shut out of the case", "cy": "wedi'i gau allan o'r achos"}
NO_ARRANGEMENT = {"en": "only under an arrangement", "cy": "Dim ond o dan drefniant"}
CLOSED = {"en": "The account of this officer is closed.", "cy": "Mae cyfrif y swyddog hwn wedi'i gau."}


def _offered(page: str, officer: Officer) -> bool:
    radios = re.findall(r"<input[^>]*type=\"radio\"[^>]*>", page)
    return any(f'value="{officer.pk}"' in radio for radio in radios)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_who_is_shut_out_is_not_offered_and_the_page_says_why(
    case: Case, manager: Officer, teammate: Officer, language: str
) -> None:
    client = client_of(manager, language)
    assert _offered(_raw(client), teammate)
    assert SHUT_OUT[language] not in text_of(client, PATH)
    made = shut_out(
        case=case, by=manager, at=timezone.now(), officer=teammate, relation="neighbour", words="x9q"
    )
    assert not _offered(_raw(client), teammate)
    page = text_of(client, PATH)
    assert teammate.name in page
    assert SHUT_OUT[language] in page
    assert "x9q" not in page
    assert fill(client, PATH, to=str(teammate.pk)).status_code == 200
    case.refresh_from_db()
    assert case.officer != teammate
    let_in(case=case, by=manager, at=timezone.now(), exclusion=made, reason="They moved away.")
    assert _offered(_raw(client), teammate)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_who_was_shut_out_after_the_page_was_opened_is_refused_and_the_message_says_why(
    case: Case, own: Officer, manager: Officer, teammate: Officer, language: str
) -> None:
    client = client_of(manager, language)
    assert _offered(_raw(client), teammate)
    shut_out(case=case, by=manager, at=timezone.now(), officer=teammate, relation="relative", words="x9q")
    answer = fill(client, PATH, to=str(teammate.pk))
    assert answer.status_code == 200
    cannot = {"en": "cannot take this case", "cy": "gymryd yr achos hwn"}[language]
    assert cannot in summary_of(answer)
    assert teammate.name in summary_of(answer)
    assert SHUT_OUT[language] in summary_of(answer)
    assert not any(one in said(answer) for one in ("x9q", "relative", "perthynas"))
    Account.objects.filter(officer=teammate).update(is_active=False)
    nobody = fill(client, PATH, to="999999")
    assert cannot not in summary_of(nobody)
    case.refresh_from_db()
    assert case.officer == own


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize(
    ("days", "runs"), [((-9, 0), True), ((0, 9), True), ((-9, -1), False), ((1, 9), False)]
)
def test_in_wales_a_contractor_is_offered_while_an_arrangement_runs(
    case: Case, manager: Officer, teammate: Officer, language: str, days: tuple[int, int], runs: bool
) -> None:
    case.children.update(nation="wales")
    Officer.objects.filter(pk=teammate.pk).update(is_contractor=True)
    today = timezone.localdate()
    starts, ends = (today + timedelta(days=day) for day in days)
    Arrangement.objects.create(officer=teammate, starts=starts, ends=ends, scope="reports")
    client = client_of(manager, language)
    assert _offered(_raw(client), teammate) == runs
    assert (NO_ARRANGEMENT[language] in text_of(client, PATH)) != runs
    case.children.update(nation="england")
    assert _offered(_raw(client), teammate)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_closed_account_is_not_offered(
    case: Case, manager: Officer, teammate: Officer, language: str
) -> None:
    client = client_of(manager, language)
    assert CLOSED[language] not in text_of(client, PATH)
    Account.objects.filter(officer=teammate).update(is_active=False)
    assert not _offered(_raw(client), teammate)
    assert CLOSED[language] in text_of(client, PATH)


def test_a_case_that_the_reader_may_not_see_is_not_counted(
    case: Case, manager: Officer, own: Officer, teammate: Officer
) -> None:
    other = Case.objects.get(pk=case.pk)
    other.pk, other.reference, other.court_number, other.officer = None, "C-9001", "1700000000000002", own
    other.save()
    client = client_of(manager)
    assert "2 open cases" in text_of(client, PATH)
    shut_out(case=other, by=_approving(teammate), at=timezone.now(), officer=manager, relation="party")
    page = text_of(client, PATH)
    assert "2 open cases" not in page
    assert "1 open case" in page


def _approving(officer: Officer) -> Officer:
    officer.roles = [*officer.roles, "service_manager"]
    officer.save()
    return officer


def test_more_people_ask_no_more_of_the_database(
    case: Case, manager: Officer, teammate: Officer, officer_with: Callable[..., Officer]
) -> None:
    client = client_of(manager)
    client.get(PATH)
    with CaptureQueriesContext(connection) as few:
        client.get(PATH)
    for number in range(4):
        more = officer_with("practitioner", username=f"more{number}")
        shut_out(case=case, by=manager, at=timezone.now(), officer=more, relation="neighbour")
    with CaptureQueriesContext(connection) as many:
        client.get(PATH)
    assert len(many) == len(few)


def _raw(client: Client) -> str:
    return client.get(PATH).content.decode()
