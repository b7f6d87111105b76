"""The page of a conversation: topics of safety, the speaker's own words, and how to reach somebody."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import strip_tags
from time_machine import travel

from lles.casefile import locations
from lles.casefile.changes.conversations import Words, record_conversation
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import open_task
from lles.casefile.forms.concerns import OF_TOPICS
from lles.casefile.models import Case, Concern, Conversation, Entry, Officer, Party, SafeContact
from lles.casefile.queries.abuse import abuse_raised
from lles.casefile.rules.topics import topics
from lles.casefile.tests.pages import client_of, day, fill, said, send, summary_of, text_of

SPOKE = day("began_on", date(2026, 3, 4)) | {
    "began_at": "9.15am", "outcome": "spoke", "safe_to_talk": "yes", "spoken": "cy",
}  # fmt: skip


@pytest.fixture
def officer(own: Officer) -> Client:
    return client_of(own)


def page_of(case: Case, party: Party, more: str = "") -> str:
    return f"/cases/{case.reference}/conversations/{party.pk}/{more}"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_it_asks_about_safety_topic_by_topic(case: Case, own: Officer, mother: Party, language: str) -> None:
    page = text_of(client_of(own, language), page_of(case, mother))
    for topic in topics().values():
        assert topic.asks.as_data()[language] in page
    assert page.count("(optional)") + page.count("(dewisol)") == 0


def test_an_event_is_told_with_who_and_when_and_whether_a_child_was_there(
    officer: Client, case: Case, mother: Party
) -> None:
    event = {"words-0": "He hit the door", "who-0": "Gareth", "when-0": "last spring", "present-0": "yes"}
    assert fill(officer, page_of(case, mother), **SPOKE, **event).status_code == 302
    one = Concern.objects.get()
    assert (one.topic, one.who, one.when, one.child_present) == (
        "allegations", "Gareth", "last spring", True,
    )  # fmt: skip
    page = text_of(officer, f"/cases/{case.reference}/conversations/")
    assert "Who: Gareth · when: last spring · a child saw or heard it" in page


def test_it_keeps_what_was_asked_although_nothing_was_said(
    officer: Client, case: Case, mother: Party
) -> None:
    asked = {"asked-3": "on", "asked-4": "on", "words-5": "He has her passport"}
    fill(officer, page_of(case, mother), **SPOKE, **asked, company="no")
    held = Conversation.objects.get()
    assert (held.asked_about, held.alone) == (["substances", "mental_health", "abduction"], True)
    page = text_of(officer, f"/cases/{case.reference}/conversations/")
    assert "Asked, and nothing was said: Alcohol and drugs; Mental health and illness" in page


def test_a_further_concern_has_its_topic_and_nothing_is_refused(
    officer: Client, case: Case, mother: Party
) -> None:
    n = OF_TOPICS
    view = {f"words-{n}": "Every weekend", f"topic-{n}": "other", f"deferred-{n}": "on", "rows": str(n + 1)}
    assert fill(officer, page_of(case, mother), **SPOKE | view).status_code == 302
    assert (Concern.objects.get().words, Concern.objects.get().deferred) == ("Every weekend", True)
    assert "Deferred to the hearing" in text_of(officer, f"/cases/{case.reference}/conversations/")


def test_an_invitation_to_meet_separately_stands_on_the_timeline(
    officer: Client, case: Case, mother: Party
) -> None:
    fill(officer, page_of(case, mother), **SPOKE, separate_meeting="accepted")
    assert Conversation.objects.get().separate_meeting == "accepted"
    assert "to clarify safety alone: accepted" in text_of(officer, f"/cases/{case.reference}/timeline/")


@pytest.mark.parametrize(
    ("language", "said_in"), [("en", "Polish, through an interpreter"), ("cy", "Pwyleg, drwy gyfieithydd")]
)
def test_words_said_through_an_interpreter_bear_the_language_they_were_said_in(
    own: Officer, case: Case, mother: Party, language: str, said_in: str
) -> None:
    typed = {"spoken": "another", "interpreter": "polish", "words-0": "He shouted"}
    fill(client_of(own), page_of(case, mother), **SPOKE | typed)
    assert said_in in text_of(client_of(own, language), f"/cases/{case.reference}/conversations/")


def test_a_place_in_the_box_for_the_language_is_closed_to_who_reads_the_page(
    officer: Client, case: Case, mother: Party, now: datetime
) -> None:
    where = locations.Detail(
        f"party:{mother.pk}", locations.ADDRESS, ("Plas Coch", "LL11 2ZZ"), True, "party"
    )
    typed = {"spoken": "another", "interpreter": "Polish, at Plas Coch", "words-0": "He shouted"}
    fill(officer, page_of(case, mother), **SPOKE | typed)
    assert "Plas Coch" in text_of(officer, f"/cases/{case.reference}/conversations/")
    locations.keep(case, [where], now)
    assert "Plas Coch" not in text_of(officer, f"/cases/{case.reference}/conversations/")


def test_no_invitation_is_told_of_before_somebody_says_so(officer: Client, case: Case, mother: Party) -> None:
    fill(officer, page_of(case, mother), **SPOKE)
    assert Conversation.objects.get().separate_meeting == ""
    fill(officer, page_of(case, mother), **SPOKE, separate_meeting="not_offered")
    assert "separately: not offered" in text_of(officer, f"/cases/{case.reference}/conversations/")
    assert "clarify safety alone" not in text_of(officer, f"/cases/{case.reference}/timeline/")


def test_how_it_is_safe_to_reach_somebody_stands_on_every_page_of_the_case(
    officer: Client, case: Case, mother: Party
) -> None:
    fill(officer, page_of(case, mother), **SPOKE, voicemail="no", how="By text, from 10am to noon")
    for page in ("", "people/", "timeline/", "checks/"):
        text = text_of(officer, f"/cases/{case.reference}/{page}")
        read = " ".join(strip_tags(text).split())
        assert "Leave no voicemail message. By text, from 10am to noon" in read
    assert "By text" not in str(Entry.objects.values_list("facts", flat=True))


def test_the_last_word_on_how_to_reach_somebody_stands(
    officer: Client, case: Case, mother: Party, father: Party
) -> None:
    for typed in (
        {"voicemail": "no", "how": ""},
        {"voicemail": "no", "how": ""},
        {"voicemail": "yes", "how": ""},
    ):
        assert fill(officer, page_of(case, mother, "safe/"), **typed).status_code == 302
    assert [one.voicemail for one in SafeContact.objects.order_by("pk")] == [False, True]
    assert "Leave no voicemail" not in text_of(officer, f"/cases/{case.reference}/")
    fill(officer, page_of(case, father), **SPOKE)
    assert not SafeContact.objects.filter(party=father).exists()


PLACES = {
    "Ring 07700 900123 after six": (
        "07700 900123", "phone", "Ring [the telephone number of {name}] after six",
    ),
    "By e-mail to sian@example.org": (
        "sian@example.org", "email", "By e-mail to [the e-mail address of {name}]",
    ),
    "Oh seven seven double oh nine hundred one two three": (
        "07700900123", "phone", "Oh [the telephone number of {name}]",
    ),
    "Letters to 14 Elm Road, LL11 1ZZ": (
        "14 Elm Road\nLL11 1ZZ", "address", "Letters to [the address of {name}]",
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", PLACES)
def test_a_place_among_words_that_all_may_read_is_asked_about_and_nothing_is_lost(
    how: str, officer: Client, case: Case, mother: Party
) -> None:
    answer = fill(officer, page_of(case, mother, "safe/"), voicemail="no", how=how)
    assert "Say where the number, e-mail address or place belongs" in summary_of(answer)
    assert how in said(answer)
    assert "with their contact details, protected" in said(answer)
    assert not SafeContact.objects.exists()


@pytest.mark.parametrize("page", ["safe/", ""])
@pytest.mark.parametrize("how", PLACES)
def test_it_is_kept_protected_and_a_mark_takes_its_place(
    how: str, page: str, officer: Client, case: Case, mother: Party
) -> None:
    text, kind, marked = PLACES[how]
    typed = {"voicemail": "no", "how": how, "keep": "keep", "kept": text}
    assert fill(officer, page_of(case, mother, page), **(typed if page else SPOKE | typed)).status_code == 302
    assert SafeContact.objects.get().how == marked.format(name=mother.name)
    held = [one for one in locations.of_case(case) if one.owner == f"party:{mother.pk}" and one.kind == kind]
    assert any("\n".join(one.lines) == text and one.protected for one in held)
    read = text_of(officer, f"/cases/{case.reference}/")
    assert text not in read
    assert how not in read


def test_what_is_offered_to_be_kept_is_there_without_typing_it_again(
    officer: Client, case: Case, mother: Party
) -> None:
    answer = fill(officer, page_of(case, mother, "safe/"), voicemail="no", how="Ring 07700 900123 after six")
    assert re.search(r'<textarea[^>]*name="kept"[^>]*>\s*07700 900123</textarea>', said(answer))


def test_a_number_that_stays_in_the_words_is_not_left_behind(
    officer: Client, case: Case, mother: Party
) -> None:
    typed = {"how": "Ring 07700 900123 after six", "keep": "keep", "kept": "07700 900999"}
    assert "Keep every number" in summary_of(fill(officer, page_of(case, mother, "safe/"), **typed))
    typed |= {"keep": "leave"}
    assert fill(officer, page_of(case, mother, "safe/"), **typed).status_code == 200
    assert not SafeContact.objects.exists()


def test_what_only_looks_like_a_place_may_stay(officer: Client, case: Case, mother: Party) -> None:
    how = "Leave a word at the shop on Market Street"
    assert fill(officer, page_of(case, mother, "safe/"), how=how).status_code == 200
    assert fill(officer, page_of(case, mother, "safe/"), how=how, keep="leave").status_code == 302
    assert SafeContact.objects.get().how == how


@pytest.mark.parametrize("how", ["9.00-12.30, 13.00", "From 10am on 12/12/2026", "By text, never at home"])
def test_an_hour_and_a_day_are_no_place(how: str, officer: Client, case: Case, mother: Party) -> None:
    assert fill(officer, page_of(case, mother, "safe/"), how=how).status_code == 302
    assert SafeContact.objects.get().how == how


def test_nobody_answered_is_one_press_on_today_and_in_the_case(
    officer: Client, case: Case, father: Party, mother: Party, own: Officer
) -> None:
    open_task(case=case, by=the_service(), at=case.opened_at, kind="safeguarding.call")
    press = f'action="{page_of(case, father, "no-answer/")}"'
    for back, page in (
        ("today", "/"),
        ("case", f"/cases/{case.reference}/"),
        ("tasks", f"/cases/{case.reference}/tasks/"),
    ):
        assert press in text_of(officer, page)
        assert send(officer, page_of(case, father, "no-answer/"), {"back": back}).headers["Location"] == page
    fill(officer, page_of(case, father), **SPOKE)
    assert press not in text_of(officer, "/")
    assert page_of(case, mother, "no-answer/") in text_of(officer, "/")


def test_three_attempts_are_listed_with_their_hours(officer: Client, case: Case, father: Party) -> None:
    for minutes in range(3):
        with travel(timezone.now() + timedelta(minutes=minutes), tick=True):
            for _ in range(2):  # pressed twice at once, it is one call
                send(officer, page_of(case, father, "no-answer/"), {})
    page = text_of(officer, f"/cases/{case.reference}/conversations/")
    assert "3 calls in all" in page
    assert page.count(": no answer <a") == 3


def test_violence_that_is_told_raises_abuse_once_with_its_day(
    officer: Client, case: Case, mother: Party
) -> None:
    events = {"words-0": "He hit the door", "words-5": "He has her passport"}
    fill(officer, page_of(case, mother), **SPOKE, **events)
    assert [(one.source, one.raised_on, one.party) for one in abuse_raised(case)] == [
        ("conversation", date(2026, 3, 4), mother)
    ]
    assert "raised" in text_of(officer, f"/cases/{case.reference}/timeline/")


def test_a_worry_of_another_kind_raises_no_abuse(officer: Client, case: Case, mother: Party) -> None:
    fill(officer, page_of(case, mother), **SPOKE, **{"words-5": "He has her passport"})
    assert Concern.objects.count() == 1
    assert abuse_raised(case) == []


def test_words_that_name_a_protected_place_open_on_purpose_alone(
    case: Case, own: Officer, mother: Party, now: datetime
) -> None:
    where = locations.Detail(f"party:{mother.pk}", "address", ("9 Heol y Felin", "LL11 3AB"), True, "party")
    locations.keep(case, [where], now)
    record_conversation(
        case=case, by=own, at=now, party=mother, began_at=now, outcome="spoke", safe_to_talk=True,
        language="cy", concerns=(Words("Daeth i 9 Heol y Felin.", "cy"), Words("Mae'n gweiddi.", "cy")),
    )  # fmt: skip
    path, client = f"/cases/{case.reference}/conversations/", client_of(own)
    closed, other = Concern.objects.order_by("pk")
    page = text_of(client, path)
    assert "Heol y Felin" not in page
    assert "Mae'n gweiddi." in page
    assert "Heol y Felin" in said(client.post(path, {"said": str(closed.pk)}))
    assert case.sightings.filter(what=f"location:said:{closed.pk}", officer=own).count() == 1
    for nothing in ("0", "x", "", "9" * 40, str(other.pk + 1)):
        assert client.post(path, {"said": nothing}).status_code == 404


def test_the_language_of_a_call_is_no_choice_and_stands_beside_the_name(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    Party.objects.filter(pk=father.pk).update(language="")
    page = f"/cases/{case.reference}/"
    assert "No choice of language is recorded yet: Gareth Bevan" in text_of(client_of(own), page)
    record_conversation(
        case=case,
        by=own,
        at=now,
        party=father,
        began_at=now,
        outcome="spoke",
        safe_to_talk=True,
        language="en",
    )
    assert "Gareth Bevan (spoke English in a call)" in text_of(client_of(own), page)
    father.refresh_from_db()
    assert father.language == ""
