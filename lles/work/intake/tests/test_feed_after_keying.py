"""A case that was keyed, once the court's feed speaks of it: brought up to date, never opened twice."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from lles.casefile import locations, timeline
from lles.casefile.models import Case, Hearing, Officer
from lles.work.intake.changes.registration import start_registration
from lles.work.intake.models import Arrival
from lles.work.intake.tests.registering import PAGES, keyed
from lles.work.intake.tests.test_take import invented, take

COURT = {"court": "another", "typed": "Chester Civil and Family Justice Centre", "number": "1700000000000001"}


@pytest.fixture
def intake(officer_with: Callable[..., Officer]) -> Officer:
    """The intake administrator."""
    return officer_with("intake_administrator")


@pytest.fixture
def ours(intake: Officer, now: datetime) -> Case:
    """A case keyed under the number under which the court will send it."""
    return keyed(intake, start_registration(by=intake, at=now), court=COURT)


def lines(case: Case) -> str:
    return "\n".join(line for one in case.entries.all() for line in timeline.read(one.kind, one.facts, "en"))


def test_it_is_brought_up_to_date_and_nobody_stands_twice(
    ours: Case, service: Officer, now: datetime
) -> None:
    (taken,) = take(invented(), service, now)
    assert (taken.outcome, Case.objects.count()) == (Arrival.UPDATED, 1)
    assert (ours.children.count(), ours.parties.count(), ours.hearings.count()) == (1, 2, 1)
    assert set(ours.parties.values_list("court_key", flat=True)) == {"p1", "p2"}
    assert ours.hearings.get().court_key == "20001"


def test_what_was_keyed_and_the_court_does_not_say_stays(ours: Case, service: Officer, now: datetime) -> None:
    take(invented(), service, now)
    mother = ours.parties.get(role="applicant")
    assert (mother.language, mother.born_on) == ("cy", date(1990, 3, 2))
    assert ours.parties.get(role="respondent").lawyer_name == "A. Rees"
    ours.refresh_from_db()
    assert (ours.received_on, ours.received_basis) == (date(2026, 3, 4), "recorded")
    kept = locations.of_case(ours, f"party:{mother.pk}")
    assert {"sian@example.org", "01632 960 001", "7 Heol y Dŵr"} <= {one.lines[0] for one in kept}


def test_where_the_court_says_otherwise_it_is_on_the_timeline(
    ours: Case, service: Officer, now: datetime
) -> None:
    child = {"firstName": "Efa", "lastName": "Bevan-Morris", "dateOfBirth": "2017-05-01"}
    lives_with = {"partyId": "p1", "partyType": "applicant"}
    children = [{"id": "c1", "value": child | {"whoDoesTheChildLiveWith": lives_with}}]
    take(invented(case_data={"children": children, "respondents": []}), service, now)
    assert ours.children.get().name == "Efa Bevan-Morris"
    said = lines(ours)
    assert "Efa Bevan-Morris: last name: Bevan-Morris (was Bevan)" in said
    assert "No longer in the court's answer: person: Gareth Bevan" in said
    assert ours.parties.filter(first_name="Gareth").exists()


def test_a_hearing_that_moved_meanwhile_moves_and_is_not_doubled(
    ours: Case, service: Officer, now: datetime
) -> None:
    moved = {"hearingStartDateTime": "2026-04-16T09:00:00", "hearingEndDateTime": "2026-04-16T10:00:00"}
    hearing = {
        "hearingID": 7,
        "hearingType": "ABA5-FHR",
        "hmcStatus": "LISTED",
        "hearingDaySchedule": [moved],
    }
    data = {"hmctsServiceCode": "ABA5", "caseRef": "1700000000000001", "caseHearings": [hearing]}
    take(invented(case_data={"hearingData": data}), service, now)
    assert Hearing.objects.get(case=ours).starts_at == datetime(2026, 4, 16, 9, tzinfo=UTC)


def test_the_older_number_is_enough_to_know_it_and_the_new_one_is_said(
    intake: Officer, service: Officer, now: datetime
) -> None:
    case = keyed(intake, start_registration(by=intake, at=now))
    (taken,) = take(invented(case_data={"familymanCaseNumber": "WX26 P90021"}), service, now)
    assert (taken.case, taken.outcome) == (case, Arrival.UPDATED)
    case.refresh_from_db()
    assert case.court_number == "1700000000000001"
    assert "The court's number of this case is now known: 1700000000000001" in lines(case)


def test_twins_are_not_taken_for_each_other(intake: Officer, service: Officer, now: datetime) -> None:
    twin: dict[str, Any] = {**PAGES["child-1"], "first_name": "Mali"}
    pages = {
        "child-2": twin,
        "child-2-home": {"elsewhere": "no"},
        "child-2-nation": {"nation": "unknown"},
        "court": COURT,
    }
    case = keyed(intake, start_registration(by=intake, at=now), **pages)
    take(invented(), service, now)
    assert {one.first_name: one.court_key for one in case.children.all()} == {
        "Efa": "c1", "Mali": "keyed-child-2",
    }  # fmt: skip
