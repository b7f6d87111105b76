"""What a patient reader of every output tried, and what must hold: each of these once gave an address
away."""

import contextlib
import copy
import json
from datetime import datetime
from typing import Any

import pytest

from lles.casefile import locations, register
from lles.casefile.models import Case, Officer
from lles.links.court.payload import NotJson
from lles.work.intake.changes.take import record_received, take_answer
from lles.work.intake.models import Arrival, FeedNote
from lles.work.intake.queries import unseen
from lles.work.intake.tests.test_take import invented, take

SECRET = {"AddressLine1": "14 Penlan Gudd", "PostTown": "Aberaeron", "PostCode": "SA46 9QQ"}


def party(key: str, first: str, last: str, **more: Any) -> dict[str, Any]:
    return {"id": key, "value": {"firstName": first, "lastName": last, **more}}


def later(**case_data: Any) -> dict[str, Any]:
    return invented(last_modified="2026-03-06T08:00:00", case_data=case_data)


def hidden_from(case: Case, role: str, number: int = 1) -> bool:
    """Whether the secret home is among what this reader must not learn."""
    reader = f"party:{case.parties.get(role=role, number=number).pk}"
    return any("Penlan" in detail.text for detail in locations.protected_for(case, reader))


def test_a_key_that_names_another_person_gives_nothing_away(service: Officer, now: datetime) -> None:
    mair = party(
        "r-1", "Mair", "Prydderch", dateOfBirth="1950-01-01", isAddressConfidential="Yes", address=SECRET
    )
    take(invented(case_data={"respondents": [mair]}), service, now)
    brychan = party("r-1", "Brychan", "Ellis", dateOfBirth="1988-02-02")
    take(later(respondents=[brychan]), service, now)
    case = Case.objects.get()
    assert [(p.name, p.number) for p in case.parties.filter(role="respondent")] == [
        ("Mair Prydderch", 1),
        ("Brychan Ellis", 2),
    ]
    assert hidden_from(case, "respondent", 2)


def test_a_corrected_name_is_still_the_same_person(service: Officer, now: datetime) -> None:
    take(invented(), service, now)
    take(later(respondents=[party("p2", "Gareth", "Bevan-Ellis")]), service, now)
    assert Case.objects.get().parties.filter(role="respondent").count() == 1


def test_a_childs_home_elsewhere_does_not_take_the_no_of_the_party_it_is_put_under(
    service: Officer, now: datetime
) -> None:
    father = party(
        "p2", "Gareth", "Bevan", isAddressConfidential="No", address={"AddressLine1": "3 Marlow Crescent"}
    )
    child = copy.deepcopy(invented()["case_data"]["children"][0])
    child["value"]["whoDoesTheChildLiveWith"] = {"partyId": "p2", "childAddress": SECRET}
    take(invented(case_data={"respondents": [father], "children": [child]}), service, now)
    assert hidden_from(Case.objects.get(), "respondent")


def test_a_home_once_put_under_the_wrong_carer_stays_protected(service: Officer, now: datetime) -> None:
    father = party("p2", "Gareth", "Bevan", isAddressConfidential="No", address=SECRET)
    child = copy.deepcopy(invented()["case_data"]["children"][0])
    child["value"]["whoDoesTheChildLiveWith"] = {"partyId": "p2", "childAddress": SECRET}
    take(invented(case_data={"respondents": [father], "children": [child]}), service, now)
    corrected = copy.deepcopy(child)
    corrected["value"]["whoDoesTheChildLiveWith"]["partyId"] = "p1"
    take(later(respondents=[party("p2", "Gareth", "Bevan")], children=[corrected]), service, now)
    assert hidden_from(Case.objects.get(), "respondent")


@pytest.mark.parametrize("stamp", ["2026-03-04T08:00:00", "2026-03-01T08:00:00"])
def test_an_answer_that_is_not_taken_still_protects(stamp: str, service: Officer, now: datetime) -> None:
    said: dict[str, Any] = {"id": "p1", "value": {"firstName": "Siân", "lastName": "Morris"}}
    said["value"]["address"] = SECRET
    open_ = copy.deepcopy(said)
    open_["value"]["isAddressConfidential"] = "No"
    take(invented(case_data={"applicants": [open_], "children": []}), service, now)
    assert not hidden_from(Case.objects.get(), "respondent")
    closed = copy.deepcopy(said)
    closed["value"]["isAddressConfidential"] = "Yes"
    again = invented(last_modified=stamp, case_data={"applicants": [closed], "children": []})
    assert take(again, service, now)[0].outcome == "unchanged"
    assert hidden_from(Case.objects.get(), "respondent")


def test_an_address_typed_in_a_name_or_a_title_is_not_kept_there(service: Officer, now: datetime) -> None:
    mother = party(
        "p1", "Siân", "Morris", previousName="moved from 14 Penlan Gudd SA46 9QQ", address=SECRET,
        isAddressConfidential="Yes", representativeFirstName="visit 14 Penlan Gudd",
    )  # fmt: skip
    name = "14 Penlan Gudd SA46 9QQ.pdf"
    file = {"document_id": "11111111-1111-4111-8111-111111111111", "document_filename": name}
    papers = [{"id": "d1", "value": {"documentName": name, "documentOther": file}}]
    said = {"applicants": [mother], "otherDocuments": papers, "14 Penlan Gudd": "x"}
    taken = take(invented(case_data=said), service, now)[0]
    case = Case.objects.get()
    kept = [case.parties.values_list(), case.papers.values_list(), case.entries.values_list("facts")]
    assert "Penlan" not in json.dumps([list(map(str, rows)) for rows in kept])
    assert "Penlan" not in json.dumps(taken.line())
    assert not FeedNote.objects.filter(path__contains="Penlan").exists()


def test_a_new_party_named_first_takes_the_next_number(service: Officer, now: datetime) -> None:
    take(invented(), service, now)
    take(later(respondents=[party("p9", "Rhys", "Ellis"), party("p2", "Gareth", "Bevan")]), service, now)
    slugs = {p.name: p.slug for p in Case.objects.get().parties.filter(role="respondent")}
    assert slugs == {"Gareth Bevan": "respondent-1", "Rhys Ellis": "respondent-2"}


def test_a_restricted_paper_stays_restricted(service: Officer, now: datetime) -> None:
    paper = {
        "documentOther": {"document_id": "11111111-1111-4111-8111-111111111111"},
        "documentTypeOther": "confidential",
    }
    marked = {"id": "d1", "value": paper | {"restrictCheckboxOtherDocuments": "restrictToGroup"}}
    take(invented(case_data={"otherDocuments": [marked]}), service, now)
    take(later(otherDocuments=[{"id": "d2", "value": paper}]), service, now)
    assert Case.objects.get().papers.get().restricted


def test_an_adoption_opens_no_safeguarding_and_says_plainly_what_is_missing(
    service: Officer, now: datetime
) -> None:
    line = take(invented(jurisdiction="ADOPTION", case_type_id="A58"), service, now)[0].line()
    case = Case.objects.get()
    assert (line["outcome"], line["pathway"]) == ("opened", "public-law")
    assert set(case.tasks.values_list("kind", flat=True)) == {"allocation.allocate", "danger.asked"}
    assert list(register.notes(case))
    assert take(invented(jurisdiction="ADOPTION", case_type_id="A58"), service, now)[0].outcome == "unchanged"


@pytest.mark.parametrize("content", [b'"hello"', b'{"message": "boo"}', b"{broken"])
def test_what_is_no_answer_is_held_for_a_person_to_see(
    content: bytes, service: Officer, now: datetime
) -> None:
    with contextlib.suppress(NotJson):
        assert list(take_answer(content=content, source="test", by=service, at=now)) == []
    assert Arrival.objects.get().outcome == "held"


def test_what_is_odd_about_an_answer_is_said_of_its_cases(service: Officer, now: datetime) -> None:
    content = json.dumps({"total": 9, "nextPage": "abc", "cases": [invented()]}).encode()
    taken = next(iter(take_answer(content=content, source="test", by=service, at=now)))
    assert any(note.startswith("total_differs") for note in taken.notes)


@pytest.mark.parametrize(
    ("content", "cases"),
    [(json.dumps({"total": 1, "cases": [invented()]}).encode(), 1), (b'{"a":', None), (b'"x"', None)],
)
def test_an_answer_cut_off_before_its_cases_is_found_by_reconciliation(
    service: Officer, now: datetime, content: bytes, cases: int | None
) -> None:
    record_received(by=service, at=now, content=content, source="cut off")
    assert [line["cases"] for line in unseen() if line["what"] == "answer"] == [cases]


@pytest.mark.parametrize("venue", ["Y llyfrgell, ger 7 Heol y Dŵr", "Wrexham Law Courts"])
def test_a_place_of_hearing_and_a_court_that_say_where_she_lives_are_not_kept(
    service: Officer, now: datetime, venue: str
) -> None:
    sent = invented(case_data={"courtName": venue})
    (day,) = sent["case_data"]["hearingData"]["caseHearings"][0]["hearingDaySchedule"]
    day["hearingVenueName"] = venue
    take(sent, service, now)
    case, kept = Case.objects.get(), "[…]" if "Heol" in venue else venue
    assert (case.court_name, case.hearings.get().venue) == (kept, kept)
