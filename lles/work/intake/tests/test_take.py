"""Taking answers: every case opens, is updated, or is held; nothing is lost and nothing happens twice."""

import contextlib
import copy
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import DataError

from lles.casefile import locations
from lles.casefile.models import Case, Officer
from lles.casefile.tests.pages import statements
from lles.casefile.timeline import read
from lles.law.calendar import YearOutsideTable
from lles.links.court.payload import NotJson
from lles.work.intake.changes.take import Taken, take_answer
from lles.work.intake.models import Arrival, FeedNote, Received
from lles.work.intake.queries import ledger_store, unseen

SAMPLES = Path(__file__).resolve().parents[5] / "shared" / "samples" / "hmcts"


def invented(**changes: Any) -> dict[str, Any]:
    """One small private-law case."""
    home = {"AddressLine1": "7 Heol y Dŵr", "PostTown": "Wrexham", "PostCode": "LL11 1ZZ"}
    lives_with = {"partyId": "p1", "partyType": "applicant", "childAddress": home}
    efa = {"firstName": "Efa", "lastName": "Bevan", "dateOfBirth": "2017-05-01"}
    mother = {"firstName": "Siân", "lastName": "Morris", "address": home, "isAddressConfidential": "Yes"}
    day = {"hearingStartDateTime": "2026-04-09T09:00:00", "hearingEndDateTime": "2026-04-09T10:00:00"}
    hearing = {"hearingID": 20001, "hearingType": "ABA5-FHR", "hmcStatus": "LISTED"}
    case_data: dict[str, Any] = {
        "courtName": "Chester Civil and Family Justice Centre",
        "caseManagementLocation": {"regionId": "5", "baseLocationId": "226511"},
        "dateSubmitted": "2026-03-02",
        "issueDate": "2026-03-03",
        "ordersApplyingFor": ["childArrangementsOrder"],
        "children": [{"id": "c1", "value": efa | {"whoDoesTheChildLiveWith": lives_with}}],
        "applicants": [{"id": "p1", "value": mother | {"phoneNumber": "07700 900123"}}],
        "respondents": [{"id": "p2", "value": {"firstName": "Gareth", "lastName": "Bevan"}}],
        "hearingData": {
            "hmctsServiceCode": "ABA5",
            "caseRef": "1700000000000001",
            "caseHearings": [hearing | {"hearingDaySchedule": [day]}],
        },
    }
    case_data |= changes.pop("case_data", {})
    case = {
        "id": 1700000000000001,
        "jurisdiction": "PRIVATELAW",
        "case_type_id": "PRLAPPS",
        "state": "PREPARE_FOR_HEARING_CONDUCT_HEARING",
        "last_modified": "2026-03-04T08:00:00",
        "case_data": case_data,
    }
    return case | changes


def take(case: object, service: Officer, at: datetime) -> list[Taken]:
    content = json.dumps({"total": 1, "cases": [case]}).encode()
    return list(take_answer(content=content, source="test", by=service, at=at))


def test_it_opens_a_case_with_its_children_and_parties(service: Officer, now: datetime) -> None:
    line = take(invented(), service, now)[0].line()
    assert line["outcome"] == "opened"
    assert (line["children"], line["parties"], line["hearings"]) == (1, 2, 1)
    assert (line["pathway"], line["nation"]) == ("cap", "wales")


def test_it_opens_the_checks_and_the_letters_task_with_its_due_day(service: Officer, now: datetime) -> None:
    take(invented(), service, now)
    case = Case.objects.get()
    assert case.checks.count() == 4
    letter = case.tasks.get(kind="safeguarding.letter")
    assert letter.due_on is not None
    assert str(letter.due_on) == "2026-03-31"
    assert letter.provision == "SG-LETTER-WITHIN-W"


def test_the_same_answer_twice_changes_nothing(service: Officer, now: datetime) -> None:
    take(invented(), service, now)
    before = list(Case.objects.get().entries.values_list("pk", "kind"))
    again = take(invented(), service, now + timedelta(days=1))
    assert [taken.outcome for taken in again] == ["unchanged"]
    assert list(Case.objects.get().entries.values_list("pk", "kind")) == before
    assert Received.objects.count() == 2


def test_a_changed_case_updates_and_the_timeline_says_what_changed(service: Officer, now: datetime) -> None:
    take(invented(), service, now)
    later = invented(last_modified="2026-03-06T08:00:00")
    hearing = later["case_data"]["hearingData"]["caseHearings"][0]["hearingDaySchedule"][0]
    hearing["hearingStartDateTime"] = "2026-03-25T10:00:00"
    assert take(later, service, now)[0].outcome == "updated"
    case = Case.objects.get()
    assert str(case.tasks.get(kind="safeguarding.letter").due_on) == "2026-03-19"
    kinds = list(case.entries.order_by("pk").values_list("kind", flat=True))
    assert kinds[-2:] == ["court_sent_changes", "due_days_moved"]


def test_the_timeline_calls_a_hearing_by_its_own_words_in_either_language(
    service: Officer, now: datetime
) -> None:
    named = invented()
    hearing = named["case_data"]["hearingData"]["caseHearings"][0]
    hearing["hearingTypeValue"] = "First Hearing"
    take(named, service, now)
    later = copy.deepcopy(named) | {"last_modified": "2026-03-06T08:00:00"}
    day = later["case_data"]["hearingData"]["caseHearings"][0]["hearingDaySchedule"][0]
    day["hearingStartDateTime"] = "2026-03-25T10:00:00"
    take(later, service, now)
    entry = Case.objects.get().entries.get(kind="court_sent_changes")
    assert any(one.startswith("First Hearing: begins") for one in read(entry.kind, entry.facts, "en"))
    assert any(one.startswith("Gwrandawiad Cyntaf: dechrau") for one in read(entry.kind, entry.facts, "cy"))


def test_an_older_state_stays_in_the_ledger_alone(service: Officer, now: datetime) -> None:
    take(invented(), service, now)
    older = invented(last_modified="2026-03-01T08:00:00", case_data={"courtName": "Elsewhere"})
    taken = take(older, service, now)[0]
    assert (taken.outcome, taken.notes[0]) == ("unchanged", "older_than_known")
    assert Case.objects.get().court_name.startswith("Chester")


def test_the_same_stamp_with_other_content_is_warned_of(service: Officer, now: datetime) -> None:
    take(invented(), service, now)
    taken = take(invented(case_data={"courtName": "Elsewhere"}), service, now)[0]
    assert taken.notes[0] == "same_stamp_other_content"
    assert FeedNote.objects.filter(code="same_stamp_other_content", case=taken.case).exists()


def test_what_an_answer_leaves_out_is_not_deleted(service: Officer, now: datetime) -> None:
    take(invented(), service, now)
    later = invented(last_modified="2026-03-06T08:00:00")
    del later["case_data"]["hearingData"], later["case_data"]["respondents"], later["case_data"]["courtName"]
    take(later, service, now)
    case = Case.objects.get()
    assert case.court_name.startswith("Chester")
    assert case.hearings.get().in_latest_answer
    assert not case.parties.get(role="respondent").in_latest_answer


def test_a_case_without_a_number_is_held_with_the_reason(service: Officer, now: datetime) -> None:
    bare = invented()
    del bare["id"]
    taken = take(bare, service, now)[0]
    assert (taken.outcome, taken.line()["reference"], taken.arrival.reason) == ("held", None, "no_number")
    assert take(bare, service, now)[0].arrival == taken.arrival


def test_what_cannot_be_stored_is_held_and_not_lost(
    service: Officer, now: datetime, monkeypatch: Any
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("broken")

    monkeypatch.setattr("lles.work.intake.changes.case.apply", broken)
    taken = take(invented(), service, now)[0]
    assert (taken.outcome, taken.arrival.reason) == ("held", "not_understood")
    assert not Case.objects.exists()
    assert b"Morris" in ledger_store().get(taken.arrival.received.sha256)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (YearOutsideTable(2199, 2012, 2030), "outside_the_years"),
        (DataError("too long"), "not_stored"),
        (KeyError("lost"), "not_understood"),
    ],
)
def test_changes_that_cannot_be_taken_are_held_with_the_reason_and_warned_of_on_the_case(
    service: Officer, now: datetime, monkeypatch: Any, fault: Exception, reason: str
) -> None:
    def broken(*_: object) -> None:
        raise fault

    case = take(invented(), service, now)[0].case
    monkeypatch.setattr("lles.work.intake.changes.case.apply", broken)
    taken = take(invented(last_modified="2026-03-06T08:00:00", state="DECISION_OUTCOME"), service, now)[0]
    assert (taken.outcome, taken.arrival.reason, taken.arrival.case) == ("held", reason, None)
    assert FeedNote.objects.filter(case=case, code="changes_not_taken").exists()


@pytest.mark.parametrize("day", ["0001-01-01", "1999-03-02", "2035-03-02", "9999-12-31"])
def test_a_day_outside_the_years_of_closed_days_still_opens_a_case(
    day: str, service: Officer, now: datetime
) -> None:
    dated = invented(case_data={"issueDate": day, "dateSubmitted": day})
    hearing = dated["case_data"]["hearingData"]["caseHearings"][0]["hearingDaySchedule"][0]
    hearing |= {"hearingStartDateTime": f"{day}T09:00:00", "hearingEndDateTime": f"{day}T10:00:00"}
    assert take(dated, service, now)[0].outcome == "opened"


def test_text_that_is_not_json_stands_in_the_ledger_all_the_same(service: Officer, now: datetime) -> None:
    with pytest.raises(NotJson):
        list(take_answer(content=b"{not json", source="test", by=service, at=now))
    assert Received.objects.count() == 1


NAMELESS = json.dumps({name: value for name, value in invented().items() if name != "id"}).encode()


@pytest.mark.parametrize("content", [b"{not json", NAMELESS])
def test_what_is_held_and_comes_again_waits_once_and_each_coming_stands_in_the_ledger(
    service: Officer, now: datetime, content: bytes
) -> None:
    for _ in range(2):
        with contextlib.suppress(NotJson):
            taken = take_answer(content=content, source="test", by=service, at=now)
            assert [one.outcome for one in taken] == ["held"]
    assert Received.objects.count() == 2
    became = Arrival.objects.order_by("pk").values_list("outcome", "reason")
    assert became[1] == ("unchanged", "held_already")
    assert {line["what"] for line in unseen()} == {"held arrival"}


def test_addresses_go_to_the_store_of_locations_and_nowhere_else(service: Officer, now: datetime) -> None:
    take(invented(), service, now)
    case = Case.objects.get()
    kept = locations.of_case(case)
    assert {one.kind for one in kept} >= {"address", "phone", "lives_with"}
    assert all(one.protected for one in kept)
    assert "Heol" not in json.dumps([row.facts for row in case.entries.all()])


@pytest.mark.parametrize(("flag", "protected"), [("Yes", True), ("", True), ("No", False)])
def test_with_whom_a_child_lives_is_as_protected_as_the_home_of_that_party(
    service: Officer, now: datetime, flag: str, protected: bool
) -> None:
    said = invented()
    said["case_data"]["applicants"][0]["value"]["isAddressConfidential"] = flag
    take(said, service, now)
    kept = [one for one in locations.of_case(Case.objects.get()) if one.owner.startswith("child:")]
    assert {(one.kind, one.protected) for one in kept} == {("address", protected), ("lives_with", protected)}


def test_the_ledger_cannot_be_read_on_the_disk(service: Officer, now: datetime, settings: Any) -> None:
    take(invented(), service, now)
    files = [path for path in (Path(settings.LLES_STORE) / "received").rglob("*") if path.is_file()]
    assert files
    assert not any(b"Morris" in path.read_bytes() for path in files)


def test_reconciliation_names_a_case_nobody_can_see(service: Officer, own: Officer, now: datetime) -> None:
    take(invented(), service, now)
    assert [line["what"] for line in unseen()] == ["case"]


@pytest.mark.parametrize("number", range(4))
def test_every_sample_is_taken(number: int, service: Officer, now: datetime) -> None:
    files = sorted((SAMPLES / "prl-api").glob("*.json")) + sorted((SAMPLES / "fpl-api").glob("*.json"))
    if not files:
        pytest.skip("the samples of the courts' services are not beside the project")
    for file in files[number::4]:
        for taken in take_answer(content=file.read_bytes(), source=file.name, by=service, at=now):
            assert taken.outcome in {"opened", "updated", "unchanged", "held"}
            assert taken.outcome != "held" or taken.arrival.reason == "no_number", taken.line()


def test_the_two_derived_samples_are_one_case(service: Officer, now: datetime) -> None:
    if not SAMPLES.exists():
        pytest.skip("the samples of the courts' services are not beside the project")
    outcomes = [
        taken.outcome
        for name in ("derived-search-1-after-service", "derived-search-2-after-first-hearing")
        for taken in take_answer(
            content=(SAMPLES / "prl-api" / f"{name}.json").read_bytes(), source=name, by=service, at=now
        )
    ]
    assert outcomes == ["opened", "updated"]
    assert Arrival.objects.count() == 2
    assert copy.copy(Case.objects.get()).court_number == "1675335865166401"


def test_a_new_case_is_written_table_by_table(service: Officer, now: datetime) -> None:
    family = invented(case_data={"children": [_child(place) for place in range(9)]}, id=1700000000000002)
    take(invented(), service, now)  # so that both are known before
    with statements() as few:
        assert take(invented(id=1700000000000003), service, now)[0].outcome == "opened"
    with statements() as many:
        assert take(family, service, now)[0].line()["children"] == 9
    assert len(many) == len(few) + 3  # what `line` asks


def _child(place: int) -> dict[str, Any]:
    return {"id": f"c{place}", "value": {"firstName": f"Child {place}", "lastName": "Bevan"}}
