"""Where the day of an enforcement order that was recorded here is put right, its work follows."""

from collections.abc import Callable
from datetime import date, datetime

from lles.casefile.changes.orders import correct_day
from lles.casefile.models import Case, Officer
from lles.casefile.tests.pages import client_of, text_of
from lles.work.enforcement.models import Enforcement
from lles.work.enforcement.queries.facts import enforcement_of, last_day_of
from lles.work.enforcement.tests.recorded import open_tasks

Record = Callable[..., Enforcement]


def test_the_last_day_the_task_and_the_page_follow_the_corrected_day(
    ordered: Record, case: Case, own: Officer, now: datetime
) -> None:
    one = ordered(100)
    assert open_tasks(case)["monitor"] == date(2027, 3, 3)
    assert one.order is not None
    correct_day(case=case, by=own, at=now, order=one.order, made_on=date(2026, 3, 2), reason="It says so.")
    assert open_tasks(case)["monitor"] == date(2027, 3, 1)
    again = enforcement_of(case, one.pk)
    assert again is not None
    assert last_day_of(again) == date(2027, 3, 1)
    assert "1 March 2027" in text_of(client_of(own), f"/cases/{case.reference}/enforcement/{one.pk}/")
