"""An application without notice: who is not to know of it yet is not called but with a reason."""

from datetime import datetime
from typing import Any

import pytest

from lles.casefile.changes.application_facts import FactSaid, record_application_fact
from lles.casefile.changes.conversations import record_conversation
from lles.casefile.changes.door import NeedsReason
from lles.casefile.models import Case, Conversation, Officer, Party
from lles.casefile.tests.pages import client_of, fill, said, summary_of, text_of
from lles.casefile.tests.test_changing_pages import spoke


@pytest.fixture
def unheard(case: Case, own: Officer, now: datetime) -> Case:
    fact = FactSaid("urgency", "yes", "c100", without_notice=True)
    record_application_fact(case=case, by=own, at=now, said=fact)
    return case


@pytest.mark.parametrize("outcome", ["no_answer", "spoke"])
def test_a_call_to_who_is_not_told_yet_takes_a_reason(
    unheard: Case, own: Officer, mother: Party, father: Party, now: datetime, outcome: str
) -> None:
    call: dict[str, Any] = {"case": unheard, "by": own, "at": now, "began_at": now, "outcome": outcome}
    record_conversation(**call, party=mother)
    with pytest.raises(NeedsReason) as asked:
        record_conversation(**call, party=father)
    assert [one.provision for one in asked.value.findings] == ["SG-NOTICE"]
    record_conversation(**call, party=father, reasons={"SG-NOTICE": "He rang us himself."})


def test_once_the_court_gives_notice_he_is_called(
    unheard: Case, own: Officer, father: Party, now: datetime
) -> None:
    fact = FactSaid("urgency", "yes", "c100", without_notice=False)
    record_application_fact(case=unheard, by=own, at=now, said=fact)
    call = record_conversation(case=unheard, by=own, at=now, party=father, began_at=now, outcome="no_answer")
    assert list(unheard.conversations.all()) == [call]


def test_the_button_that_records_no_answer_asks_for_the_reason(
    unheard: Case, own: Officer, father: Party
) -> None:
    client, page = client_of(own), f"/cases/{unheard.reference}/conversations/{father.pk}/no-answer/"
    asked = client.post(page, {"back": "tasks"})
    assert "Give your reason for going on" in summary_of(asked)
    assert not Conversation.objects.exists()
    done = client.post(page, {"back": "tasks", "reason-SG-NOTICE": "He rang us himself."}, follow=True)
    assert "Recorded: no answer from Gareth Bevan" in said(done)
    assert done.redirect_chain[0][0].endswith("/tasks/")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Do not call yet: the application is without notice."),
        ("cy", "Peidiwch â galw eto: cais heb rybudd yw hwn."),
    ],
)
def test_the_pages_of_calls_say_so_before_anybody_calls(
    unheard: Case, own: Officer, mother: Party, father: Party, language: str, words: str
) -> None:
    client, page = client_of(own, language), f"/cases/{unheard.reference}/conversations/"
    assert text_of(client, page).count(words) == 1
    assert words in text_of(client, f"{page}{father.pk}/")
    assert words not in text_of(client, f"{page}{mother.pk}/")
    asked = fill(client, f"{page}{father.pk}/", **spoke())
    assert not Conversation.objects.exists()
    assert "reason-SG-NOTICE" in asked.content.decode()
