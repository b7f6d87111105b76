"""What is told of violence stands among the worries of the letter, also where it was marked as a view on the
outcome."""

from datetime import datetime

import pytest

from lles.casefile.changes.conversations import Words, record_conversation
from lles.casefile.documents import COURT
from lles.casefile.models import Case, Officer, Party
from lles.work.safeguarding.queries.letter import letter_facts
from lles.work.safeguarding.queries.letter_record import letter_record
from lles.work.safeguarding.queries.readers import readers
from lles.work.safeguarding.rules.letter_facts import LetterFacts


@pytest.fixture
def told(case: Case, own: Officer, mother: Party, now: datetime) -> LetterFacts:
    """What the court reads of a call in which each of two things was marked."""
    said = (("He hit me.", "allegations"), ("I want every holiday.", "other"))
    record_conversation(
        case=case, by=own, at=now, party=mother, began_at=now, outcome="spoke", safe_to_talk=True,
        language="en", concerns=[Words(words, "en", deferred=True, topic=topic) for words, topic in said],
    )  # fmt: skip
    court = next(one for one in readers(case, ()) if one.name == COURT)
    return letter_facts(letter_record(case, None), court, own, now, draft=True)


def test_only_the_view_on_the_outcome_waits_for_the_hearing(told: LetterFacts) -> None:
    assert [(one.words.text, one.deferred) for one in told.concerns] == [
        ("He hit me.", False),
        ("I want every holiday.", True),
    ]


def test_the_letter_does_not_say_that_nothing_was_raised(told: LetterFacts) -> None:
    assert [one.raised_more for one in told.conversations if one.reached_on] == [True]
