"""What was said in one language has a rendering in the other beside it, and stands there as it was said."""

from dataclasses import replace
from datetime import datetime

import pytest

from lles.casefile.changes.conversations import Words, record_conversation
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, fill, text_of
from lles.law.bilingual import Language
from lles.work.safeguarding.queries.filing import current_letter
from lles.work.safeguarding.queries.letter import letter_facts
from lles.work.safeguarding.queries.letter_record import letter_record
from lles.work.safeguarding.queries.readers import readers
from lles.work.safeguarding.rules.letter_facts import ConcernRaised, Typed
from lles.work.safeguarding.tests.reading_letters import said
from lles.work.safeguarding.tests.sample_letters import MARI, USUAL
from lles.work.safeguarding.tests.test_views import PATH, TYPED

AFRAID, RENDERED = "Mae ofn arnaf i gartref.", "I am afraid at home."


@pytest.mark.parametrize(("language", "is_rendered"), [("en", True), ("cy", False)])
def test_the_letter_in_the_other_language_prints_it_behind_the_words_themselves(
    language: Language, is_rendered: bool
) -> None:
    raised = ConcernRaised(MARI, Typed(AFRAID, "cy"), rendering=Typed(RENDERED, "en"))
    text = said(replace(USUAL, concerns=(raised,)), language)
    assert AFRAID in text
    assert (f"(said in Welsh) In English, as we put it: {RENDERED}" in text) is is_rendered
    assert (RENDERED in text) is is_rendered


def test_its_box_stands_beside_the_words_and_no_protected_place_is_kept_in_it(
    case: Case, own: Officer, mother: Party, now: datetime
) -> None:
    record_conversation(
        case=case, by=own, at=now, party=mother, began_at=now, outcome="spoke", language="cy",
        concerns=[Words(AFRAID, "cy"), Words("Mae'n dawel.", "cy")],
    )  # fmt: skip
    first, second = case.concerns.order_by("pk")
    client = client_of(own)
    assert "What was said, in English as you put it" in text_of(client, PATH)
    typed = {f"rendering-{first.pk}": "I am afraid at 7 Heol y Dŵr, LL11 1ZZ."}
    assert fill(client, PATH, **TYPED, **typed).status_code == 302
    record = letter_record(case, current_letter(case))
    assert not record.decision_on(first.pk).is_decided
    for reader in readers(case, ()):
        told = letter_facts(record, reader, own, now, draft=True).concerns
        assert [one.words.text for one in told] == [AFRAID, "Mae'n dawel."]
        assert told[0].rendering is not None
        assert told[0].rendering.language == "en"
        assert told[0].rendering.text.startswith("I am afraid at")
        assert "Heol y Dŵr" not in told[0].rendering.text
        assert told[1].rendering is None
    assert "I am afraid at" in text_of(client, PATH)
    assert second.pk not in record.content.concerns
