"""Whoever reads an application that came says whether anybody is in immediate danger."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from lles.casefile.changes.door import NeedsReason, NotAllowed
from lles.casefile.changes.received_files import look_at, receive_paper
from lles.casefile.models import Case, Officer, Task
from lles.casefile.queries.today import today_tasks
from lles.casefile.register import Event, Occasion
from lles.casefile.tests.pages import client_of, fill, said, summary_of, text_of
from lles.conftest import case, mother, now, office, officer_with, own, service, teammate
from lles.law.bilingual import Language
from lles.work.intake.models import Registration
from lles.work.intake.tests.registering import intake, keyed, registration
from lles.work.intake.tests.test_take import invented, take
from lles.work.safeguarding.queries.sign_off import risk_of
from lles.work.urgent_referral.changes.opening import Danger, say_whether_in_danger, see_danger
from lles.work.urgent_referral.queries.facts import seen_at_receipt
from lles.work.urgent_referral.tests.conftest import COUNCIL, danger
from lles.work.urgent_referral.work import application_received
from tests.crawl.parts import faults
from tests.test_reopening import close, reopen

__all__ = [
    "case", "danger", "intake", "mother", "now", "office", "officer_with", "own", "registration", "service",
    "teammate",
]  # fmt: skip
ASK, RECORD = "danger.asked", "urgent_referral.record"


@pytest.fixture
def asked(case: Case, service: Officer, now: datetime) -> Case:
    """The usual case as it came: nobody has answered yet."""
    application_received(Occasion(Event.APPLICATION_RECEIVED, case, service, now))
    return case


def answer(case: Case, by: Officer, at: datetime, in_danger: bool, reason: str = "") -> None:
    reasons = {"RA-SAFEGUARD": reason} if reason else None
    say_whether_in_danger(case=case, by=by, at=at, in_danger=in_danger, reasons=reasons)


def waits(case: Case) -> set[str]:
    found = case.tasks.filter(ended_at=None, kind__in=(ASK, RECORD))
    return set(found.values_list("kind", flat=True))


def path_of(case: Case) -> str:
    return reverse("urgent_referral:receipt", args=(case.reference,))


def first_task(client: Client, case: Case) -> str:
    return text_of(client, reverse("casefile:case", args=(case.reference,)))


def test_an_application_that_the_feed_brings_is_read_on_the_day_on_which_it_came(
    service: Officer, intake: Officer, officer_with: Callable[..., Officer], now: datetime
) -> None:
    (taken,) = take(invented(), service, now)
    task = Task.objects.get(case=taken.case, kind=ASK)
    assert (task.due_on, task.provision, task.ended_at) == (date(2026, 3, 4), "RA-SAFEGUARD", None)
    today = {one.kind.name for one in today_tasks(intake, now.date(), now)}
    assert ASK in today
    clerk = officer_with("checks_clerk")
    assert ASK not in {one.kind.name for one in today_tasks(clerk, now.date(), now)}


def test_so_is_one_that_is_keyed_by_hand(intake: Officer, registration: Registration) -> None:
    case = keyed(intake, registration)
    assert waits(case) == {ASK}
    assert case.opened_at.date() > date(2026, 3, 4)
    assert case.tasks.get(kind=ASK).due_on == case.received_on == date(2026, 3, 4)
    assert path_of(case) in first_task(client_of(intake), case)


def test_a_no_ends_the_question_and_says_who_answered(asked: Case, own: Officer, now: datetime) -> None:
    answer(asked, own, now, in_danger=False)
    assert waits(asked) == set()
    assert asked.tasks.get(kind=ASK).outcome == "no_danger_seen"
    shown = text_of(client_of(own), reverse("urgent_referral:referrals", args=(asked.reference,)))
    assert "No immediate danger was seen" in shown
    assert own.name in shown


def test_a_yes_starts_the_clock_and_waits_until_the_danger_is_recorded(
    asked: Case, own: Officer, now: datetime, danger: Danger
) -> None:
    answer(asked, own, now, in_danger=True)
    assert waits(asked) == {RECORD}
    task = asked.tasks.get(kind=RECORD)
    assert task.due is not None
    assert (task.due["at_time"], task.provision) == ("11:30", "SG-URGENT")
    assert today_tasks(own, now.date(), now)[0].kind.name == RECORD
    see_danger(case=asked, by=own, at=now, danger=replace(danger, seen_in="receipt"), bodies=[COUNCIL])
    assert waits(asked) == set()


def test_a_yes_that_was_a_slip_is_taken_back_only_with_a_reason(
    asked: Case, own: Officer, now: datetime
) -> None:
    answer(asked, own, now, in_danger=True)
    assert risk_of(asked, "safeguarding_letter").danger_now
    with pytest.raises(NeedsReason):
        answer(asked, own, now + timedelta(minutes=2), in_danger=False)
    assert waits(asked) == {RECORD}
    answer(asked, own, now + timedelta(minutes=2), in_danger=False, reason="The wrong button.")
    assert waits(asked) == set()
    assert not risk_of(asked, "safeguarding_letter").danger_now
    assert [one.in_danger for one in asked.read_for_danger.all()] == [False, True]


def test_a_second_yes_leaves_the_clock_of_the_first(asked: Case, own: Officer, now: datetime) -> None:
    answer(asked, own, now, in_danger=True)
    answer(asked, own, now + timedelta(minutes=110), in_danger=True)
    due = asked.tasks.get(kind=RECORD).due
    assert due is not None
    assert due["at_time"] == "11:30"


def test_a_danger_that_was_seen_elsewhere_leaves_the_one_seen_in_what_came(
    asked: Case, own: Officer, now: datetime, danger: Danger
) -> None:
    answer(asked, own, now, in_danger=True)
    see_danger(case=asked, by=own, at=now, danger=replace(danger, seen_in="call"), bodies=[COUNCIL])
    assert waits(asked) == {RECORD}


def test_what_comes_after_a_danger_was_recorded_does_not_have_its_moment(
    asked: Case, own: Officer, now: datetime, danger: Danger
) -> None:
    answer(asked, own, now, in_danger=True)
    assert seen_at_receipt(asked) == now
    see_danger(case=asked, by=own, at=now, danger=replace(danger, seen_in="receipt"), bodies=[COUNCIL])
    assert seen_at_receipt(asked) is None


@pytest.mark.parametrize(("place", "left"), [("receipt", set()), ("call", {ASK})])
def test_a_danger_that_is_recorded_at_once_answers_the_question_where_it_was_seen_in_what_came(
    asked: Case, own: Officer, now: datetime, danger: Danger, place: str, left: set[str]
) -> None:
    see_danger(case=asked, by=own, at=now, danger=replace(danger, seen_in=place), bodies=[COUNCIL])
    assert waits(asked) == left


def test_who_works_on_no_case_answers_for_none(asked: Case, teammate: Officer, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        answer(asked, teammate, now, in_danger=False)


@pytest.mark.parametrize(
    ("language", "asks"),
    [("en", "Is anybody in immediate danger?"), ("cy", "A oes rhywun mewn perygl uniongyrchol?")],
)
def test_its_page_asks_and_chooses_nothing(asked: Case, own: Officer, language: Language, asks: str) -> None:
    client = client_of(own, language)
    page = text_of(client, path_of(asked))
    assert list(faults(page, language)) == []
    assert asks in page
    assert "checked" not in page.split("<form", 1)[1]


def test_its_page_leads_from_a_yes_to_danger_now(asked: Case, own: Officer) -> None:
    client, path = client_of(own), path_of(asked)
    assert "Say whether anybody is in immediate danger" in summary_of(fill(client, path))
    answered = fill(client, path, in_danger="yes")
    leads_to = reverse("urgent_referral:danger", args=(asked.reference, "receipt"))
    assert (answered.status_code, answered["Location"]) == (302, leads_to)
    assert leads_to in text_of(client, path)
    assert 'value="receipt" checked' in " ".join(said(client.get(leads_to)).split())
    assert "Nobody has been told of this danger yet" in summary_of(fill(client, path, in_danger="no"))
    back = fill(client, path, in_danger="no", **{"reason-RA-SAFEGUARD": "The wrong button."})
    assert back["Location"] == reverse("casefile:case", args=(asked.reference,))
    assert leads_to not in text_of(client, path).split("</nav>")[-1]


def test_a_case_that_is_opened_again_asks_where_nobody_had_answered(
    asked: Case, own: Officer, now: datetime
) -> None:
    close(asked, own, now)
    reopen(asked, own, now)
    assert waits(asked) == {ASK}
    answer(asked, own, now, in_danger=False)
    close(asked, own, now + timedelta(minutes=1))
    reopen(asked, own, now + timedelta(minutes=1))
    assert waits(asked) == set()


def test_a_yes_opens_a_closed_case_again(asked: Case, own: Officer, now: datetime) -> None:
    close(asked, own, now)
    answer(asked, own, now, in_danger=True)
    asked.refresh_from_db()
    assert asked.closed_at is None
    assert RECORD in waits(asked)


def test_a_later_application_in_a_closed_case_opens_it_and_asks(
    asked: Case, own: Officer, now: datetime
) -> None:
    answer(asked, own, now, in_danger=False)
    close(asked, own, now)
    receive_paper(
        case=asked, by=own, at=now, looked=look_at(name="c100.txt", content=b"C100"), kind="application",
        sender="The court", came_by="post", received_on=date(2026, 2, 27),
    )  # fmt: skip
    asked.refresh_from_db()
    assert asked.closed_at is None
    assert waits(asked) == {ASK}
    assert asked.tasks.get(kind=ASK, ended_at=None).due_on == date(2026, 2, 27)
