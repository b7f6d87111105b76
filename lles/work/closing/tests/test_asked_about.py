"""Where the last work of a case has ended, a person is asked whether the service's involvement ends."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from lles.casefile.changes.directions import record_order
from lles.casefile.changes.hearings import list_hearing
from lles.casefile.changes.tasks import open_task
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, fill, text_of
from lles.work.closing.queries.ended import at_their_end

LONG_AGO, TODAY = date(2020, 3, 4), timezone.localdate
ON_TODAY, ON_THE_CASE = "The last work has ended and nothing is open.", "The last work of this case has ended"


@pytest.fixture
def ended(case: Case, own: Officer, now: datetime) -> Case:
    """A family assistance order that ended long ago, and every task done."""
    record_order(case=case, by=own, at=now, kind="family_assistance", title="C42", made_on=LONG_AGO)
    case.hearings.update(going_ahead=False)
    case.tasks.update(ended_at=now, outcome="done")
    return case


def test_it_is_asked_on_today_and_on_the_case_in_both_languages(ended: Case, own: Officer) -> None:
    english, cymraeg = client_of(own), client_of(own, "cy")
    today, page = text_of(english, "/"), text_of(english, f"/cases/{ended.reference}/")
    assert ON_TODAY in today
    assert f"/cases/{ended.reference}/closing/" in today
    assert ON_THE_CASE in page
    assert f"/cases/{ended.reference}/closing/" in page
    assert "Mae gwaith olaf yr achos hwn wedi dod i ben" in text_of(cymraeg, f"/cases/{ended.reference}/")


def test_it_is_not_asked_while_anything_is_open_ahead_or_closed(
    ended: Case, own: Officer, now: datetime
) -> None:
    assert at_their_end(own, TODAY()) == (ended.reference,)
    task = open_task(case=ended, by=own, at=now, kind="closing.close")
    assert at_their_end(own, TODAY()) == ()
    assert ON_THE_CASE not in text_of(client_of(own), f"/cases/{ended.reference}/")
    ended.tasks.filter(pk=task.pk).update(ended_at=now)
    assert at_their_end(own, TODAY()) == (ended.reference,)
    ahead = timezone.now() + timedelta(days=9)
    hearing = list_hearing(case=ended, by=own, at=now, type_code="FHDRA", starts_at=ahead, venue="Wrexham")
    ended.tasks.update(ended_at=now)
    assert at_their_end(own, TODAY()) == ()
    ended.hearings.filter(pk=hearing.pk).update(going_ahead=False)
    assert at_their_end(own, TODAY()) == (ended.reference,)
    Case.objects.filter(pk=ended.pk).update(closed_at=now)
    assert at_their_end(own, TODAY()) == ()


def test_who_says_why_it_goes_on_is_not_asked_again_until_further_work_has_ended(
    ended: Case, own: Officer, now: datetime
) -> None:
    client, page = client_of(own), f"/cases/{ended.reference}/closing/"
    assert f"{page}goes-on/" in text_of(client, page)
    assert "Say why, in a few words" in fill(client, f"{page}goes-on/").content.decode()
    assert fill(client, f"{page}goes-on/", reason="The school decides in May.").status_code == 302
    assert at_their_end(own, TODAY()) == ()
    assert ON_THE_CASE not in text_of(client, f"/cases/{ended.reference}/")
    assert "The school decides in May." in text_of(client, f"/cases/{ended.reference}/timeline/")
    task = open_task(case=ended, by=own, at=now, kind="first_hearing.direction", subject="1")
    ended.tasks.filter(pk=task.pk).update(ended_at=timezone.now())
    assert at_their_end(own, TODAY()) == (ended.reference,)


def test_it_is_not_asked_while_an_order_is_at_work(case: Case, own: Officer, now: datetime) -> None:
    record_order(case=case, by=own, at=now, kind="family_assistance", title="C42", made_on=TODAY())
    case.hearings.update(going_ahead=False)
    case.tasks.update(ended_at=now, outcome="done")
    assert at_their_end(own, TODAY()) == ()


def test_it_is_not_asked_while_a_hearing_runs_or_waits_for_its_day_or_a_meeting_is_planned(
    ended: Case, own: Officer, now: datetime, mother: Party
) -> None:
    hearing = list_hearing(
        case=ended, by=own, at=now, type_code="FHDRA", starts_at=timezone.now(), venue="Wrexham"
    )
    ended.tasks.update(ended_at=now)
    assert at_their_end(own, TODAY()) == ()
    ended.hearings.filter(pk=hearing.pk).update(starts_at=None)
    assert at_their_end(own, TODAY()) == ()
    ended.hearings.filter(pk=hearing.pk).update(going_ahead=False)
    assert at_their_end(own, TODAY()) == (ended.reference,)
    ended.meetings.create(
        party=mother, way="office", starts_at=timezone.now(), planned_by=own, planned_at=now
    )
    assert at_their_end(own, TODAY()) == ()


def test_reading_and_serving_an_order_that_says_that_it_goes_on_is_no_work_that_ended(
    ended: Case, own: Officer, now: datetime
) -> None:
    record_order(
        case=ended, by=own, at=now, kind="", title="C43", made_on=TODAY() - timedelta(days=9),
        ends_involvement=False, directions=(),
    )  # fmt: skip
    later = timezone.now() + timedelta(days=1)
    ended.orders.update(created_at=timezone.now() - timedelta(days=9))
    assert at_their_end(own, TODAY()) == ()
    for kind in ("first_hearing.read_order", "casefile.serve"):
        task = open_task(case=ended, by=own, at=now, kind=kind, subject="1")
        ended.tasks.filter(pk=task.pk).update(ended_at=later)
    assert at_their_end(own, TODAY()) == ()
    task = open_task(case=ended, by=own, at=now, kind="first_hearing.direction", subject="1")
    ended.tasks.filter(pk=task.pk).update(ended_at=later)
    assert at_their_end(own, TODAY()) == (ended.reference,)
