"""A conversation, or an attempt at one, that was recorded wrongly stays on the file and counts no more."""

from datetime import datetime

import pytest
from django.db import DatabaseError

from lles.casefile.changes.conversations import Words, record_conversation, say_wrong
from lles.casefile.changes.door import Stale
from lles.casefile.changes.tasks import open_task
from lles.casefile.models import Case, Conversation, ConversationWrong, Entry, Officer, Party
from lles.casefile.queries.desk import desk_of
from lles.casefile.queries.sight import seen_by
from lles.casefile.queries.work import conversations_of
from lles.casefile.tests.pages import client_of, fill, said, summary_of, text_of

WHY = "It was the call to the other parent."


def page_of(case: Case, of: Conversation) -> str:
    return f"/cases/{case.reference}/conversations/recorded/{of.pk}/wrong/"


@pytest.fixture
def call(case: Case, own: Officer, mother: Party, now: datetime) -> Conversation:
    found: Conversation = record_conversation(
        case=case, by=own, at=now, party=mother, began_at=now, outcome="spoke", language="en",
        concerns=[Words("He shouts at the door.", "en")],
    )  # fmt: skip
    return found


def test_an_attempt_by_a_slip_is_taken_back_and_still_shown(
    case: Case, own: Officer, mother: Party, now: datetime
) -> None:
    client, page = client_of(own), f"/cases/{case.reference}/conversations/"
    client.post(f"{page}{mother.pk}/no-answer/")
    slip = Conversation.objects.get()
    assert "1 call in all" in text_of(client, page)
    assert page_of(case, slip) in said(client.get(page))
    assert "Say what is wrong with it" in summary_of(client.post(page_of(case, slip), {"why": " "}))
    assert fill(client, page_of(case, slip), why=WHY, language_of_words="en").status_code == 302
    text = text_of(client, page)
    assert "Nobody has called yet" in text
    assert WHY in text
    assert "recorded wrongly" in text
    assert conversations_of(case) == []
    assert Entry.objects.filter(case=case, kind="conversation_wrong").count() == 1


def test_what_was_said_in_it_stays_to_be_read_with_the_reason(
    case: Case, own: Officer, call: Conversation
) -> None:
    client = client_of(own)
    fill(client, page_of(case, call), why=WHY, language_of_words="en")
    text = text_of(client, f"/cases/{case.reference}/conversations/")
    assert "it counts no more, and no letter tells of it" in text
    assert "He shouts at the door." in text
    assert client.get(page_of(case, call)).status_code == 404, "wrong once is enough"


def test_the_reason_is_in_the_language_its_writer_says_not_in_that_of_the_page(
    case: Case, own: Officer, call: Conversation
) -> None:
    client, words = client_of(own, "en"), "Yr alwad i'r rhiant arall oedd hi."
    assert "Select an answer" in summary_of(fill(client, page_of(case, call), why=words))
    assert not ConversationWrong.objects.exists()
    assert fill(client, page_of(case, call), why=words, language_of_words="cy").status_code == 302
    assert ConversationWrong.objects.get().language == "cy"
    assert f'<span class="lles-as-typed" lang="cy">{words}</span>' in said(
        client.get(f"/cases/{case.reference}/conversations/")
    )


def test_the_page_begins_its_sentence_with_a_capital_in_welsh_as_well(
    case: Case, own: Officer, call: Conversation
) -> None:
    assert "Dydd Mercher 4 Mawrth 2026" in text_of(client_of(own, "cy"), page_of(case, call))


def test_it_is_wrong_once_and_for_good(case: Case, own: Officer, call: Conversation, now: datetime) -> None:
    say_wrong(case=case, by=own, at=now, conversation=call, why=WHY, language="en")
    with pytest.raises(Stale):
        say_wrong(case=case, by=own, at=now, conversation=call, why=WHY, language="en")
    with pytest.raises(DatabaseError, match="Cannot update or delete"):
        ConversationWrong.objects.all().delete()


def test_a_conversation_of_another_case_is_no_page(
    case: Case, own: Officer, call: Conversation, teammate: Officer
) -> None:
    assert client_of(own).get(f"/cases/{case.reference}/conversations/recorded/0/wrong/").status_code == 404
    assert client_of(teammate).get(page_of(case, call)).status_code == 404


def test_somebody_spoken_to_by_a_slip_is_still_to_be_reached(
    case: Case, own: Officer, mother: Party, call: Conversation, now: datetime
) -> None:
    open_task(case=case, by=own, at=now, kind="safeguarding.call")

    def to_reach() -> list[tuple[int, int]]:
        desk = desk_of(own, now, now, "en")
        return [(one.pk, one.attempts) for one in desk.to_reach.get(case.pk, ()) if one.pk == mother.pk]

    def not_spoken_to() -> list[int]:
        seen = seen_by(own, case.reference)
        assert seen is not None
        return [one.pk for one in seen.head.to_reach]

    assert to_reach() == []
    assert mother.pk not in not_spoken_to()
    say_wrong(case=case, by=own, at=now, conversation=call, why=WHY, language="en")
    assert to_reach() == [(mother.pk, 0)]
    assert mother.pk in not_spoken_to()
