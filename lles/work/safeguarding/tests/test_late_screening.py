"""An application that comes late for its hearing: screened on the day it came, and the page says why soon."""

from datetime import UTC, date, datetime

import pytest

from lles.casefile.models import Application, Case, Hearing, Officer
from lles.casefile.tests.pages import client_of, text_of
from lles.law.bilingual import Text
from lles.law.due import Due
from lles.work.safeguarding.changes.screening import begin
from lles.work.safeguarding.queries.screening import SCREEN, screening_due_day
from lles.work.safeguarding.rules.checks import screened_on_receipt


@pytest.fixture
def late(case: Case, now: datetime) -> Case:
    """Received on Wednesday 4 March, heard on Thursday 5 March; no child arrangements order is asked for."""
    Application.objects.filter(case=case).delete()
    Application.objects.create(case=case, kind="specificIssueOrder")
    Hearing.objects.create(
        case=case, court_key="1", type_code="ABA5-FHR", starts_at=datetime(2026, 3, 5, 10, tzinfo=UTC)
    )
    begin(case, now)
    return case


def test_a_day_before_receipt_becomes_the_day_of_receipt() -> None:
    letter = Due(date(2026, 2, 26), None, "SG-LETTER-BEFORE", None, None, None, (), Text("Due.", "Dyddiad."))
    due = screened_on_receipt(letter, date(2026, 3, 4))
    assert due.on == date(2026, 3, 4)
    assert not due.is_late_on(date(2026, 3, 4))
    assert "4 March 2026" in due.says.en
    assert "4 Mawrth 2026" in due.says.cy


@pytest.mark.parametrize(("language", "words"), [("en", "5 March 2026"), ("cy", "5 Mawrth 2026")])
def test_it_is_screened_on_the_day_it_came_and_the_page_says_that_the_hearing_is_near(
    late: Case, own: Officer, language: str, words: str
) -> None:
    assert late.tasks.filter(kind=SCREEN, ended_at=None).exists()
    on = screening_due_day(late).on
    assert on is not None
    assert late.received_on is not None
    assert on >= late.received_on
    assert words in text_of(client_of(own, language), f"/cases/{late.reference}/screening/")
