"""An assessment ends the risks that were seen by its day, and no later one (FAO-SCOPE)."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from lles.casefile.models import Case, Officer
from lles.work.family_assistance.changes.plan import record_work
from lles.work.family_assistance.models import Assistance, Worked
from lles.work.family_assistance.queries.risks import risk_is_open
from lles.work.family_assistance.tests.conftest import Record

EARLY, BETWEEN, LATE = date(2026, 4, 1), date(2026, 4, 5), date(2026, 4, 10)
Note = Callable[[str, date], None]


@pytest.fixture
def assistance(record: Record) -> Assistance:
    """An order of six months."""
    return record(months=6)


@pytest.fixture
def note(assistance: Assistance, case: Case, own: Officer, now: datetime) -> Note:
    """Records a risk or its assessment on a day."""

    def noted(kind: str, on: date) -> None:
        record_work(
            case=case, by=own, at=now, assistance=assistance, kind=kind, on=on, words="Seen.", language="en"
        )

    return noted


def is_asked(case: Case) -> bool:
    return case.tasks.filter(kind="family_assistance.risk", ended_at=None).exists()


def test_the_assessment_of_an_earlier_risk_leaves_a_later_one(
    assistance: Assistance, note: Note, case: Case
) -> None:
    for kind, on in ((Worked.RISK, EARLY), (Worked.RISK, LATE), (Worked.ASSESSED, BETWEEN)):
        note(kind, on)
    assert is_asked(case)
    assert risk_is_open(assistance)
    note(Worked.ASSESSED, LATE)
    assert not is_asked(case)
    assert case.tasks.get(kind="family_assistance.risk").outcome == "done"


def test_a_risk_that_is_recorded_after_an_assessment_was_not_assessed_by_it(note: Note, case: Case) -> None:
    for kind, on in ((Worked.RISK, EARLY), (Worked.ASSESSED, BETWEEN), (Worked.RISK, EARLY)):
        note(kind, on)
    assert is_asked(case)
