"""Danger that somebody sees in what came is recorded and told before there is a case, and goes on in it."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from lles.casefile.changes.door import NotAllowed, Stale
from lles.casefile.models import Case, Entry, Officer
from lles.casefile.tests.pages import client_of, day, fill, said, summary_of, text_of
from lles.conftest import case, mother, now, office, officer_with, own, service, teammate
from lles.work.intake.changes.danger import (
    Seen,
    Told,
    end_danger_in_arrival,
    see_danger_in_arrival,
    tell_of_danger_in_arrival,
)
from lles.work.intake.changes.registration import start_registration
from lles.work.intake.changes.settle import join_to_case, set_aside
from lles.work.intake.models import Arrival, ArrivalDanger
from lles.work.intake.queries.danger import dangers_in_arrivals
from lles.work.intake.tests.registering import arrival, intake, keyed
from lles.work.urgent_referral.models import Recipient, Referral
from lles.work.urgent_referral.queries.facts import opened_words
from lles.work.urgent_referral.queries.pages import told_to

__all__ = [
    "arrival",
    "case",
    "intake",
    "mother",
    "now",
    "office",
    "officer_with",
    "own",
    "service",
    "teammate",
]
LEARNT = "He says that he will take Efa tonight."


def see(arrival: Arrival, by: Officer, at: datetime) -> ArrivalDanger:
    danger = Seen(at, LEARNT, "en", ("taken",), "not_safe", "unknown")
    return see_danger_in_arrival(by=by, at=at, arrival=arrival, danger=danger)


def tell(
    danger: ArrivalDanger,
    by: Officer,
    at: datetime,
    decision: str = "attends",
    words: str = "A car goes there.",
) -> None:
    told = Told("police", "north-wales", "Control room", at, decision, words, "en")
    tell_of_danger_in_arrival(by=by, at=at, danger=danger, told=told)


def test_its_clock_runs_and_it_stands_on_today_until_somebody_is_told(
    arrival: Arrival, intake: Officer, now: datetime
) -> None:
    danger = see(arrival, intake, now)
    assert Entry.objects.get(kind="arrival_danger_seen").subject == f"arrival:{arrival.pk}"
    assert LEARNT.encode() not in bytes(danger.words)
    (row,) = dangers_in_arrivals(intake)
    assert not row.is_told
    assert not row.is_overdue(now + timedelta(hours=2))
    assert row.is_overdue(now + timedelta(hours=2, minutes=1))
    for path in (reverse("today"), reverse("intake:arrivals")):
        shown = text_of(client_of(intake), path)
        assert reverse("intake:arrival", args=(arrival.pk,)) in shown
        assert "Nobody told yet" in shown
        assert LEARNT not in shown
    set_aside(by=intake, at=now, arrival=arrival, why="not_for_us", words="Another court.")
    assert len(dangers_in_arrivals(intake)) == 1
    tell(danger, intake, now)
    assert dangers_in_arrivals(intake) == []


def test_only_who_settles_arrivals_records_it_and_once(
    arrival: Arrival, intake: Officer, own: Officer, now: datetime
) -> None:
    with pytest.raises(NotAllowed):
        see(arrival, own, now)
    danger = see(arrival, intake, now)
    with pytest.raises(Stale):
        see(arrival, intake, now)
    with pytest.raises(NotAllowed):
        tell(danger, own, now)


def test_it_goes_on_in_the_case_that_is_keyed_from_it(
    arrival: Arrival, intake: Officer, now: datetime
) -> None:
    tell(see(arrival, intake, now), intake, now + timedelta(minutes=5))
    case = keyed(intake, start_registration(by=intake, at=timezone.now(), arrival=arrival))
    referral = Referral.objects.get(case=case)
    assert (referral.seen_at, referral.seen_in, referral.by) == (now, "receipt", intake)
    assert opened_words(referral.words)["learnt"] == LEARNT
    assert [one.child for one in referral.about.all()] == list(case.children.all())
    police = referral.recipients.get()
    assert (police.body, police.phoned_at, police.phoned_whom) == (
        "north-wales", now + timedelta(minutes=5), "Control room",
    )  # fmt: skip
    assert police.replies.get().decision == "attends"
    waiting = set(case.tasks.filter(ended_at=None).values_list("kind", flat=True))
    assert "urgent_referral.write" in waiting
    assert not waiting & {"danger.asked", "urgent_referral.tell"}
    assert dangers_in_arrivals(intake) == []
    with pytest.raises(Stale):
        tell(ArrivalDanger.objects.get(), intake, now)


def test_each_call_goes_into_the_case_as_it_was_made(
    arrival: Arrival, case: Case, intake: Officer, officer_with: Callable[..., Officer], now: datetime
) -> None:
    danger = see(arrival, intake, now)
    tell(danger, intake, now, "", "They look for a car.")
    tell(danger, intake, now + timedelta(minutes=20), "attends", "A car is there.")
    tell(danger, intake, now + timedelta(minutes=30), "", "He has gone.")
    other = officer_with("intake_administrator", username="other")
    join_to_case(case=case, by=other, at=now + timedelta(hours=1), arrival=arrival, words="More of it.")
    police = Recipient.objects.get()
    assert (police.phoned_at, police.phoned_by) == (now, intake)
    assert police.replies.get().by == intake
    assert case.entries.filter(kind="danger_told").count() == 3
    path = reverse("urgent_referral:referral", args=(case.reference, police.referral_id))
    shown = text_of(client_of(other), path)
    for words in ("They look for a car.", "A car is there.", "He has gone.", "9:50am", "10am"):
        assert words in shown


def test_of_several_children_somebody_says_which_before_it_is_written_and_nobody_is_named_before(
    arrival: Arrival, case: Case, intake: Officer, own: Officer, now: datetime
) -> None:
    tell(see(arrival, intake, now), intake, now + timedelta(minutes=5))
    join_to_case(case=case, by=intake, at=now + timedelta(hours=1), arrival=arrival, words="More of it.")
    police, (efa, macsen) = Recipient.objects.get(), case.children.order_by("pk")
    assert not police.referral.about.exists()
    (told, *_) = told_to(case, "court")
    assert "of a danger to a child of the family" in told.says.en
    client = client_of(own)
    path = reverse("urgent_referral:referral", args=(case.reference, police.referral_id))
    assert "Danger: a child of the family" in text_of(client, path)
    write = reverse("urgent_referral:write", args=(case.reference, police.pk))
    assert "Choose the children who are in danger" in fill(client, write).content.decode()
    assert fill(client, write, children=str(efa.pk), why_language="en").status_code == 302
    assert [one.child for one in police.referral.about.all()] == [efa]
    (told, *_) = told_to(case, "court")
    assert efa.name in told.says.en
    assert macsen.name not in told.says.en
    assert f"Which children are in danger: {efa.name}" in text_of(
        client, f"/cases/{case.reference}/timeline/"
    )


def test_in_the_case_it_is_put_to_the_clock_goes_on_where_nobody_was_told(
    arrival: Arrival, case: Case, intake: Officer, now: datetime
) -> None:
    see(arrival, intake, now)
    join_to_case(case=case, by=intake, at=now + timedelta(hours=1), arrival=arrival, words="More of it.")
    referral = Referral.objects.get(case=case)
    assert (referral.seen_in, Recipient.objects.count()) == ("other", 0)
    task = case.tasks.get(kind="urgent_referral.tell", ended_at=None)
    assert task.due is not None
    assert task.due["at_time"] == "11:30"


def test_what_is_typed_while_it_becomes_a_case_stands_on_the_page(
    arrival: Arrival, case: Case, intake: Officer, now: datetime
) -> None:
    path = reverse("intake:arrival", args=(arrival.pk,))
    join_to_case(case=case, by=intake, at=now, arrival=arrival, words="More of it.")
    for step, words in (("seen", "learnt"), ("told", "words")):
        answer = client_of(intake).post(path, {"step": step, words: LEARNT})
        assert (answer.status_code, LEARNT in said(answer)) == (409, True)
        assert case.reference in summary_of(answer)
        assert reverse("urgent_referral:danger", args=(case.reference, "receipt")) in said(answer)
    assert not ArrivalDanger.objects.exists()


def test_a_danger_that_was_none_stands_no_longer_until_somebody_is_told_after_all(
    arrival: Arrival, case: Case, intake: Officer, now: datetime
) -> None:
    danger = see(arrival, intake, now)
    client, path = client_of(intake), reverse("intake:arrival", args=(arrival.pk,))
    assert f"{path}?step=ended" in text_of(client, path)
    typed = {"step": "ended", "outcome": "told_in_case", "reference": "C-0", "words": "The duty desk knows."}
    wrong = client.post(path, typed)
    assert "You work on no case of this reference" in summary_of(wrong)
    assert "The duty desk knows." in said(wrong)
    assert client.post(path, typed | {"reference": case.reference}).status_code == 302
    assert Entry.objects.get(kind="arrival_danger_ended").subject == f"arrival:{arrival.pk}"
    assert dangers_in_arrivals(intake) == []
    assert "Danger now, in an arrival" not in text_of(client, reverse("intake:arrivals"))
    shown = text_of(client, path)
    assert "The duty desk knows." in shown
    assert f"({case.reference})" in shown
    tell(danger, intake, now)
    assert len(dangers_in_arrivals(intake)) == 1


def test_a_danger_that_was_none_opens_nothing_in_the_case(
    arrival: Arrival, case: Case, intake: Officer, now: datetime
) -> None:
    danger = see(arrival, intake, now)
    end_danger_in_arrival(by=intake, at=now, danger=danger, outcome="no_danger", words="A rehearsal.")
    join_to_case(case=case, by=intake, at=now, arrival=arrival, words="More of it.")
    assert not Referral.objects.exists()


def test_what_is_typed_wrongly_is_not_lost_and_then_recorded(arrival: Arrival, intake: Officer) -> None:
    client, path = client_of(intake), reverse("intake:arrival", args=(arrival.pk,))
    assert "Somebody is in danger: record it now" in text_of(client, path)
    at = timezone.localtime()
    typed: dict[str, Any] = {
        "step": "seen", "learnt": LEARNT, "language_of_words": "en", "harm": ["taken"],
        "children_safe": "not_safe", "adults_safe": "unknown", **day("on", at.date()), "hour": "25:99",
    }  # fmt: skip
    wrong = client.post(path, typed)
    assert LEARNT in said(wrong)
    assert "hour" in summary_of(wrong)
    assert not ArrivalDanger.objects.exists()
    assert client.post(path, typed | {"hour": f"{at:%H:%M}"}).status_code == 302
    both = {"step": "told", "police": "north-wales", "local_authority": "wrexham", "whom": "Control room"}
    both |= {"decision": "not_yet", "language_of_words": "en", **day("on", at.date()), "hour": f"{at:%H:%M}"}
    assert "choose one of the two" in summary_of(client.post(path, both))
    assert client.post(path, both | {"local_authority": ""}).status_code == 302
    shown = text_of(client, path)
    assert LEARNT in shown
    assert "They have not said yet" in shown


def test_the_moment_stands_there_and_no_call_is_before_the_danger_was_seen(
    arrival: Arrival, intake: Officer, now: datetime
) -> None:
    client, path = client_of(intake), reverse("intake:arrival", args=(arrival.pk,))
    for is_seen in (False, True):
        shown = text_of(client, path)
        assert re.search(r'name="on-year"[^>]*value="\d{4}"|value="\d{4}"[^>]*name="on-year"', shown)
        assert re.search(r'name="hour"[^>]*value="[^"]+"|value="[^"]+"[^>]*name="hour"', shown)
        if not is_seen:
            see(arrival, intake, now)
    before = timezone.localtime(now - timedelta(minutes=1))
    called = {"step": "told", "police": "north-wales", "whom": "Control room", "decision": "not_yet"}
    called |= {"language_of_words": "en", **day("on", before.date()), "hour": f"{before:%H:%M}"}
    refused = client.post(path, called)
    assert "The call cannot be before the danger was seen" in summary_of(refused)
    assert "Control room" in said(refused)
    later = timezone.localtime(now)
    assert (
        client.post(path, called | {**day("on", later.date()), "hour": f"{later:%H:%M}"}).status_code == 302
    )


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "Danger now, in an arrival that is no case yet"), ("cy", "nad yw'n achos eto")],
)
def test_whoever_keys_the_arrival_has_its_danger_and_its_clock_before_them(
    arrival: Arrival, intake: Officer, now: datetime, language: str, says: str
) -> None:
    row = start_registration(by=intake, at=now, arrival=arrival)
    client = client_of(intake, language)
    pages = (
        reverse("intake:registration", args=(row.pk,)),
        reverse("intake:registration_page", args=(row.pk, "child-1")),
        reverse("intake:registration_check", args=(row.pk,)),
    )
    assert not any(says in text_of(client, page) for page in pages)
    danger = see(arrival, intake, now)
    assert all(says in text_of(client, page) for page in pages)
    end_danger_in_arrival(by=intake, at=now, danger=danger, outcome="no_danger", words="A rehearsal.")
    assert not any(says in text_of(client, page) for page in pages)
