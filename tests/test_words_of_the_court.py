"""What the court writes may name a place that was told to us alone: no page shows it to whoever looks."""

from datetime import datetime
from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from lles.casefile import locations
from lles.casefile.changes.whereabouts import record_whereabouts
from lles.casefile.models import Case, Officer, Party
from lles.casefile.rules.whereabouts import Told
from lles.casefile.tests.pages import client_of, text_of
from lles.conftest import now, office, officer_with, own, service
from lles.work.first_hearing.changes.hearings import Happened, record_hearing
from lles.work.first_hearing.queries.hearings import LOOK
from lles.work.intake.tests.test_take import invented, take

__all__ = ["now", "office", "officer_with", "own", "service"]
STREET = "31 Rhodfa'r Wennol"
PLACE = (STREET, "Mold", "CH7 9ZZ")
HELD = {"hearingStartDateTime": "2026-03-09T09:00:00", "hearingEndDateTime": "2026-03-09T10:00:00"}
PAGES = (
    "casefile:case", "casefile:timeline", "casefile:tasks", "casefile:people", "intake:hearings",
    "first_hearing:orders", "first_hearing:brief",
)  # fmt: skip


def answer(on: str, **hearing: Any) -> dict[str, Any]:
    """What the court says on a day of the one hearing."""
    said = invented(last_modified=f"{on}T08:00:00")
    (one,) = said["case_data"]["hearingData"]["caseHearings"]
    one |= hearing
    return said


@pytest.fixture
def told(service: Officer, own: Officer, now: datetime) -> Case:
    """A case whose mother told us alone where she lives."""
    take(invented(), service, now)
    Case.objects.update(office=own.office, officer=own)
    case = Case.objects.get()
    owner = f"party:{Party.objects.get(first_name='Siân').pk}"
    record_whereabouts(case=case, by=service, at=now, owner=owner, told=Told(locations.ADDRESS, PLACE, True))
    return case


def shown(case: Case, *readers: Officer) -> list[str]:
    """The pages that name the street, whoever of the readers looks."""
    found = {name: reverse(name, args=(case.reference,)) for name in PAGES} | {"today": "/"}
    return [
        name
        for reader in readers
        for name, path in found.items()
        if STREET in unescape(client_of(reader).get(path, follow=True).content.decode())
    ]


def test_the_type_of_a_hearing_that_no_list_of_ours_knows(
    told: Case, service: Officer, own: Officer, officer_with: Any, now: datetime
) -> None:
    kind = {"hearingType": "ABA5-XYZ", "hearingTypeValue": f"Review at {STREET}"}
    take(answer("2026-03-10", **kind, hearingDaySchedule=[HELD]), service, now)
    happened = Happened(ends_involvement=False, language="en")
    hearing = told.hearings.get()
    record_hearing(case=told, by=own, at=now.replace(day=10), hearing=hearing, happened=happened)
    take(answer("2026-03-12", **kind, hearingDaySchedule=[HELD], hmcStatus="CANCELLED"), service, now)
    assert told.tasks.filter(kind=LOOK, ended_at=None).exists()
    assert "a hearing, Monday 9 March 2026" in text_of(client_of(own), f"/cases/{told.reference}/tasks/")
    assert shown(told, own, officer_with("auditor", username="auditor")) == []


def test_a_venue_an_order_and_a_firm(told: Case, service: Officer, own: Officer, now: datetime) -> None:
    place = ", ".join(PLACE)
    said = answer("2026-03-10", hearingDaySchedule=[HELD | {"hearingVenueName": f"From {place}"}])
    order = {"orderType": f"Contact at {place}", "dateCreated": "2026-03-09T08:00:00"}
    said["case_data"]["orderCollection"] = [{"id": "o1", "value": order}]
    respondent = said["case_data"]["respondents"][0]["value"]
    respondent["solicitorOrg"] = {"OrganisationName": f"Rees, {place}"}
    take(said, service, now)
    assert STREET in str(list(told.entries.values_list("facts", flat=True)))
    assert shown(told, own) == []
