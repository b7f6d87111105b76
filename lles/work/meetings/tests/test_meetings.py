"""Meetings planned, barred, allowed and held, and the pages on which that is done."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from lles.casefile.changes.door import Barred, NeedsReason, NotAllowed
from lles.casefile.changes.hearings import move_hearing
from lles.casefile.models import Case, Child, Entry, Hearing, Officer, Party
from lles.casefile.tests.pages import client_of, day, fill, said, summary_of, text_of
from lles.work.meetings.changes import plan_meeting, settle_meeting
from lles.work.meetings.models import Meeting
from lles.work.meetings.queries import told_to

BEFORE, AFTER = datetime(2026, 4, 7, 10, tzinfo=UTC), datetime(2026, 4, 10, 10, tzinfo=UTC)


@pytest.fixture
def child(case: Case) -> Child:
    """A child whose first hearing is on 9 April 2026."""
    Hearing.objects.create(
        case=case, court_key="h", type_code="ABA5-FHR", starts_at=datetime(2026, 4, 9, 9, tzinfo=UTC)
    )
    return case.children.get(first_name="Efa")


@pytest.fixture
def plan(case: Case, child: Child, own: Officer, now: datetime) -> Callable[..., Meeting]:
    def planned(starts_at: datetime, **more: object) -> Meeting:
        known = {"case": case, "by": own, "at": now, "child": child, "way": "visit", "language": "cy"}
        return plan_meeting(**{**known, "welsh_offered": True, "starts_at": starts_at, **more})  # type: ignore[arg-type]  # named by a mapping

    return planned


def test_the_child_is_not_seen_before_the_first_hearing_on_the_older_pathway(
    plan: Callable[..., Meeting], case: Case
) -> None:
    with pytest.raises(Barred):
        plan(BEFORE)
    assert not Meeting.objects.exists()
    assert plan(AFTER).language == "cy"
    lines = [entry.kind for entry in case.entries.order_by("pk")]
    assert lines == ["refused", "meeting_planned"]


def test_the_child_is_seen_before_any_hearing_on_pathfinder(plan: Callable[..., Meeting], case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(pathway="pathfinder")
    assert plan(BEFORE).starts_at == BEFORE


def test_outside_office_hours_it_takes_a_reason(plan: Callable[..., Meeting]) -> None:
    evening = datetime(2026, 4, 10, 18, tzinfo=UTC)
    with pytest.raises(NeedsReason):
        plan(evening)
    assert plan(evening, reasons={"JUR-HOURS": "She works by day."}).starts_at == evening
    assert "She works by day." in str(Entry.objects.get(kind="meeting_planned").facts)


def test_on_a_day_on_which_its_own_office_is_closed_it_takes_a_reason(
    plan: Callable[..., Meeting], case: Case
) -> None:
    office = case.office
    assert office is not None
    office.closed_on = [AFTER.date().isoformat()]
    office.save()
    with pytest.raises(NeedsReason) as asked:
        plan(AFTER)
    assert "a closure" in asked.value.findings[0].says.en
    assert plan(AFTER + timedelta(days=3))


def test_a_child_in_wales_who_was_not_offered_welsh_takes_a_reason(plan: Callable[..., Meeting]) -> None:
    with pytest.raises(NeedsReason):
        plan(AFTER, welsh_offered=None)


def test_a_meeting_that_was_held_keeps_its_language_and_is_not_changed(
    plan: Callable[..., Meeting], case: Case, own: Officer, now: datetime
) -> None:
    meeting = plan(AFTER)
    settle_meeting(case=case, by=own, at=now, meeting=meeting, outcome="held", language="en")
    meeting.refresh_from_db()
    assert (meeting.outcome, meeting.language) == ("held", "en")
    with pytest.raises(DatabaseError), transaction.atomic():
        Meeting.objects.update(outcome="not_held")


def test_only_who_works_on_the_case_plans(
    plan: Callable[..., Meeting], teammate: Officer, stranger: Officer, manager: Officer
) -> None:
    for other in (teammate, stranger):
        with pytest.raises(NotAllowed):
            plan(AFTER, by=other)
    assert plan(AFTER, by=manager).planned_by == manager


PLAN = {"way": "visit", "starts_at": "11am", "spoken": "cy", "welsh_offered": "yes"}


@pytest.mark.parametrize(("language", "words"), [("en", "9 April 2026"), ("cy", "9 Ebrill 2026")])
def test_the_page_says_why_the_child_waits_and_loses_nothing(
    case: Case, child: Child, own: Officer, language: str, words: str
) -> None:
    client, page = client_of(own, language), f"/cases/{case.reference}/meetings/child/{child.pk}/"
    answer = fill(client, page, **PLAN, **day("starts_on", date(2026, 4, 7)))
    assert words in summary_of(answer)
    assert 'value="11am"' in said(answer)
    assert fill(client, page, **PLAN, **day("starts_on", date(2026, 4, 10))).status_code == 302
    assert Meeting.objects.get().child == child


def test_a_hearing_that_moves_shows_what_can_no_longer_be_held(
    plan: Callable[..., Meeting], case: Case, own: Officer
) -> None:
    plan(AFTER)
    page = f"/cases/{case.reference}/meetings/"
    assert "Cannot be held on this day" not in text_of(client_of(own), page)
    Hearing.objects.update(starts_at=datetime(2026, 4, 20, 9, tzinfo=UTC))
    assert "Cannot be held on this day" in text_of(client_of(own), page)


def test_a_child_who_made_contact_before_the_hearing_is_recorded_with_the_reason_and_the_court_is_told(
    plan: Callable[..., Meeting], case: Case, own: Officer, now: datetime
) -> None:
    rang = {"starts_at": now, "way": "telephone"}
    with pytest.raises(NeedsReason):
        plan(**rang)
    meeting = plan(**rang, reasons={"SG-NOCHILD": "She rang from school."})
    assert "She rang from school." in str(Entry.objects.get(kind="meeting_planned").facts)
    settle_meeting(case=case, by=own, at=now, meeting=meeting, outcome="held", language="cy")
    (told,) = told_to(case, "court")
    assert "Efa" in told.says.en
    assert "4 Mawrth 2026" in told.says.cy
    assert told_to(case, "applicant") == ()
    assert "Before the first hearing" in text_of(client_of(own), f"/cases/{case.reference}/meetings/")


def test_a_session_that_a_hearing_overtakes_is_a_task_until_it_is_settled(
    plan: Callable[..., Meeting], case: Case, own: Officer, now: datetime
) -> None:
    meeting = plan(AFTER)
    Hearing.objects.update(court_key="keyed-1")
    hearing = case.hearings.get()

    def move(on: datetime) -> list[date | None]:
        move_hearing(case=case, by=own, at=now, hearing=hearing, type_code="ABA5-FHR", starts_at=on, venue="")
        hearing.refresh_from_db()
        waiting = case.tasks.filter(kind="meetings.overtaken", ended_at=None)
        return list(waiting.values_list("due_on", flat=True))

    assert move(datetime(2026, 4, 20, 9, tzinfo=UTC)) == [date(2026, 4, 10)]
    assert move(datetime(2026, 4, 8, 9, tzinfo=UTC)) == []
    assert move(datetime(2026, 4, 20, 9, tzinfo=UTC)) == [date(2026, 4, 10)]
    held = {"case": case, "by": own, "at": AFTER + timedelta(hours=2), "meeting": meeting, "language": "cy"}
    with pytest.raises(NeedsReason):
        settle_meeting(**held, outcome="held")  # type: ignore[arg-type]  # named by a mapping
    settle_meeting(**held, outcome="held", reasons={"SG-NOCHILD": "Nobody was told in time."})  # type: ignore[arg-type]  # named by a mapping
    assert not case.tasks.filter(kind="meetings.overtaken", ended_at=None).exists()


def test_an_adult_is_met_apart_and_what_became_of_it_is_recorded(
    case: Case, own: Officer, mother: Party
) -> None:
    client, page = client_of(own), f"/cases/{case.reference}/meetings/adult/{mother.pk}/"
    assert "offer Welsh to the child" not in text_of(client, page)
    fill(client, page, **PLAN, **day("starts_on", date(2026, 3, 10)))
    meeting = Meeting.objects.get()
    settled = f"/cases/{case.reference}/meetings/{meeting.pk}/"
    typed = {"outcome": "held", "spoken": "another", "interpreter": "Polski"}
    assert fill(client, settled, **typed).status_code == 302
    text = text_of(client, f"/cases/{case.reference}/meetings/")
    assert "it took place" in text
    assert "interpreter: Polski" in text
    assert client.get(settled).status_code == 404
