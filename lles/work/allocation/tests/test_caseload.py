"""Giving several cases of one officer to another: each through the one door, each refusal told by name."""

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from lles.casefile.changes.people import AccountClosed, allocate
from lles.casefile.changes.restriction import shut_out
from lles.casefile.models import Account, Case, Officer
from lles.casefile.tests.pages import client_of, fill, said, statements, summary_of, text_of
from lles.work.allocation.tests.test_team import another

OTHER = "C-9001"


@pytest.fixture
def other(case: Case, own: Officer) -> Case:
    """A second case of the same officer."""
    return another(case, 1, own)


def path_of(officer: Officer) -> str:
    return f"/team/{officer.pk}/"


def send(client: Client, officer: Officer, to: object, *references: str, **typed: Any) -> Any:
    """Opens the page, ticks these cases and sends it."""
    page = client.get(path_of(officer)).content.decode()
    found = re.search(r'name="seen" value="([^"]*)"', page)
    assert found
    return client.post(
        path_of(officer), {"seen": html.unescape(found[1]), "cases": references, "to": str(to), **typed}
    )


def holder(reference: str) -> Officer | None:
    return Case.objects.get(reference=reference).officer


def ticked(answer: Any) -> set[str]:
    boxes = re.findall(r'<input[^>]*type="checkbox"[^>]*>', said(answer))
    return {box.split('value="')[1].split('"')[0] for box in boxes if " checked" in box}


@pytest.mark.parametrize(
    ("language", "tells"),
    [("en", "2 cases were given to Teammate"), ("cy", "Dyrannwyd 2 achos i Teammate")],
)
def test_it_gives_what_is_ticked(
    case: Case, other: Case, own: Officer, manager: Officer, teammate: Officer, language: str, tells: str
) -> None:
    third = another(case, 2, own)
    client = client_of(manager, language)
    answer = send(client, own, teammate.pk, case.reference, OTHER)
    assert answer.status_code == 302
    assert tells in text_of(client, answer["Location"])
    assert holder(case.reference) == holder(OTHER) == teammate
    assert holder(third.reference) == own
    assert case.entries.filter(kind="allocated").count() == 1


@pytest.mark.parametrize("language", ["en", "cy"])
def test_what_is_refused_is_told_by_name_and_stays_ticked(
    case: Case, other: Case, own: Officer, manager: Officer, teammate: Officer, language: str
) -> None:
    shut_out(case=other, by=manager, at=timezone.now(), officer=teammate, relation="neighbour", words="x9q")
    answer = send(client_of(manager, language), own, teammate.pk, case.reference, OTHER)
    assert answer.status_code == 409
    assert holder(case.reference) == teammate
    assert holder(OTHER) == own
    assert f"{OTHER}: " in summary_of(answer)
    assert f"{case.reference}: " not in summary_of(answer)
    assert ticked(answer) == {OTHER}
    assert "x9q" not in said(answer)


def test_each_row_leads_to_its_case(
    case: Case, other: Case, own: Officer, manager: Officer, teammate: Officer
) -> None:
    page = text_of(client_of(manager), path_of(own))
    for reference in (case.reference, OTHER):
        assert page.count(f'<a class="govuk-link" href="/cases/{reference}/">') == 1


def test_more_cases_and_people_ask_no_more_of_the_database(
    case: Case, own: Officer, manager: Officer, teammate: Officer, officer_with: Callable[..., Officer]
) -> None:
    client = client_of(manager)
    text_of(client, path_of(own))
    with statements() as few:
        text_of(client, path_of(own))
    for number in range(1, 5):
        another(case, number, own)
        another(case, number + 10, officer_with("practitioner", username=f"more{number}"))
    with statements() as many:
        text_of(client, path_of(own))
    assert len(many) == len(few) <= 8, "\n".join(many)


def test_a_case_that_changed_meanwhile_is_told_and_given_at_the_second_press(
    case: Case, other: Case, own: Officer, manager: Officer, teammate: Officer
) -> None:
    client = client_of(manager)
    stale = f"{case.reference}:{case.version} {OTHER}:{other.version}"
    Case.objects.filter(pk=other.pk).update(version=other.version + 1)
    answer = send(client, own, teammate.pk, case.reference, OTHER, seen=stale)
    assert f"{OTHER}: somebody changed it" in summary_of(answer)
    assert (holder(case.reference), holder(OTHER)) == (teammate, own)
    assert send(client, own, teammate.pk, OTHER).status_code == 302
    assert holder(OTHER) == teammate


def test_each_of_several_refusals_is_told(
    case: Case, other: Case, own: Officer, manager: Officer, teammate: Officer
) -> None:
    answer = send(client_of(manager), own, teammate.pk, case.reference, OTHER, "C-9999", seen="")
    for reference in (case.reference, OTHER, "C-9999"):
        assert f"{reference}: " in summary_of(answer)
    assert holder(case.reference) == holder(OTHER) == own


@pytest.mark.parametrize("seen", ["", "C-9001", "C-9001:x", "C-9001:\u00b2", "\x00"])
def test_a_form_that_does_not_say_what_it_saw_gives_nothing(
    case: Case, other: Case, own: Officer, manager: Officer, teammate: Officer, seen: str
) -> None:
    answer = send(client_of(manager), own, teammate.pk, OTHER, seen=seen)
    assert answer.status_code in (200, 409)
    assert holder(OTHER) == own


@pytest.mark.parametrize("to", ["", "0", "x", "999999", "own", "manager"])
def test_on_wrong_input_the_ticks_stay(
    case: Case, other: Case, own: Officer, manager: Officer, teammate: Officer, to: str
) -> None:
    named = {"own": own.pk, "manager": manager.pk}.get(to, to)
    answer = send(client_of(manager), own, named, OTHER)
    assert answer.status_code == 200
    assert summary_of(answer)
    assert ticked(answer) == {OTHER}
    assert holder(OTHER) == own


def test_no_tick_gives_nothing_and_keeps_the_officer(
    case: Case, own: Officer, manager: Officer, teammate: Officer
) -> None:
    answer = send(client_of(manager), own, teammate.pk)
    assert "Tick the cases" in summary_of(answer)
    assert re.search(rf'<input[^>]*type="radio"[^>]*value="{teammate.pk}"[^>]* checked', said(answer))


def test_a_case_out_of_sight_is_told_like_one_that_is_not_there(
    case: Case, other: Case, own: Officer, manager: Officer, teammate: Officer
) -> None:
    teammate.roles = ["practitioner", "service_manager"]
    teammate.save()
    client = client_of(manager)
    assert OTHER in text_of(client, path_of(own))
    shut_out(case=other, by=teammate, at=timezone.now(), officer=manager, relation="party")
    assert OTHER not in text_of(client, path_of(own))
    hidden, nowhere = (summary_of(send(client, own, teammate.pk, one)) for one in (OTHER, "C-9999"))
    assert "not among the cases of Own any more" in hidden
    assert hidden.replace(OTHER, "-") == nowhere.replace("C-9999", "-")
    assert holder(OTHER) == own


def test_nobody_of_another_office_gets_a_case(
    case: Case, own: Officer, stranger: Officer, officer_with: Callable[..., Officer]
) -> None:
    type(stranger.office).objects.update(area="north-wales")  # type: ignore[union-attr]  # it is there in this test
    there = officer_with("practitioner", username="there", where=stranger.office)
    answer = send(client_of(officer_with("head_of_area")), own, there.pk, case.reference)
    assert f"{case.reference}: There works in another office" in summary_of(answer)
    assert holder(case.reference) == own


def test_only_who_gives_cases_has_the_page_and_only_of_officers_in_reach(
    case: Case, own: Officer, manager: Officer, teammate: Officer, stranger: Officer
) -> None:
    assert client_of(manager).get(path_of(own)).status_code == 200
    for client, status in ((client_of(own), 403), (client_of(stranger), 404)):
        assert client.get(path_of(own)).status_code == status
        asked = {"cases": case.reference, "to": teammate.pk, "seen": f"{case.reference}:{case.version}"}
        assert client.post(path_of(own), asked).status_code == status
    assert client_of(manager).get("/team/0/").status_code == 404
    assert holder(case.reference) == own


@pytest.mark.parametrize("language", ["en", "cy"])
def test_what_is_empty_says_so(case: Case, own: Officer, manager: Officer, language: str) -> None:
    client = client_of(manager, language)
    nobody = {"en": "Nobody else here could take", "cy": "Nid oes neb arall yma"}[language]
    none = {"en": "has no open case", "cy": "Nid oes gan y swyddog hwn achos agored"}[language]
    page = text_of(client, path_of(own))
    assert nobody in page
    assert none not in page
    Case.objects.update(closed_at=timezone.now())
    assert none in text_of(client, path_of(own))


def test_the_door_refuses_an_officer_whose_account_is_closed(
    case: Case, own: Officer, manager: Officer, teammate: Officer
) -> None:
    Account.objects.filter(officer=teammate).update(is_active=False)
    with pytest.raises(AccountClosed):
        allocate(case=case, by=manager, at=timezone.now(), to=teammate)
    assert holder(case.reference) == own
    assert case.entries.filter(kind="refused").count() == 1
    Account.objects.filter(officer=teammate).update(is_active=True)
    allocate(case=case, by=manager, at=timezone.now(), to=teammate)
    assert holder(case.reference) == teammate


def test_an_account_that_is_closed_while_the_page_is_open_is_told(
    case: Case, own: Officer, manager: Officer, teammate: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(**given: Any) -> None:
        Account.objects.filter(officer=teammate).update(is_active=False)
        allocate(**given)

    monkeypatch.setattr("lles.work.allocation.views.allocate", late)
    answer = send(client_of(manager), own, teammate.pk, case.reference)
    assert f"{case.reference}: The account of this officer is closed." in said(answer)
    Account.objects.filter(officer=teammate).update(is_active=True)
    answer = fill(client_of(manager), "/cases/C-2288/allocate/", to=str(teammate.pk))
    assert answer.status_code == 200
    assert "The account of this officer is closed." in said(answer)
    assert holder(case.reference) == own
