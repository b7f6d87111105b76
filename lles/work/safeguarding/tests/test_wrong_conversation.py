"""A call that was recorded wrongly stands in no letter, and the court that was told of it is told so."""

from datetime import datetime, timedelta

import pytest

from lles.casefile.changes.conversations import Words, record_conversation, say_wrong
from lles.casefile.changes.corrections import Given, put_right
from lles.casefile.models import Case, Check, CheckAnswer, Conversation, Officer, Party
from lles.casefile.queries.service_law import knowing_the_calendar
from lles.work.safeguarding.changes.further import further_versions
from lles.work.safeguarding.queries.filing import filing_facts
from lles.work.safeguarding.queries.letter_record import letter_record
from lles.work.safeguarding.queries.short_notice import what_no_longer_stands
from lles.work.safeguarding.tests.further_cases import UPDATE, open_kinds, pages_of, write_update

WHY = "It was the call to the other parent."


@pytest.fixture
def concerns() -> tuple[Words, ...]:
    return (Words("She shouts.", "en"),)


@pytest.fixture
def call(case: Case, own: Officer, father: Party, now: datetime, concerns: tuple[Words, ...]) -> Conversation:
    before = now - timedelta(hours=2)
    found: Conversation = record_conversation(
        case=case, by=own, at=before, party=father, began_at=before, outcome="spoke", language="en",
        concerns=concerns,
    )  # fmt: skip
    return found


def test_it_is_neither_an_attempt_nor_a_source_nor_a_concern(
    case: Case, own: Officer, call: Conversation, now: datetime
) -> None:
    before = letter_record(case, None)
    say_wrong(case=case, by=own, at=now, conversation=call, why=WHY, language="en")
    after = letter_record(Case.objects.get(pk=case.pk), None)
    assert call in before.conversations
    assert call not in after.conversations
    assert [one.words for one in before.said] == ["She shouts."]
    assert after.said == ()
    with knowing_the_calendar():
        asked = {one.party: one.attempts for one in filing_facts(after, now.date()).adults}
    assert asked[call.party.slug] == 0


@pytest.mark.parametrize("concerns", [()])
def test_the_court_that_was_told_of_it_is_told_that_it_does_not_stand(
    call: Conversation, filed: Case, own: Officer, now: datetime
) -> None:
    later = now + timedelta(days=2)
    assert "safeguarding.update" not in open_kinds(filed)
    say_wrong(case=filed, by=own, at=later, conversation=call, why=WHY, language="en")
    assert "safeguarding.update" in open_kinds(filed)
    write_update(filed, own, later)
    texts = {
        one.file_name: " ".join(pages_of(one).split())
        for one in further_versions(filed, UPDATE, own, later, draft=True)
    }
    assert f"We recorded wrongly that we called {call.party.name}" in texts["court.en.pdf"]
    assert f"Cofnodwyd ar gam ein bod wedi galw {call.party.name}" in texts["court.cy.pdf"]


def test_the_court_is_told_that_an_answer_it_read_may_be_about_somebody_else(
    filed: Case, own: Officer, father: Party, now: datetime
) -> None:
    later = now + timedelta(days=2)
    asked = filed.checks.get(party=father, kind=Check.POLICE)
    CheckAnswer.objects.create(asked=asked, received_on=now.date(), by=own, at=now - timedelta(hours=1))
    given = Given({"first_name": "Garth"}, "document", "His passport.", {})
    put_right(case=filed, by=own, at=later, person=father, given=given)
    assert "safeguarding.update" in open_kinds(filed)
    (told,) = what_no_longer_stands(filed, "court")
    assert told.says.en.startswith("Police check, Garth Bevan: it was asked with details")
    assert what_no_longer_stands(filed, "nobody") == ()


def test_of_a_call_that_no_letter_told_nothing_is_said(
    filed: Case, own: Officer, father: Party, now: datetime
) -> None:
    later = now + timedelta(days=2)
    slip = record_conversation(
        case=filed, by=own, at=later, party=father, began_at=later, outcome="no_answer"
    )
    say_wrong(case=filed, by=own, at=later, conversation=slip, why=WHY, language="en")
    assert "safeguarding.update" not in open_kinds(filed)
