"""What the court says of people beside their names: kept, shown where an officer looks, and protected."""

import copy
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from lles.casefile import locations
from lles.casefile.models import Case, Location, Officer
from lles.casefile.tests.pages import client_of, text_of
from lles.links.court.tests.invented_public import PUBLIC
from lles.work.intake.models import FeedNote
from lles.work.intake.tests.test_take import invented, take

HOME = {"addressLine1": "14 Penlan Gudd", "postTown": "Aberaeron", "postcode": "SA46 9QQ"}


@pytest.fixture
def manager(officer_with: Callable[..., Officer]) -> Officer:
    """Somebody who sees every case of the service."""
    return officer_with("intake_administrator")


def public(child: dict[str, Any] | None = None, respondent: dict[str, Any] | None = None) -> dict[str, Any]:
    """The invented public-law case with one child and one respondent changed."""
    raw = copy.deepcopy(PUBLIC)
    raw["caseData"]["children"][0] |= child or {}
    raw["caseData"]["respondents"][0] |= respondent or {}
    return raw


def taken(raw: dict[str, Any], service: Officer, now: datetime) -> Case:
    case = take(raw, service, now)[0].case
    assert case is not None
    return case


def child_of(case: Case) -> str:
    return f"child:{case.children.get().pk}"


@pytest.mark.parametrize("said", [True, None, "perhaps"])
@pytest.mark.parametrize("home", [HOME, None])
def test_it_protects_a_child_whose_details_are_hidden_or_not_said(
    service: Officer, now: datetime, said: object, home: object
) -> None:
    case = taken(public({"detailsHidden": said, "address": home}), service, now)
    assert child_of(case) in locations.protected_owners(case)
    assert child_of(case) not in locations.open_owners(case)


def test_it_opens_the_home_of_a_child_only_where_the_court_says_no(service: Officer, now: datetime) -> None:
    said = {"detailsHidden": False, "address": HOME, "livingSituation": "Living with respondents"}
    case = taken(public(said), service, now)
    assert child_of(case) in locations.open_owners(case)


def test_a_no_about_the_child_does_not_open_the_home_of_a_protected_respondent(
    service: Officer, now: datetime
) -> None:
    said = {"detailsHidden": False, "address": HOME, "livingSituation": "Living with respondents"}
    case = taken(public(said, {"address": HOME, "contactDetailsHidden": True}), service, now)
    assert child_of(case) in locations.protected_owners(case)


def test_a_yes_without_an_address_governs_the_address_that_comes_later(
    service: Officer, now: datetime
) -> None:
    taken(public({"detailsHidden": True}), service, now)
    later = public({"detailsHidden": False, "address": HOME}) | {"lastModified": "2026-07-05T08:00:00"}
    case = taken(later, service, now)
    reader = f"party:{case.parties.get(role='respondent').pk}"
    assert any("Penlan" in detail.text for detail in locations.protected_for(case, reader))


def test_a_telephone_said_to_be_confidential_and_not_sent_stays_confidential(
    service: Officer, now: datetime
) -> None:
    raw = invented()
    raw["case_data"]["respondents"][0]["value"]["isPhoneNumberConfidential"] = "Yes"
    taken(raw, service, now)
    later = invented(last_modified="2026-03-06T08:00:00")
    said = {"isPhoneNumberConfidential": "No", "phoneNumber": "07700 900999"}
    later["case_data"]["respondents"][0]["value"] |= said
    case = taken(later, service, now)
    assert any("900999" in detail.text for detail in locations.protected_for(case, "party:0"))


def test_nobody_opens_a_refuge_by_a_recorded_statement_alone(service: Officer, now: datetime) -> None:
    case = taken(public({"address": HOME, "livingSituation": "Living in a refuge"}), service, now)
    with locations.inside():
        Location.objects.filter(case_id=case.pk).update(opened=True)
    assert child_of(case) in locations.protected_owners(case)


def test_what_is_not_a_refuge_can_be_opened(service: Officer, now: datetime) -> None:
    case = taken(public({"address": HOME, "livingSituation": "Living with respondents"}), service, now)
    with locations.inside():
        Location.objects.filter(case_id=case.pk).update(opened=True)
    assert child_of(case) not in locations.protected_owners(case)


IN_ENGLISH = [
    "not known whether the father has it",
    "Tomos Ellis",
    "confidential; the court has not sent it",
    "Not known: whereabouts unknown",
]
IN_WELSH = [
    "nid yw'n hysbys a oes gan y tad gyfrifoldeb rhiant",
    "Tomos Ellis",
    "cyfrinachol; nid yw'r llys wedi ei anfon",
    "Ddim yn hysbys: lleoliad anhysbys",
]


@pytest.mark.parametrize(("language", "sentences"), [("en", IN_ENGLISH), ("cy", IN_WELSH)])
def test_the_page_of_people_says_it(
    service: Officer, manager: Officer, now: datetime, language: str, sentences: list[str]
) -> None:
    unknown = {"address": None, "addressKnown": False, "addressUnknownReason": "Whereabouts unknown"}
    case = taken(public({}, unknown), service, now)
    page = text_of(client_of(manager, language), f"/cases/{case.reference}/people/")
    assert [sentence for sentence in sentences if sentence not in page] == []


@pytest.mark.parametrize(("language", "words"), [("en", "in a refuge"), ("cy", "mewn lloches")])
def test_how_a_child_lives_is_opened_on_purpose_alone(
    service: Officer, manager: Officer, now: datetime, language: str, words: str
) -> None:
    case = taken(public(), service, now)
    client = client_of(manager, language)
    assert words not in text_of(client, f"/cases/{case.reference}/people/")
    opened = client.post(f"/cases/{case.reference}/people/details/", {"owner": child_of(case)})
    assert words in opened.content.decode()


def test_what_is_asked_for_one_child_alone_stands_with_that_child(
    service: Officer, manager: Officer, now: datetime
) -> None:
    raw = invented(case_data={"mpuChildInvolvedInMiam": "Yes"})
    raw["case_data"]["children"][0]["value"]["orderAppliedFor"] = ["childArrangementsOrder"]
    case = taken(raw, service, now)
    client = client_of(manager)
    assert "Asked for this child" not in text_of(client, f"/cases/{case.reference}/people/")
    later = copy.deepcopy(raw) | {"last_modified": "2026-03-06T08:00:00"}
    later["case_data"]["children"][0]["value"]["orderAppliedFor"] = ["prohibitedStepsOrder"]
    taken(later, service, now)
    assert "Asked for this child" in text_of(client, f"/cases/{case.reference}/people/")
    told = text_of(client, f"/cases/{case.reference}/timeline/")
    assert "asked for this child: prohibited steps order (was child arrangements order)" in told
    summary = text_of(client, f"/cases/{case.reference}/")
    assert "South East" in summary
    assert "Yes, says the application" in summary


def test_a_reason_goes_once_the_address_is_known(service: Officer, now: datetime) -> None:
    unknown = {"address": None, "addressKnown": False, "addressUnknownReason": "No fixed abode"}
    case = taken(public({}, unknown), service, now)
    known = {"addressKnown": True, "addressUnknownReason": None}
    taken(public({}, known) | {"lastModified": "2026-07-05T08:00:00"}, service, now)
    nia = case.parties.get(role="respondent")
    assert (nia.address_known, nia.address_unknown_reason) == (True, "")


def test_an_order_that_names_no_report_stands_with_its_day(
    service: Officer, manager: Officer, now: datetime
) -> None:
    order = {"orderType": "blankOrderOrDirections", "originalFilingDate": "2026-05-06"}
    raw = invented(case_data={"orderCollection": [{"id": "o1", "value": order}]})
    case = taken(raw, service, now)
    page = text_of(client_of(manager), f"/cases/{case.reference}/court/")
    assert "To be filed by Wed 6 May" in page
    assert "The order names no report: read it." in page
    assert FeedNote.objects.filter(case=case, code="filing_day_without_report").exists()


def with_order(code: str, filing_on: str | None, at: str) -> dict[str, Any]:
    """A case with one order, as it was at a time."""
    order = {"orderType": code, "originalFilingDate": filing_on}
    return invented(case_data={"orderCollection": [{"id": "o1", "value": order}]}) | {"last_modified": at}


def test_an_order_is_announced_again_once_its_kind_is_known(service: Officer, now: datetime) -> None:
    case = taken(with_order("caEnforcementC80", None, "2026-07-05T08:00:00"), service, now)
    asked = case.tasks.filter(kind="enforcement.application")
    taken(with_order("caEnforcementC80", "2026-08-06", "2026-07-06T08:00:00"), service, now)
    assert case.orders.get().filing_due_on is not None
    assert asked.count() == 1
    case.orders.update(kind="")  # as an order stands that came before its code was known
    taken(with_order("caEnforcementC80", "2026-08-07", "2026-07-07T08:00:00"), service, now)
    assert (case.orders.get().kind, asked.count()) == ("enforcement", 2)


def test_what_a_person_read_an_order_to_be_stands_whatever_the_court_sends_again(
    service: Officer, now: datetime
) -> None:
    case = taken(with_order("caSpecificProhibitedOrder", None, "2026-07-05T08:00:00"), service, now)
    case.orders.update(kind="monitoring")
    taken(with_order("caSpecificProhibitedOrder", "2026-08-06", "2026-07-06T08:00:00"), service, now)
    order = case.orders.get()
    assert order.filing_due_on is not None
    assert order.kind == "monitoring"


def test_it_shows_that_a_forgotten_flag_of_a_child_would_be_noticed(
    service: Officer, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lles.work.intake.changes.whereabouts._hidden_child", lambda *said: iter(()))
    case = taken(public({"detailsHidden": True, "address": None}), service, now)
    assert child_of(case) not in locations.protected_owners(case)
