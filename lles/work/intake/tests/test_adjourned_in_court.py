"""A hearing of the feed that was adjourned in court: it stays so until the court says anything new of it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from lles.casefile import timeline
from lles.casefile.changes.hearings import ADJOURNED, adjourn_hearing
from lles.casefile.models import Case, Hearing, Officer
from lles.work.intake.tests.test_take import invented, take

AGAIN = datetime(2026, 4, 30, 9, tzinfo=UTC)
LATER = "2026-04-10T08:00:00"


@pytest.fixture
def hearing(service: Officer, now: datetime) -> Hearing:
    """A first hearing that the feed sent and that was adjourned, to be heard three weeks later."""
    take(invented(), service, now)
    case = Case.objects.get()
    sent = case.hearings.get()
    adjourn_hearing(case=case, by=service, at=now, hearing=sent, words="Not ready.", again_at=AGAIN)
    return sent


def said_later(status: str = "LISTED", day: str = "2026-04-09", **more: Any) -> dict[str, Any]:
    later = invented(last_modified=LATER, **more)
    (sent,) = later["case_data"]["hearingData"]["caseHearings"]
    sent["hmcStatus"] = status
    schedule = {"hearingStartDateTime": f"{day}T09:00:00", "hearingEndDateTime": f"{day}T10:00:00"}
    sent["hearingDaySchedule"] = [schedule]
    return later


def going(case: Case) -> list[tuple[str, datetime | None]]:
    return list(case.hearings.filter(going_ahead=True).values_list("court_key", "starts_at"))


def test_what_the_court_has_not_yet_put_right_does_not_list_it_again(
    hearing: Hearing, service: Officer, now: datetime
) -> None:
    (taken,) = take(said_later(case_data={"courtName": "Elsewhere"}), service, now)
    assert taken.outcome == "updated"
    hearing.refresh_from_db()
    assert (hearing.status, hearing.going_ahead) == (ADJOURNED, False)
    assert [starts_at for _, starts_at in going(hearing.case)] == [AGAIN]


def test_the_court_that_adjourns_it_too_has_the_last_word(
    hearing: Hearing, service: Officer, now: datetime
) -> None:
    take(said_later("ADJOURNED"), service, now)
    hearing.refresh_from_db()
    assert (hearing.status, hearing.going_ahead) == ("ADJOURNED", False)


def test_what_the_court_moves_to_the_day_that_was_named_in_court_stands_once(
    hearing: Hearing, service: Officer, now: datetime
) -> None:
    take(said_later(day="2026-04-30"), service, now)
    assert going(hearing.case) == [("20001", AGAIN)]
    entry = hearing.case.entries.filter(kind="court_sent_changes").latest("pk")
    assert any("stands once" in line for line in timeline.read(entry.kind, entry.facts, "en"))
