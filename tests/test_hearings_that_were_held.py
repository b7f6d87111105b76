"""A hearing of which it is recorded what happened was held: nobody moves it or takes it off the list, and
where the court's feed says otherwise the record stays and a person looks."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from lles.casefile import timeline
from lles.casefile.changes.door import Stale
from lles.casefile.changes.hearings import (
    HeldAlready,
    adjourn_hearing,
    list_hearing,
    move_hearing,
    vacate_hearing,
)
from lles.casefile.models import Case, Hearing, Officer
from lles.casefile.tests.pages import client_of, day, fill, said, text_of
from lles.conftest import case, mother, now, office, officer_with, own, service
from lles.work.closing.models import Closing
from lles.work.first_hearing.changes.hearings import Happened, Ordered, record_hearing
from lles.work.first_hearing.changes.looking import record_looked
from lles.work.first_hearing.queries.hearings import LOOK
from lles.work.intake.queries import what_came_to_do
from lles.work.intake.tests.test_adjourned_in_court import said_later
from lles.work.intake.tests.test_take import invented, take

__all__ = ["case", "mother", "now", "office", "officer_with", "own", "service"]
HELD, AGAIN = datetime(2026, 4, 9, 9, tzinfo=UTC), datetime(2026, 4, 30, 9, tzinfo=UTC)
WENT_ON = Happened(ends_involvement=False, language="en")
THERE = HELD + timedelta(hours=2)


@pytest.fixture
def keyed(case: Case, own: Officer, now: datetime) -> Hearing:
    """A hearing that an officer listed, held the day before and recorded."""
    starts_at = now - timedelta(days=1)
    one = list_hearing(case=case, by=own, at=now, type_code="ABA5-FHR", starts_at=starts_at, venue="")
    record_hearing(case=case, by=own, at=now, hearing=one, happened=WENT_ON)
    return one


@pytest.fixture
def sent(service: Officer, now: datetime) -> Hearing:
    """A first hearing of the court's feed, held on its day."""
    take(invented(), service, now)
    return Case.objects.get().hearings.get()


def record(hearing: Hearing, by: Officer, **more: Any) -> None:
    record_hearing(case=hearing.case, by=by, at=THERE, hearing=hearing, happened=WENT_ON, **more)


def looks(case: Case) -> list[str]:
    return list(case.tasks.filter(kind=LOOK, ended_at=None).values_list("subject", flat=True))


def said_of(case: Case) -> str:
    entry = case.entries.filter(kind="court_sent_changes").latest("pk")
    return "\n".join(timeline.read(entry.kind, entry.facts, "en"))


def test_what_is_recorded_is_neither_moved_nor_taken_off_the_list(
    case: Case, own: Officer, now: datetime, keyed: Hearing
) -> None:
    with pytest.raises(HeldAlready):
        vacate_hearing(case=case, by=own, at=now, hearing=keyed, words="Settled.")
    with pytest.raises(HeldAlready):
        move_hearing(
            case=case, by=own, at=now, hearing=keyed, type_code="ABA5-FHR", starts_at=AGAIN, venue=""
        )
    was = keyed.starts_at
    keyed.refresh_from_db()
    assert (keyed.starts_at, keyed.going_ahead) == (was, True)


@pytest.mark.parametrize(
    ("language", "why"), [("en", "it was held, and is neither moved nor"), ("cy", "cynhaliwyd, ac nid yw")]
)
@pytest.mark.parametrize("act", ["move", "vacate"])
def test_its_page_says_why_in_both_languages(
    case: Case, own: Officer, keyed: Hearing, act: str, language: str, why: str
) -> None:
    client, hearings = client_of(own, language), f"/cases/{case.reference}/hearings/"
    page = f"{hearings}{keyed.pk}/{act}/"
    assert page not in text_of(client, hearings)
    assert why in said(client.get(page, follow=True))
    typed = {"words": "No.", "type_code": "ABA5-FHR", "at": "10am", **day("on", date(2026, 4, 30))}
    assert why in said(client.post(page, typed, follow=True))
    keyed.refresh_from_db()
    assert keyed.going_ahead


def test_what_the_court_moves_stays_where_it_was_held_and_the_other_day_stands_beside_it(
    sent: Hearing, service: Officer
) -> None:
    record(sent, service, ordered=Ordered())
    take(said_later(day="2026-04-30"), service, THERE)
    sent.refresh_from_db()
    assert (sent.starts_at, sent.going_ahead, sent.records.count()) == (HELD, True, 1)
    other = sent.case.hearings.exclude(pk=sent.pk).get()
    assert (other.court_key, other.starts_at, other.going_ahead) == ("20001", AGAIN, True)
    assert looks(sent.case) == [str(sent.pk)]
    assert "hearing of its own" in said_of(sent.case)
    record(other, service)


def test_what_was_ordered_there_stays_with_it(sent: Hearing, service: Officer) -> None:
    record_hearing(
        case=sent.case, by=service, at=THERE, hearing=sent, happened=Happened(True, "en"),
        ordered=Ordered(),
    )  # fmt: skip
    take(said_later(day="2026-04-30"), service, THERE)
    sent.refresh_from_db()
    assert sent.case.orders.get().hearing_keys == [sent.court_key]


@pytest.mark.parametrize("status", ["VACATED", "CANCELLED"])
def test_what_the_court_calls_off_was_held_and_its_word_stands_on_the_file(
    sent: Hearing, service: Officer, status: str
) -> None:
    record(sent, service)
    take(said_later(status), service, THERE)
    sent.refresh_from_db()
    assert (sent.status, sent.going_ahead, sent.case.hearings.count()) == (status, True, 1)
    assert looks(sent.case) == [str(sent.pk)]
    assert "is recorded, and stays" in said_of(sent.case)


def test_once_looked_at_the_same_word_asks_nobody_again(sent: Hearing, service: Officer) -> None:
    record(sent, service)
    take(said_later("VACATED"), service, THERE)
    record_looked(case=sent.case, by=service, at=THERE, hearing=sent, words="It was held.")
    later = said_later("VACATED", case_data={"courtName": "Elsewhere"}) | {
        "last_modified": "2026-04-11T08:00:00"
    }
    (taken,) = take(later, service, THERE)
    sent.refresh_from_db()
    assert (taken.outcome, sent.going_ahead, looks(sent.case)) == ("updated", True, [])
    with pytest.raises(Stale):
        record_looked(case=sent.case, by=service, at=THERE, hearing=sent, words="Once more.")


def test_a_court_that_says_adjourned_of_what_is_recorded_says_nothing_against_it(
    sent: Hearing, service: Officer
) -> None:
    record(sent, service)
    take(said_later("ADJOURNED"), service, THERE)
    sent.refresh_from_db()
    assert (sent.going_ahead, sent.records.count(), looks(sent.case)) == (False, 1, [])


def test_what_was_adjourned_in_the_room_stays_on_its_day_and_the_new_day_stands_once(
    sent: Hearing, service: Officer
) -> None:
    adjourn_hearing(case=sent.case, by=service, at=THERE, hearing=sent, words="Not ready.", again_at=AGAIN)
    take(said_later(day="2026-04-30"), service, THERE)
    sent.refresh_from_db()
    assert (sent.starts_at, sent.going_ahead) == (HELD, False)
    going = sent.case.hearings.filter(going_ahead=True).values_list("court_key", "starts_at")
    assert list(going) == [("20001", AGAIN)]
    assert looks(sent.case) == []


def test_the_first_word_of_the_court_takes_no_recorded_hearing_for_another_day(
    case: Case, own: Officer, service: Officer, now: datetime, keyed: Hearing
) -> None:
    was = keyed.court_key
    Case.objects.filter(pk=case.pk).update(court_number="1700000000000001")
    answer = invented()
    answer["id"] = 1700000000000001
    (taken,) = take(answer, service, now)
    assert taken.case == case
    keyed.refresh_from_db()
    assert keyed.court_key == was
    assert case.hearings.get(court_key="20001").starts_at == HELD
    assert looks(case) == []


def test_somebody_looks_on_its_page_also_in_a_closed_case(
    sent: Hearing, own: Officer, service: Officer, now: datetime
) -> None:
    Case.objects.filter(pk=sent.case_id).update(officer=own, office=own.office)
    record(sent, service)
    Case.objects.filter(pk=sent.case_id).update(closed_at=now)
    take(said_later("VACATED"), service, THERE)
    (row,) = what_came_to_do(own, THERE.date())
    assert row.page == "first_hearing:look"
    client, page = client_of(own), f"/cases/{sent.case.reference}/hearings/{sent.pk}/look/"
    assert "The record stays" in text_of(client, page)
    assert "Mae'r llys yn dweud yn wahanol" in text_of(client_of(own, "cy"), page)
    assert fill(client, page, words="It was held.").status_code == 302
    assert client.get(page).status_code == 404
    assert "It was held." in str(sent.case.entries.get(kind="hearing_looked_at").facts)


def test_what_the_feed_lists_anew_opens_a_closed_case_again(
    sent: Hearing, service: Officer, now: datetime
) -> None:
    case = sent.case
    take(said_later("VACATED"), service, now)
    Case.objects.filter(pk=case.pk).update(closed_at=now)
    Closing.objects.create(case=case, outcome="order_made", ended_on=now.date(), by=service, at=now)
    take(said_later(day="2026-04-30") | {"last_modified": "2026-04-11T08:00:00"}, service, now)
    case.refresh_from_db()
    assert case.closed_at is None
