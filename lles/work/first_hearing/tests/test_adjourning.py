"""A hearing that is adjourned, whoever listed it: every day that hangs on it is derived again and said."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from lles.casefile import timeline
from lles.casefile.changes.directions import Directed
from lles.casefile.changes.door import NotAllowed, Stale
from lles.casefile.changes.hearings import adjourn_hearing, list_hearing, move_hearing, vacate_hearing
from lles.casefile.changes.tasks import open_task
from lles.casefile.forms.hearings import HEARINGS
from lles.casefile.models import Case, Hearing, Officer
from lles.casefile.tests.pages import client_of, day, fill, summary_of, text_of
from lles.work.first_hearing.changes.hearings import Happened, Next, Ordered, record_hearing
from lles.work.first_hearing.models import HearingRecord
from lles.work.first_hearing.views.court_day import address

ON, LATER = datetime(2026, 3, 18, 10, tzinfo=UTC), datetime(2026, 4, 9, 9, tzinfo=UTC)
BEFORE_ON = date(2026, 3, 12)


@pytest.fixture
def letter(case: Case, own: Officer, now: datetime) -> None:
    """A letter to the court is due in the case."""
    open_task(case=case, by=own, at=now, kind="safeguarding.letter")


@pytest.fixture
def sent(case: Case) -> Hearing:
    """A first hearing of which the court's feed told."""
    return Hearing.objects.create(case=case, court_key="h", type_code="ABA5-FHR", starts_at=ON)


@pytest.fixture
def page(case: Case, sent: Hearing) -> str:
    return f"/cases/{case.reference}/hearings/{sent.pk}/adjourn/"


def due_on(case: Case) -> date | None:
    return case.tasks.get(kind="safeguarding.letter").due_on


def last_lines(case: Case, kind: str) -> str:
    entry = case.entries.filter(kind=kind).latest("pk")
    return "\n".join(timeline.read(entry.kind, entry.facts, "en"))


@pytest.mark.usefixtures("letter")
@pytest.mark.parametrize("type_code", HEARINGS)
def test_listing_moving_vacating_and_adjourning_each_derive_what_hangs_on_it_and_say_so(
    case: Case, own: Officer, now: datetime, type_code: str
) -> None:
    one = list_hearing(case=case, by=own, at=now, type_code=type_code, starts_at=ON, venue="")
    assert due_on(case) == BEFORE_ON
    move = {"hearing": one, "type_code": type_code, "venue": ""}
    move_hearing(case=case, by=own, at=now, starts_at=LATER, **move)  # type: ignore[arg-type]  # named by a mapping
    moved = due_on(case)
    assert moved is not None
    assert moved > BEFORE_ON
    assert "12 March" in last_lines(case, "due_days_moved")
    move_hearing(case=case, by=own, at=now, starts_at=ON, **move)  # type: ignore[arg-type]  # the same
    assert due_on(case) == BEFORE_ON
    again = adjourn_hearing(case=case, by=own, at=now, hearing=one, words="Not ready.", again_at=LATER)
    assert due_on(case) == moved
    assert case.entries.filter(kind="due_days_moved").count() == 4
    assert "Not ready." in last_lines(case, "hearing_adjourned_to")
    assert again is not None
    assert (again.type_code, again.starts_at) == (type_code, LATER)
    adjourn_hearing(case=case, by=own, at=now, hearing=again, words="Ill.", again_at=ON)
    assert due_on(case) == BEFORE_ON
    vacate_hearing(case=case, by=own, at=now, hearing=case.hearings.get(going_ahead=True), words="Settled.")
    assert due_on(case) != BEFORE_ON
    assert case.entries.filter(kind="due_days_moved").count() == 6


@pytest.mark.usefixtures("letter")
def test_a_hearing_of_the_feed_is_adjourned_to_a_day_the_court_has_yet_to_name(
    case: Case, own: Officer, now: datetime, sent: Hearing
) -> None:
    assert adjourn_hearing(case=case, by=own, at=now, hearing=sent, words="Checks are missing.") is None
    sent.refresh_from_db()
    assert not sent.going_ahead
    assert "yet to name" in last_lines(case, "hearing_adjourned")
    with pytest.raises(Stale):
        adjourn_hearing(case=case, by=own, at=now, hearing=sent, words="Once more.")


def test_only_who_works_on_the_case_adjourns(
    case: Case, sent: Hearing, teammate: Officer, stranger: Officer, now: datetime
) -> None:
    for other in (teammate, stranger):
        with pytest.raises(NotAllowed):
            adjourn_hearing(case=case, by=other, at=now, hearing=sent, words="No.")


def test_it_is_done_on_its_page(case: Case, own: Officer, sent: Hearing, page: str) -> None:
    client = client_of(own)
    assert "Record that it is adjourned" in text_of(client, f"/cases/{case.reference}/orders/")
    answer = fill(client, page, words="Not ready.", **day("on", date(2026, 4, 9)), at="10am")
    assert answer.status_code == 302, summary_of(answer)
    again = case.hearings.get(going_ahead=True)
    assert (again.type_code, again.starts_at) == ("ABA5-FHR", LATER)
    assert client.get(page).status_code == 404
    assert client.get(page.replace(str(sent.pk), "0")).status_code == 404


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"words": ""}, "Say why, in a few words"),
        (day("on", date(2026, 4, 9)), "Enter the time of the next hearing"),
        ({"at": "10am"}, "Enter the day of the next hearing"),
        ({**day("on", date(2026, 3, 18)), "at": "10am"}, "must come after the day"),
        ({**day("on", date(2126, 3, 18)), "at": "10am"}, "Check the year"),
    ],
)
@pytest.mark.usefixtures("sent")
def test_it_says_what_is_missing(
    case: Case, own: Officer, page: str, typed: dict[str, str], says: str
) -> None:
    answer = fill(client_of(own), page, **{"words": "Not ready.", **typed})
    assert says in summary_of(answer)
    assert case.hearings.filter(going_ahead=True).count() == 1


HEARD_AT = ON.replace(hour=12)
MET = Happened(ends_involvement=False, language="en", advice="The checks are missing.")


def recorded(case: Case, by: Officer, hearing: Hearing) -> HearingRecord:
    following = Next("ABA5-FHR", LATER.replace(hour=13))
    return record_hearing(
        case=case, by=by, at=HEARD_AT, hearing=hearing, happened=MET, following=following,
        ordered=Ordered("", (Directed("section_7_report", due_on=date(2026, 7, 13)),)),
    )  # fmt: skip


@pytest.mark.parametrize("recorded_first", [True, False])
def test_what_was_adjourned_in_the_room_is_recorded_before_it_or_after(
    case: Case, own: Officer, sent: Hearing, recorded_first: bool
) -> None:
    if recorded_first:
        record = recorded(case, own, sent)
    adjourn_hearing(case=case, by=own, at=HEARD_AT, hearing=sent, words="Not ready.", again_at=LATER)
    if not recorded_first:
        record = recorded(case, own, sent)
    sent.refresh_from_db()
    again = case.hearings.exclude(pk=sent.pk).get()
    assert (sent.going_ahead, record.next_hearing, case.directions.count()) == (False, again, 1)
    assert again.starts_at == (LATER if recorded_first else LATER.replace(hour=13))


def test_its_pages_lead_to_either(case: Case, own: Officer, sent: Hearing, page: str) -> None:
    Hearing.objects.filter(pk=sent.pk).update(starts_at=timezone.now() - timedelta(days=1))
    client, orders = client_of(own), f"/cases/{case.reference}/orders/"
    write = page.replace("adjourn/", "record/write/")
    assert fill(client, page, words="Not ready.").status_code == 302
    shown = text_of(client, orders)
    assert "Adjourned" in shown
    assert write in shown
    assert page not in shown
    assert write in text_of(client, f"/court/{address(timezone.localdate() - timedelta(days=1), '')}")
    there = {f"there-{pk}": "spoken" for pk in case.parties.values_list("pk", flat=True)}
    answer = fill(client, write, **there, advice="The checks are missing.", ends_involvement="no")
    assert answer.status_code == 302, summary_of(answer)
    assert sent.records.exists()


def test_what_is_recorded_can_still_be_adjourned_on_its_page(
    case: Case, own: Officer, sent: Hearing, page: str
) -> None:
    Hearing.objects.filter(pk=sent.pk).update(starts_at=timezone.now() - timedelta(days=1))
    record_hearing(case=case, by=own, at=timezone.now(), hearing=sent, happened=MET)
    client = client_of(own)
    assert page in text_of(client, f"/cases/{case.reference}/orders/")
    assert fill(client, page, words="Not ready.").status_code == 302
    sent.refresh_from_db()
    assert not sent.going_ahead


def test_what_the_court_called_off_is_not_recorded(case: Case, own: Officer, sent: Hearing) -> None:
    Hearing.objects.filter(pk=sent.pk).update(
        starts_at=timezone.now() - timedelta(days=1), status="VACATED", going_ahead=False
    )
    write = f"/cases/{case.reference}/hearings/{sent.pk}/record/write/"
    assert client_of(own).get(write).status_code == 404
