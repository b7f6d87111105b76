"""The letter at the start claims no consent that is not on the file."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from lles.casefile.models import Case, Officer, Party
from lles.work.family_assistance.changes.papers import make_papers
from lles.work.family_assistance.changes.said import record_consent
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.papers import Typed
from lles.work.family_assistance.rules.papers import Paper
from lles.work.family_assistance.tests.test_papers import of

UNASKED = {"en": "We have no note of yours", "cy": "Nid oes gennym nodyn o’ch cydsyniad chi"}
REFUSED = {"en": "you do not consent", "cy": "nad ydych yn cydsynio"}


@pytest.mark.parametrize("answer", ["", "given", "refused", "withdrawn"])
def test_the_letter_at_the_start_says_which_consent_of_its_reader_is_on_the_file(
    record: Callable[..., Assistance], case: Case, own: Officer, now: datetime, father: Party, answer: str
) -> None:
    Party.objects.filter(pk=father.pk).update(language="")
    assistance = record(months=6)
    for one in filter(None, ("given" if answer == "withdrawn" else "", answer)):
        record_consent(
            case=case, by=own, at=now, assistance=assistance, party=father, answer=one, way="in_person",
            on=date(2026, 3, 2), taken_by="A. Officer",
        )  # fmt: skip
    made = list(
        make_papers(case=case, by=own, at=now, assistance=assistance, paper=Paper.LETTER, typed=Typed())
    )
    for language in ("en", "cy"):
        text = of(made, father.slug, language)
        assert (UNASKED[language] in text) is (answer == "")
        assert (REFUSED[language] in text) is (answer == "refused")
        assert "has agreed to it" not in text
        assert "wedi cytuno y mae" not in text
