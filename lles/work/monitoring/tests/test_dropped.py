"""A report that the court wants stands until somebody says how the court took it back."""

from datetime import datetime

import pytest

from lles.casefile.changes.directions import Directed
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, fill, said, summary_of
from lles.law.due import NoDay
from lles.work.monitoring.queries.due import report_due
from lles.work.monitoring.queries.facts import INTERIM, live_directions
from lles.work.monitoring.tests.conftest import WEEKENDS, Record

NO_DAY = {"en": "set no day, so none follows", "cy": "heb bennu diwrnod"}
ASKS = {"en": "it would no longer stand", "cy": "ni fyddai'n sefyll mwyach"}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_an_interim_report_without_a_day_stays_without_one(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party, language: str
) -> None:
    monitoring = record(directs=(Directed(INTERIM),))
    task = case.tasks.get(kind="monitoring.report", ended_at=None)
    due = report_due(task)
    assert task.due_on is None
    assert isinstance(due, NoDay)
    assert NO_DAY[language] in due.says.said(language)  # type: ignore[arg-type]  # one of the two
    client = client_of(own, language)
    page = f"/cases/{case.reference}/monitoring/{monitoring.pk}/terms/"
    typed = {
        "words-0": WEEKENDS, "kind-0": "time_with", f"limb-{mother.pk}": "time_with_another", "months": "6",
        "as_sealed": "yes", "by_consent": "no", "is_excepted": "no", "language_of_words": "en",
    }  # fmt: skip
    answer = fill(client, page, **typed, reports=["interim"])
    assert answer.status_code == 302, summary_of(answer)
    assert [(one.kind, one.due_on) for one in live_directions(monitoring)] == [(INTERIM, None)]
    assert ASKS[language] in said(fill(client, page, **typed, reports=["breach"]))
    assert [one.kind for one in live_directions(monitoring)] == [INTERIM]
    why = {"reason-DIR-RECORD": "By the order of 9 April."}
    assert fill(client, page, **typed, reports=[], **why).status_code == 302
    assert live_directions(monitoring) == []
