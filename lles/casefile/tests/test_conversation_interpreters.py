"""The language of an interpreter that the file knows is offered, and typed once."""

from datetime import timedelta

import pytest

from lles.casefile.changes.conversations import say_wrong
from lles.casefile.models import Case, Conversation, Officer, Party
from lles.casefile.tests.pages import client_of, fill, summary_of, text_of
from lles.casefile.tests.test_conversation_pages import SPOKE, page_of

THROUGH = SPOKE | {"spoken": "another"}
OFFERED = {"en": "On the file: Polish. Where", "cy": "Ar y ffeil: Pwyleg. Os"}


@pytest.fixture
def keyed(case: Case) -> Case:
    """It was keyed that the applicants need an interpreter."""
    case.interpreters = [{"parties": ["applicant"], "language": "Polish"}]
    case.save()
    return case


@pytest.mark.parametrize("language", ["en", "cy"])
def test_what_was_keyed_is_offered_and_recorded_where_an_interpreter_was_there(
    keyed: Case, own: Officer, mother: Party, language: str
) -> None:
    client = client_of(own, language)
    assert OFFERED[language] in text_of(client, page_of(keyed, mother))
    assert fill(client, page_of(keyed, mother), **THROUGH).status_code == 302
    assert Conversation.objects.get().interpreter == "Polish"


def test_nobody_is_said_to_have_had_an_interpreter_who_spoke_without(
    keyed: Case, own: Officer, mother: Party
) -> None:
    fill(client_of(own), page_of(keyed, mother), **SPOKE)
    assert Conversation.objects.get().interpreter == ""


def test_another_language_that_is_typed_goes_before(keyed: Case, own: Officer, mother: Party) -> None:
    fill(client_of(own), page_of(keyed, mother), **THROUGH, interpreter="Somali")
    assert Conversation.objects.get().interpreter == "Somali"
    assert "On the file: Somali." in text_of(client_of(own), page_of(keyed, mother))


def test_a_conversation_that_was_recorded_wrongly_offers_nothing(
    case: Case, own: Officer, mother: Party
) -> None:
    fill(client_of(own), page_of(case, mother), **THROUGH, interpreter="Somali")
    held = Conversation.objects.get()
    later = held.at + timedelta(minutes=1)
    say_wrong(case=case, by=own, at=later, conversation=held, why="Another call.", language="en")
    assert "On the file" not in text_of(client_of(own), page_of(case, mother))


def test_it_is_still_asked_where_the_file_knows_two_or_none(
    keyed: Case, own: Officer, mother: Party, father: Party
) -> None:
    keyed.interpreters = [*keyed.interpreters, {"parties": ["applicant"], "language": "Somali"}]
    keyed.save()
    client = client_of(own)
    assert "On the file: Polish, Somali." in text_of(client, page_of(keyed, mother))
    for party in (mother, father):
        asked = fill(client, page_of(keyed, party), **THROUGH)
        assert "Write the language of the interpreter" in summary_of(asked)
    assert not Conversation.objects.exists()
