"""What the court directs of us about an activity: amended, asked anew, taken back, in whichever order."""

from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.directions import Directed, amend_direction, lift_direction, record_order
from lles.casefile.models import Case, Direction, Officer, Order, Party
from lles.work.activities.models import Activity
from lles.work.activities.tests.conftest import Record
from lles.work.activities.tests.recorded import MADE, open_tasks, write

SEPTEMBER, JUNE = date(2026, 9, 1), date(2026, 6, 1)
DAY = timedelta(days=1)
REASONS = {"ACT-INFO": "He was not reached."}


def order(case: Case, by: Officer, at: datetime, *directed: Directed, kind: str = "") -> Order:
    return record_order(case=case, by=by, at=at, kind=kind, title="C21", made_on=MADE, directions=directed)


def live(case: Case, kind: str) -> Direction:
    return case.directions.get(kind=kind, superseded_at=None)


def amend(case: Case, by: Officer, at: datetime, kind: str, due_on: date) -> Direction:
    said, later = Directed(kind, due_on=due_on, party=live(case, kind).party), order(case, by, at)
    return amend_direction(case=case, by=by, at=at, direction=live(case, kind), said=said, order=later)


@pytest.mark.parametrize("names_him", [True, False])
def test_monitoring_that_a_later_order_amends_moves_to_its_new_day(
    record: Record, case: Case, own: Officer, now: datetime, father: Party, names_him: bool
) -> None:
    watch = Directed("activity_monitoring", due_on=SEPTEMBER, party=father if names_him else None)
    order(case, own, now, watch, kind="activities")
    activity = Activity.objects.get()
    record(activity, order=activity.order, is_monitored=True)
    assert open_tasks(case)["monitor"] == SEPTEMBER
    record(order=order(case, own, now))
    new = amend(case, own, now + DAY, "activity_monitoring", JUNE)
    task = case.tasks.get(kind="activities.monitor", ended_at=None)
    assert (task.subject, task.due_on, task.direction) == (str(activity.pk), JUNE, new)
    assert Activity.objects.count() == 2


def test_monitoring_that_an_order_about_something_else_directs_has_its_day(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    record(is_monitored=True)
    order(case, own, now, Directed("activity_monitoring", due_on=JUNE))
    assert open_tasks(case)["monitor"] == JUNE


def test_monitoring_whose_day_the_court_takes_back_goes_to_the_end_of_the_order(
    record: Record, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    record(is_monitored=True, months=2)
    order(case, own, now, Directed("activity_monitoring", due_on=JUNE, party=father))
    assert open_tasks(case)["monitor"] == JUNE
    direction = live(case, "activity_monitoring")
    lift_direction(case=case, by=own, at=now, direction=direction, reason="The court says so.")
    assert open_tasks(case)["monitor"] == date(2026, 5, 3)


@pytest.mark.parametrize("names_him", [True, False])
def test_a_question_that_the_court_asks_a_second_time_is_answered_a_second_time(
    record: Record, case: Case, own: Officer, now: datetime, father: Party, names_him: bool
) -> None:
    asked = Directed("activity_information", due_on=JUNE, party=father if names_him else None)
    order(case, own, now, asked)
    activity = record(Activity.objects.get(), order=None)
    assert open_tasks(case)["information"] == JUNE
    write(activity, own, now + DAY, "information", REASONS, activity="Yes.")
    assert "information" not in open_tasks(case)
    order(case, own, now + 2 * DAY, asked)
    assert open_tasks(case)["information"] == JUNE
    write(activity, own, now + 3 * DAY, "information", REASONS, activity="Yes.")
    assert "information" not in open_tasks(case)
    assert Activity.objects.count() == 1


def test_of_two_questions_the_first_day_counts_and_one_answer_is_one_to_both(
    case: Case, own: Officer, now: datetime, record: Record, father: Party
) -> None:
    for due_on in (JUNE, SEPTEMBER):
        order(case, own, now, Directed("activity_information", due_on=due_on, party=father))
    activity = record(Activity.objects.get(), order=None)
    assert open_tasks(case)["information"] == JUNE
    write(activity, own, now + DAY, "information", REASONS, activity="Yes.")
    assert "information" not in open_tasks(case)


def test_a_question_after_the_order_is_about_another_activity(
    record: Record, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    first = record()
    order(case, own, now + DAY, Directed("activity_information", due_on=JUNE, party=father))
    task = case.tasks.get(kind="activities.information", ended_at=None)
    assert task.subject == str(Activity.objects.exclude(pk=first.pk).get().pk)
    new = amend(case, own, now + 2 * DAY, "activity_information", SEPTEMBER)
    task.refresh_from_db()
    assert (task.due_on, task.direction, task.ended_at) == (SEPTEMBER, new, None)
    assert Activity.objects.count() == 2
