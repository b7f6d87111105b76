"""Once the court has a document its page says on which day it was filed, and no due day."""

from datetime import datetime, timedelta

import pytest

from lles.casefile.models import Case, Officer
from lles.casefile.tests.pages import client_of, text_of
from lles.work.safeguarding.changes.further import file_further
from lles.work.safeguarding.changes.letter import file_letter, write_letter
from lles.work.safeguarding.tests.contents import about_safety
from lles.work.safeguarding.tests.further_cases import (
    NOTE,
    REASONS,
    UPDATE,
    answer,
    arrive,
    filed,
    soon,
    write_update,
)

__all__ = ["filed", "soon"]
CASE = "/cases/C-2288/"
FILED = {"en": "Filed on Wed 4 March", "cy": "Cyflwynwyd i'r llys Mer 4 Mawrth"}
DUE = {"en": ">Due ", "cy": ">Dyddiad cwblhau: "}


def page_of(own: Officer, page: str, language: str = "en") -> str:
    return text_of(client_of(own, language), f"{CASE}{page}")


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("page", ["letter/", "letter/file/"])
def test_a_letter_that_the_court_has_is_not_due(filed: Case, own: Officer, page: str, language: str) -> None:
    shown = page_of(own, page, language)
    assert FILED[language] in shown
    assert DUE[language] not in shown


def test_a_letter_is_due_until_the_court_has_it(soon: Case, own: Officer, now: datetime) -> None:
    assert DUE["en"] in page_of(own, "letter/")
    write_letter(case=soon, by=own, at=now, content=about_safety("Safe today."))
    file_letter(case=soon, by=own, at=now, reasons=REASONS)
    shown = page_of(own, "letter/")
    assert DUE["en"] in shown
    assert "Sealed on" in shown
    assert "the court does not have it yet" in shown


def test_a_note_that_the_court_has_is_not_due(soon: Case, own: Officer, now: datetime) -> None:
    assert DUE["en"] in page_of(own, "note-to-court/")
    file_further(case=soon, by=own, at=now, kind=NOTE, reasons=REASONS)
    arrive(soon, own, now)
    shown = page_of(own, "note-to-court/")
    assert FILED["en"] in shown
    assert DUE["en"] not in shown


def test_a_further_update_is_due_again_once_something_is_new(
    filed: Case, own: Officer, now: datetime
) -> None:
    write_update(filed, own, now)
    file_further(case=filed, by=own, at=now, kind=UPDATE, reasons=REASONS)
    arrive(filed, own, now)
    assert FILED["en"] in page_of(own, "letter-update/")
    answer(filed, own, now + timedelta(days=1))
    shown = page_of(own, "letter-update/")
    assert FILED["en"] not in shown
    assert DUE["en"] in shown
