"""The list of a court and a day: only what the reader may see, from the feed and by hand, by the hour."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from lles.casefile.changes.hearings import list_hearing, vacate_hearing
from lles.casefile.changes.restriction import seal, shut_out
from lles.casefile.models import Case, Hearing, Officer
from lles.casefile.tests.pages import client_of, day, said, statements, summary_of, text_of
from lles.work.first_hearing.changes.hearings import Happened, record_hearing
from lles.work.first_hearing.queries.court_day import courts_of, hearings_of_day, next_day

ON = date(2026, 4, 9)
AT_TEN, AT_TWO = datetime(2026, 4, 9, 9, tzinfo=UTC), datetime(2026, 4, 9, 13, tzinfo=UTC)
CHESTER = "226511"


@pytest.fixture
def sent(case: Case) -> Hearing:
    """A first hearing of which the court's feed told, in the afternoon."""
    return Hearing.objects.create(case=case, court_key="h", type_code="ABA5-FHR", starts_at=AT_TWO)


@pytest.fixture
def keyed(case: Case, own: Officer, now: datetime) -> Hearing:
    """Gatekeeping of the same day that an officer added by hand."""
    return list_hearing(case=case, by=own, at=now, type_code="ABA5-2GA", starts_at=AT_TEN, venue="")


def address(on: date = ON, court: str = "") -> str:
    asked = {**day("on", on), "court": court}
    return "/court/?" + "&".join(f"{name}={value}" for name, value in asked.items())


def test_it_lists_a_day_by_the_hour_from_the_feed_and_by_hand(
    sent: Hearing, keyed: Hearing, own: Officer
) -> None:
    rows = hearings_of_day(own, ON)
    assert [(one.hearing, one.is_keyed) for one in rows] == [(keyed, True), (sent, False)]
    text = text_of(client_of(own), address())
    assert "2 hearings" in text
    assert text.index("10am") < text.index("2pm")
    assert "Efa Bevan" in text
    assert "added by hand" in text
    assert "2 wrandawiad" in text_of(client_of(own, "cy"), address())


@pytest.mark.usefixtures("sent")
def test_another_day_and_another_court_have_their_own_lists(own: Officer) -> None:
    assert hearings_of_day(own, date(2026, 4, 8)) == hearings_of_day(own, date(2026, 4, 10)) == ()
    assert len(hearings_of_day(own, ON, CHESTER)) == 1
    assert hearings_of_day(own, ON, "637145") == ()
    assert courts_of(own, ON, "en") == [(CHESTER, "Chester Civil and Family Justice Centre")]
    assert "No hearing of a case that you may see" in text_of(client_of(own), address(date(2026, 4, 8)))


@pytest.mark.usefixtures("sent")
@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "The next hearings: Thursday 9 April 2026"),
        ("cy", "Y gwrandawiadau nesaf: dydd Iau 9 Ebrill 2026"),
    ],
)
def test_an_empty_day_leads_to_the_next_one_with_hearings(
    own: Officer, stranger: Officer, language: str, says: str
) -> None:
    before = date(2026, 3, 2)
    assert says in text_of(client_of(own, language), address(before))
    assert address(ON).rpartition("&court=")[0].partition("?")[2] in said(client_of(own).get(address(before)))
    assert (next_day(own, before), next_day(own, before, CHESTER)) == (ON, ON)
    assert next_day(own, before, "637145") is next_day(own, ON) is next_day(stranger, before) is None


def test_a_hearing_of_several_days_stands_on_each_that_it_sits(case: Case, own: Officer) -> None:
    days = [["2026-04-09T09:00:00+00:00", None], ["2026-04-13T13:30:00+00:00", None]]
    ends = datetime(2026, 4, 13, 16, tzinfo=UTC)
    Hearing.objects.create(case=case, court_key="h", starts_at=AT_TEN, ends_at=ends, days=days)
    assert [one.at for one in hearings_of_day(own, date(2026, 4, 13))] == [
        datetime(2026, 4, 13, 13, 30, tzinfo=UTC)
    ]
    assert hearings_of_day(own, date(2026, 4, 10)) == ()


def test_the_day_is_a_day_in_london(case: Case, own: Officer) -> None:
    Hearing.objects.create(case=case, court_key="h", starts_at=datetime(2026, 6, 30, 23, 30, tzinfo=UTC))
    assert len(hearings_of_day(own, date(2026, 7, 1))) == 1
    assert hearings_of_day(own, date(2026, 6, 30)) == ()


@pytest.mark.usefixtures("sent")
def test_it_shows_nothing_of_a_case_that_the_reader_may_not_see(
    case: Case, teammate: Officer, manager: Officer, stranger: Officer
) -> None:
    assert len(hearings_of_day(manager, ON)) == 1
    for other in (teammate, stranger):
        assert hearings_of_day(other, ON) == ()
        assert courts_of(other, ON, "en") == []
        assert case.reference not in text_of(client_of(other), address())


@pytest.mark.usefixtures("sent")
def test_a_restricted_case_and_a_shut_out_reader_are_as_the_house_has_them(
    case: Case, own: Officer, manager: Officer, officer_with: Callable[..., Officer], now: datetime
) -> None:
    intake = officer_with("intake_administrator", username="intake")
    assert len(hearings_of_day(intake, ON)) == 1
    seal(case=case, by=manager, at=now, reason="threats")
    assert hearings_of_day(intake, ON) == ()
    assert "Restricted" in text_of(client_of(own), address())
    shut_out(case=case, by=manager, at=now, officer=own, relation="relative")
    assert hearings_of_day(own, ON) == ()


def test_what_does_not_take_place_stands_apart(
    sent: Hearing, keyed: Hearing, case: Case, own: Officer, now: datetime
) -> None:
    vacate_hearing(case=case, by=own, at=now, hearing=keyed, words="Settled.")
    going, off = text_of(client_of(own), address()).split("Listed for this day and not taking place")
    assert "Gatekeeping" in off
    assert "Gatekeeping" not in going
    assert "1 hearing" in going
    assert sent.going_ahead


@pytest.mark.usefixtures("sent")
def test_a_hearing_of_today_leads_to_its_record(case: Case, own: Officer, manager: Officer) -> None:
    assert "Record what happened" not in text_of(client_of(own), address(date(2090, 1, 2)))
    Hearing.objects.update(starts_at=timezone.now())
    client = client_of(own)
    assert "Record what happened" in text_of(client, "/court/")
    record_hearing(
        case=case, by=own, at=timezone.now(), hearing=Hearing.objects.get(), happened=Happened(False, "en")
    )
    text = text_of(client, "/court/")
    assert "Record what happened" not in text
    assert "Read the record" in text


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("?court=nowhere", "Choose a court from the list"),
        ("?on-day=31&on-month=2&on-year=2026", "Date must be a real date"),
        ("?on-day=3", "Date must include a month and a year"),
        ("?on-day=1&on-month=1&on-year=0026", "Check the year"),
        ("?on-day=\x00&on-month=x&on-year=9999", "Date must"),
    ],
)
def test_it_says_what_is_wrong_with_what_is_asked(own: Officer, asked: str, says: str) -> None:
    answer = client_of(own).get(f"/court/{asked}")
    assert answer.status_code == 200
    assert says in summary_of(answer)
    assert "Nothing is shown until" in said(answer)


def test_it_asks_no_more_for_many_hearings_than_for_one(case: Case, own: Officer) -> None:
    Hearing.objects.create(case=case, court_key="h", starts_at=AT_TEN)
    client = client_of(own)
    client.get(address())
    with statements() as of_one:
        client.get(address())
    for n in range(10):
        Hearing.objects.create(case=case, court_key=f"h{n}", starts_at=AT_TWO)
    with statements() as of_many:
        client.get(address())
    assert len(of_many) == len(of_one)
