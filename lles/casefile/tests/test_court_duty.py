"""The officer on duty at a hearing: they see and work on its case in the days around it, and no longer."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from lles.casefile.access import Verb, cases, may
from lles.casefile.changes.court_duty import NotAhead, send_to_court
from lles.casefile.changes.door import Barred, NotAllowed, Stale
from lles.casefile.changes.hearings import adjourn_hearing
from lles.casefile.changes.people import AccountClosed, allocate
from lles.casefile.changes.restriction import name_person, seal, shut_out
from lles.casefile.models import Account, Case, CourtDuty, Entry, Hearing, Officer
from lles.casefile.queries.desk import desk_of
from lles.casefile.queries.sight import seen_by
from lles.casefile.queries.today import today_tasks

DAY = timedelta(days=1)


@pytest.fixture
def hearing(case: Case) -> Hearing:
    """A hearing of today."""
    return Hearing.objects.create(case=case, court_key="h", type_code="ABA5-FHR", starts_at=timezone.now())


@pytest.fixture
def duty(case: Case, manager: Officer, teammate: Officer, hearing: Hearing) -> CourtDuty:
    """A colleague of the officer of the case who goes to it."""
    send_to_court(case=case, by=manager, at=timezone.now(), hearing=hearing, to=teammate)
    return CourtDuty.objects.get()


def sits(hearing: Hearing, at: datetime, ends_at: datetime | None = None) -> None:
    """The hearing is on another day, and somebody was sent for that day."""
    Hearing.objects.filter(pk=hearing.pk).update(starts_at=at, ends_at=ends_at)
    CourtDuty.objects.update(on=timezone.localdate(at))


def test_who_is_on_duty_sees_works_and_files_and_decides_nothing(
    duty: CourtDuty, case: Case, teammate: Officer
) -> None:
    seen = seen_by(teammate, case.reference)
    assert seen is not None
    assert seen.may == {Verb.SEE, Verb.WORK, Verb.FILE}
    assert not may(teammate, Verb.ALLOCATE, case)
    duty.delete()
    assert seen_by(teammate, case.reference) is None


@pytest.mark.parametrize(
    ("days", "sees"), [(-7.1, False), (-6.9, True), (0, True), (6.9, True), (7.1, False)]
)
def test_they_see_it_from_seven_days_before_until_seven_days_after(
    duty: CourtDuty, case: Case, teammate: Officer, hearing: Hearing, days: float, sees: bool
) -> None:
    sits(hearing, timezone.now() + days * DAY)
    assert may(teammate, Verb.WORK, case) is sees
    assert cases(teammate).contains(case) is sees


def test_a_hearing_of_several_days_counts_from_its_last(
    duty: CourtDuty, case: Case, teammate: Officer, hearing: Hearing
) -> None:
    sits(hearing, timezone.now() - 12 * DAY, timezone.now() - 5 * DAY)
    assert may(teammate, Verb.SEE, case)


def test_a_hearing_that_moves_is_one_to_which_nobody_was_sent_yet(
    duty: CourtDuty, case: Case, own: Officer, teammate: Officer, manager: Officer, hearing: Hearing
) -> None:
    Hearing.objects.filter(pk=hearing.pk).update(starts_at=timezone.now() + DAY)
    assert not may(teammate, Verb.SEE, case)
    assert ahead(teammate) == []
    send_to_court(case=case, by=manager, at=timezone.now(), hearing=hearing, to=teammate, was=0)
    assert may(teammate, Verb.WORK, case)
    assert ahead(teammate) == [case.reference]


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_hearing_that_the_court_called_off_gives_no_sight_before_or_after_its_day(
    duty: CourtDuty, case: Case, teammate: Officer, hearing: Hearing, days: int
) -> None:
    sits(hearing, timezone.now() + days * DAY)
    Hearing.objects.filter(pk=hearing.pk).update(going_ahead=False)
    assert not may(teammate, Verb.SEE, case)


def test_a_hearing_adjourned_in_the_room_keeps_sight_and_one_adjourned_before_its_day_gives_none(
    duty: CourtDuty, case: Case, own: Officer, teammate: Officer, hearing: Hearing
) -> None:
    adjourn_hearing(case=case, by=teammate, at=timezone.now(), hearing=hearing, words="Not ready.")
    assert may(teammate, Verb.WORK, case)
    sits(hearing, timezone.now() + 2 * DAY)
    Hearing.objects.filter(pk=hearing.pk).update(going_ahead=True)
    adjourn_hearing(case=case, by=own, at=timezone.now(), hearing=hearing, words="Not ready.")
    assert not may(teammate, Verb.SEE, case)
    sits(hearing, timezone.now() - DAY)
    assert not may(teammate, Verb.SEE, case)


def test_a_restricted_case_is_seen_on_duty_only_where_one_is_named(
    duty: CourtDuty, case: Case, teammate: Officer, manager: Officer, now: datetime
) -> None:
    seal(case=case, by=manager, at=now, reason="threats")
    assert not may(teammate, Verb.SEE, case)
    assert ahead(teammate) == []
    name_person(case=case, by=manager, at=now, officer=teammate)
    assert may(teammate, Verb.WORK, case)
    assert ahead(teammate) == [case.reference]


def test_who_is_shut_out_is_not_sent_and_sees_nothing_on_duty(
    duty: CourtDuty, case: Case, teammate: Officer, manager: Officer, hearing: Hearing, now: datetime
) -> None:
    shut_out(case=case, by=manager, at=now, officer=teammate, relation="neighbour")
    assert not may(teammate, Verb.SEE, case)
    assert ahead(teammate) == []
    send_to_court(case=case, by=manager, at=timezone.now(), hearing=hearing, to=None)
    with pytest.raises(Barred):
        send_to_court(case=case, by=manager, at=timezone.now(), hearing=hearing, to=teammate)


def ahead(officer: Officer) -> list[str]:
    """The hearings that Today shows as duties."""
    now = timezone.now()
    desk = desk_of(officer, now.replace(hour=0, minute=0), now - DAY, "en")
    return [one.reference for one in desk.hearings if one.is_duty]


def test_today_shows_where_one_goes_for_others_once(
    duty: CourtDuty, case: Case, own: Officer, teammate: Officer, manager: Officer, now: datetime
) -> None:
    assert ahead(teammate) == [case.reference]
    assert ahead(own) == []
    assert today_tasks(teammate, timezone.localdate(), timezone.now()) == (), "the tasks stay with the case"
    allocate(case=case, by=manager, at=now, to=teammate)
    assert ahead(teammate) == []


def test_a_role_that_goes_to_no_court_sees_nothing_by_a_duty(
    duty: CourtDuty, case: Case, teammate: Officer
) -> None:
    Officer.objects.filter(pk=teammate.pk).update(roles=[])
    teammate.refresh_from_db()
    assert not may(teammate, Verb.SEE, case)
    assert ahead(teammate) == []


def test_only_who_gives_out_work_sends_somebody(
    case: Case, own: Officer, teammate: Officer, hearing: Hearing, officer_with: Callable[..., Officer]
) -> None:
    clerk = officer_with("intake_administrator", username="intake")
    for one in (own, teammate, clerk):
        with pytest.raises(NotAllowed):
            send_to_court(case=case, by=one, at=timezone.now(), hearing=hearing, to=one)
    assert not CourtDuty.objects.exists()


def test_another_takes_the_place_and_both_stand_on_the_timeline(
    duty: CourtDuty, case: Case, manager: Officer, teammate: Officer, hearing: Hearing,
    officer_with: Callable[..., Officer],
) -> None:  # fmt: skip
    other = officer_with("practitioner", username="other")
    send_to_court(case=case, by=manager, at=timezone.now(), hearing=hearing, to=other)
    assert not may(teammate, Verb.SEE, case)
    assert may(other, Verb.WORK, case)
    send_to_court(case=case, by=manager, at=timezone.now(), hearing=hearing, to=None)
    assert not may(other, Verb.SEE, case)
    told = Entry.objects.filter(case=case, kind__startswith="on_duty").order_by("pk")
    kinds = told.values_list("kind", flat=True)
    assert list(kinds) == ["on_duty", "on_duty", "on_duty_no_longer"]
    assert CourtDuty.objects.filter(ended_at=None).count() == 0
    assert CourtDuty.objects.count() == 2


def test_nobody_overtakes_another_manager_and_the_officer_of_the_case_goes_without_a_duty(
    duty: CourtDuty, case: Case, manager: Officer, own: Officer, teammate: Officer, hearing: Hearing
) -> None:
    with pytest.raises(Stale):
        send_to_court(case=case, by=manager, at=timezone.now(), hearing=hearing, to=None, was=0)
    send_to_court(case=case, by=manager, at=timezone.now(), hearing=hearing, to=own, was=duty.pk)
    assert not CourtDuty.objects.filter(ended_at=None).exists(), "the officer of the case goes anyhow"


def test_sending_somebody_overtakes_nobody_who_works_on_the_case(
    case: Case, manager: Officer, teammate: Officer, hearing: Hearing
) -> None:
    before = Case.objects.get(pk=case.pk).version
    send_to_court(case=case, by=manager, at=timezone.now(), hearing=hearing, to=teammate)
    assert Case.objects.get(pk=case.pk).version == before


def test_nobody_is_sent_to_what_is_over_or_called_off_or_with_a_closed_account(
    case: Case, manager: Officer, teammate: Officer, hearing: Hearing
) -> None:
    sits(hearing, timezone.now() - 2 * DAY)
    with pytest.raises(NotAhead):
        send_to_court(case=case, by=manager, at=timezone.now(), hearing=hearing, to=teammate)
    sits(hearing, timezone.now() + DAY)
    Hearing.objects.filter(pk=hearing.pk).update(going_ahead=False)
    with pytest.raises(NotAhead):
        send_to_court(case=case, by=manager, at=timezone.now(), hearing=hearing, to=teammate)
    Hearing.objects.filter(pk=hearing.pk).update(going_ahead=True)
    Account.objects.filter(officer=teammate).update(is_active=False)
    with pytest.raises(AccountClosed):
        send_to_court(case=case, by=manager, at=timezone.now(), hearing=hearing, to=teammate)
