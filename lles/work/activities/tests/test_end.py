"""An activity that the court did not ask us to monitor: its end is asked for, with why (ACT-END)."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from lles.casefile.changes.directions import Directed, lift_direction, record_order
from lles.casefile.models import Case, Officer, Party, Task
from lles.casefile.tests.pages import client_of, text_of
from lles.work.activities.models import Activity
from lles.work.activities.tests.recorded import MADE, ends, open_tasks

Record = Callable[..., Activity]
KIND = "activities.end"


def test_the_end_of_what_nobody_monitors_is_asked_for_until_it_is_recorded(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    one = record(months=2)
    assert open_tasks(case)["end"] == date(2026, 5, 11), "five working days after 3 May, over a bank holiday"
    ends(one, own, now)
    assert Task.objects.get(case=case, kind=KIND).outcome == "done"


def test_without_a_last_day_it_is_asked_for_on_no_day_and_says_why(record: Record, case: Case) -> None:
    record()
    task = Task.objects.get(case=case, kind=KIND)
    assert task.due_on is None
    assert task.due is not None
    assert "its last day is not known" in str(task.due)


def test_what_the_court_asks_about_or_nobody_has_read_or_we_monitor_asks_for_no_end(
    record: Record, case: Case
) -> None:
    one = record(order=None)
    assert "end" not in open_tasks(case)
    record(one, is_monitored=True)
    assert "end" not in open_tasks(case)


def test_an_activity_that_is_monitored_later_and_then_no_more_asks_for_its_end_again(
    record: Record, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    record()
    watch = Directed("activity_monitoring", due_on=date(2026, 4, 13), party=father)
    order = record_order(case=case, by=own, at=now, kind="", title="C21", made_on=MADE, directions=(watch,))
    assert "end" not in open_tasks(case)
    assert "monitor" in open_tasks(case)
    lift_direction(case=case, by=own, at=now, direction=order.directions.get(), reason="So the court says.")
    assert "end" in open_tasks(case)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "the court did not ask us to monitor it. Ask the provider whether it took place"),
        ("cy", "ac ni ofynnodd y llys i ni ei fonitro"),
    ],
)
def test_the_page_shows_the_day_with_its_why(record: Record, own: Officer, language: str, said: str) -> None:
    one = record(months=2)
    assert said in text_of(client_of(own, language), f"/cases/{one.case.reference}/activities/{one.pk}/")
