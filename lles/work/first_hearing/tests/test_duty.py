"""Who goes to court: the page on which somebody who gives out work says it, and what the list then shows."""

import html
import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from lles.casefile.changes.court_duty import send_to_court
from lles.casefile.changes.restriction import shut_out
from lles.casefile.models import Case, CourtDuty, Hearing, Officer
from lles.casefile.tests.pages import client_of, said, summary_of, text_of

PAGE = "/court/duty/"


@pytest.fixture
def hearing(case: Case) -> Hearing:
    """A hearing of today."""
    return Hearing.objects.create(case=case, court_key="h", type_code="ABA5-FHR", starts_at=timezone.now())


def send(client: Client, hearing: Hearing, whom: object, **typed: Any) -> Any:
    """Opens the page, ticks the hearing, chooses somebody and sends it."""
    page = client.get(PAGE).content.decode()
    seen = re.search(r'name="seen" value="([^"]*)"', page)
    assert seen
    sent = {"seen": html.unescape(seen[1]), "hearings": [str(hearing.pk)], "to": str(whom), **typed}
    return client.post(PAGE, sent)


def test_a_manager_sends_a_colleague_who_then_finds_the_case_in_the_list(
    hearing: Hearing, case: Case, manager: Officer, teammate: Officer
) -> None:
    client = client_of(manager)
    assert "Say who goes to court" in text_of(client, "/court/")
    answer = send(client, hearing, teammate.pk)
    assert answer.status_code == 302
    assert "Teammate goes to 1 hearing" in text_of(client, "/court/")
    theirs = text_of(client_of(teammate), "/court/")
    assert case.reference in theirs
    assert "on duty: Teammate" in theirs
    assert "Record what happened" in theirs
    assert "Say who goes to court" not in theirs
    assert f"/cases/{case.reference}/brief/" in client_of(teammate).get("/court/").content.decode()
    assert "ar ddyletswydd: Teammate" in text_of(client_of(teammate, "cy"), "/court/")
    assert "you are on duty" in text_of(client_of(teammate), "/")


def test_the_officer_of_the_case_goes_again(hearing: Hearing, manager: Officer, teammate: Officer) -> None:
    client = client_of(manager)
    send(client, hearing, teammate.pk)
    assert send(client, hearing, 0).status_code == 302
    assert "The officer of the case goes to 1 hearing" in text_of(client, "/court/")
    assert not CourtDuty.objects.filter(ended_at=None).exists()


def test_it_is_for_those_who_give_out_work(hearing: Hearing, own: Officer, stranger: Officer) -> None:
    assert client_of(own).get(PAGE).status_code == 403
    assert client_of(own).post(PAGE, {"hearings": [str(hearing.pk)], "to": "0"}).status_code == 403
    assert "Efa Bevan" not in text_of(client_of(stranger), PAGE)
    refused = client_of(stranger).post(PAGE, {"hearings": [str(hearing.pk)], "to": "0"})
    assert refused.status_code == 409
    assert "not in this list any more" in said(refused)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"hearings": []}, "Tick the hearings that somebody goes to"),
        ({"to": ""}, "Select an answer"),
        ({"to": "99999999999"}, "Select a valid choice"),
        ({"hearings": ["x\x00"]}, "is not in this list any more"),
    ],
)
def test_it_says_what_is_wrong(
    hearing: Hearing, manager: Officer, teammate: Officer, typed: dict[str, Any], says: str
) -> None:
    answer = send(client_of(manager), hearing, teammate.pk, **typed)
    assert says in summary_of(answer)
    assert not CourtDuty.objects.exists()


def test_what_another_manager_decided_meanwhile_is_said(
    hearing: Hearing, case: Case, manager: Officer, teammate: Officer, own: Officer
) -> None:
    client = client_of(manager)
    client.get(PAGE)
    send_to_court(case=case, by=manager, at=timezone.now(), hearing=hearing, to=teammate)
    answer = send(client, hearing, 0, seen=f"{hearing.pk}:0")
    assert answer.status_code == 409
    assert "C-2288: somebody else was sent meanwhile" in summary_of(answer)
    assert "on duty: Teammate" in said(answer)
    assert CourtDuty.objects.get().ended_at is None


def test_a_conflict_of_interest_is_said_with_its_law(
    hearing: Hearing, case: Case, manager: Officer, teammate: Officer
) -> None:
    shut_out(case=case, by=manager, at=timezone.now(), officer=teammate, relation="neighbour")
    answer = send(client_of(manager), hearing, teammate.pk)
    assert answer.status_code == 409
    assert "conflict of interest" in summary_of(answer)
    assert not CourtDuty.objects.exists()


def test_a_day_that_is_over_has_nobody_to_send(hearing: Hearing, manager: Officer) -> None:
    text = text_of(client_of(manager), f"{PAGE}?on-day=1&on-month=3&on-year=2026")
    assert "Choose today or a day to come" in text
    assert "Choose today or a day to come" in text_of(client_of(manager), f"{PAGE}?on-day=x")
