"""Today and Find: what one officer has to do, by what hurts first; and the cases that may be found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from lles.casefile.changes.checks import ask_check, open_checks
from lles.casefile.changes.directions import record_order
from lles.casefile.changes.people import record_receipt
from lles.casefile.changes.tasks import open_task
from lles.casefile.models import Case
from lles.casefile.queries.cases import search_form
from lles.casefile.tests.pages import client_of, statements, text_of

if TYPE_CHECKING:
    from lles.casefile.models import Officer, Party

ALLOCATE = "allocation.allocate"


@pytest.fixture
def at_work(case: Case, own: Officer, service: Officer) -> Case:
    """The case with its checks, a letter that is late, and a hearing next week."""
    now = timezone.now()
    soon = now + timedelta(days=7)
    case.hearings.create(court_key="1", type_code="ABA5-FHR", starts_at=soon)
    police = open_checks(case=case, by=own, at=now)[0]
    ask_check(case=case, by=own, at=now, check=police, body="north-wales", asked_on=now.date())
    open_task(case=case, by=own, at=now, kind="safeguarding.letter")
    record_receipt(case=case, by=service, at=now, received_on=now.date() - timedelta(days=60))
    return case


@pytest.mark.parametrize(("language", "late"), [("en", "1 late"), ("cy", "1 yn hwyr")])
def test_today_says_what_is_late_and_why(at_work: Case, own: Officer, language: str, late: str) -> None:
    page = text_of(client_of(own, language), "/")
    assert late in page
    assert "SG-LETTER-WITHIN" in page
    assert f"/cases/{at_work.reference}/letter/" in page


def test_today_says_what_came_in_what_waits_and_what_is_planned(at_work: Case, own: Officer) -> None:
    page = text_of(client_of(own), "/")
    assert "The application was received on" in page
    assert "North Wales Police: Siân Morris" in page
    assert "First Hearing" in page


def test_an_empty_today_says_what_will_come(at_work: Case, teammate: Officer) -> None:
    assert "When a case is given to you" in text_of(client_of(teammate), "/")
    assert "Pan ddyrennir achos i chi" in text_of(client_of(teammate, "cy"), "/")


def test_a_hearing_of_a_kind_nobody_knows_says_in_which_language_it_came(case: Case, own: Officer) -> None:
    soon = timezone.now() + timedelta(days=7)
    case.hearings.create(court_key="1", type_code="NEW-1", type_words="Round table", starts_at=soon)
    assert '<span lang="en">Round table</span>' in client_of(own, "cy").get("/").content.decode()


@pytest.mark.parametrize(
    ("language", "says", "nothing"),
    [
        ("en", "An urgent referral is open", "Nothing has to be done"),
        ("cy", "Mae atgyfeiriad brys ar agor", "Nid oes dim"),
    ],
)
def test_a_danger_that_is_open_is_never_nothing(
    case: Case, own: Officer, now: datetime, language: str, says: str, nothing: str
) -> None:
    answered = case.urgent_referrals.create(
        seen_at=now, seen_in="case", words=b"", language="en", harm=["physical"], by=own, at=now,
        children_safe="unknown", adults_safe="unknown",
    )  # fmt: skip
    answered.recipients.create(kind="police", body="north-wales", receipt="R-1", phoned_at=now)
    page = text_of(client_of(own, language), "/")
    assert says in page
    assert nothing not in page
    assert f"/cases/{case.reference}/danger/{answered.pk}/" in page
    answered.outcome, answered.closed_at, answered.closed_by = "no_danger", now, own
    answered.save()
    assert says not in text_of(client_of(own, language), "/")


def test_a_case_of_nobody_waits_for_its_manager_alone(
    case: Case, own: Officer, manager: Officer, stranger: Officer, service: Officer
) -> None:
    case.officer = None
    case.save(update_fields=["officer"])
    open_task(case=case, by=service, at=timezone.now(), kind=ALLOCATE)
    offered = f"/cases/{case.reference}/allocate/"
    assert offered in text_of(client_of(manager), "/")
    assert offered not in text_of(client_of(stranger), "/")
    assert offered not in text_of(client_of(own), "/")


def test_who_sees_no_case_has_a_page_that_says_so(officer_with: Callable[..., Officer]) -> None:
    page = text_of(client_of(officer_with("system_administrator")), "/")
    assert "see no case" in page
    assert "/arrivals/" not in page


def test_today_asks_the_database_at_most_eight_times(
    at_work: Case, own: Officer, manager: Officer, officer_with: Callable[..., Officer]
) -> None:
    for officer in (own, manager, officer_with("intake_administrator")):
        client = client_of(officer)
        client.get("/find/")
        with statements() as sent:
            client.get("/")
        assert len(sent) <= 8, "\n".join(sent)


@pytest.mark.parametrize("words", ["bevan", "EFA  bevan", "sian", "C-2288", "c-2288", "1700 0000 0000 0001"])
def test_a_case_is_found_by_its_people_and_its_numbers(case: Case, own: Officer, words: str) -> None:
    client = client_of(own)
    client.get("/find/")
    with statements() as sent:
        page = client.get("/find/", {"q": words}).content.decode()
    assert f"/cases/{case.reference}/" in page
    assert len(sent) <= 8, "\n".join(sent)


@pytest.mark.parametrize("words", ["", "   ", "-", "'", "%", "\x00", "x" * 5000, "nobody of that name"])
def test_what_finds_nothing_says_so(case: Case, own: Officer, words: str) -> None:
    answer = client_of(own).get("/find/", {"q": words})
    assert answer.status_code == 200
    assert f"/cases/{case.reference}/" not in answer.content.decode()


def test_a_case_one_may_not_see_is_not_found(case: Case, teammate: Officer, stranger: Officer) -> None:
    for officer in (teammate, stranger):
        assert case.reference not in text_of(client_of(officer), "/find/?q=bevan")
        assert case.reference not in text_of(client_of(officer), "/cases/")


def test_the_list_of_cases_names_the_people_of_each(case: Case, own: Officer) -> None:
    page = text_of(client_of(own), "/cases/")
    assert "Efa Bevan" in page
    assert "born 28 February 1990" in page


@pytest.mark.parametrize(
    "words",
    ["Morris Siân", "Sian Moris", "gaerth bevan", "Shân Morris", "Sian Rees", "morris-sian", "ferch Morris"],
)
def test_a_person_is_found_in_any_order_misspelt_and_by_a_former_name(
    case: Case, own: Officer, mother: Party, words: str
) -> None:
    mother.previous_name, mother.search_name = "Rees", "sian morris rees"
    mother.save(update_fields=["previous_name", "search_name"])
    client = client_of(own)
    client.get("/find/")
    with statements() as sent:
        page = client.get("/find/", {"q": words}).content.decode()
    assert f"/cases/{case.reference}/" in page
    assert len(sent) <= 8, "\n".join(sent)


@pytest.mark.parametrize("words", ["Gwion Dafydd", "Dafydd ap Gwion", "GWION AB DAFYDD", "Gwion ap Davydd"])
def test_a_patronymic_is_found_with_its_particle_and_without(
    case: Case, own: Officer, father: Party, words: str
) -> None:
    father.search_name = search_form("Gwion ap Dafydd")
    father.save(update_fields=["search_name"])
    assert f"/cases/{case.reference}/" in text_of(client_of(own), f"/find/?q={words}")


def test_names_that_are_only_alike_are_said_to_be(case: Case, own: Officer) -> None:
    assert "These names are like it" in text_of(client_of(own), "/find/?q=gaerth+bevan")
    assert "debyg" in text_of(client_of(own, "cy"), "/find/?q=gaerth+bevan")


def test_a_name_like_one_in_a_case_one_may_not_see_is_not_found(case: Case, stranger: Officer) -> None:
    page = text_of(client_of(stranger), "/find/?q=gaerth+bevan")
    assert case.reference not in page
    assert "No case was found" in page


def test_a_question_that_is_too_long_is_refused_and_kept(case: Case, own: Officer) -> None:
    page = text_of(client_of(own), f"/find/?q={'bevan ' * 50}")
    assert "200 characters or fewer" in page
    assert "bevan bevan" in page


@pytest.mark.parametrize(
    "words", ["contact monitoring order", "Monitoring Order", "gorchymyn monitro cyswllt"]
)
def test_the_name_of_an_order_finds_the_cases_that_have_one(
    case: Case, own: Officer, now: datetime, words: str
) -> None:
    client, page = client_of(own), f"/find/?q={words}"
    assert "No case that you may see has this order: Monitoring order" in text_of(client, page)
    record_order(case=case, by=own, at=now, kind="monitoring", title="C43", made_on=now.date())
    assert f"/cases/{case.reference}/" in text_of(client, page)
    Case.objects.filter(pk=case.pk).update(officer=None, office=None)
    assert "No case that you may see has this order" in text_of(client, page)
