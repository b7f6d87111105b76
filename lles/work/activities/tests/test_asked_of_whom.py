"""What the court asks or directs is about the adult it names, and about each where it names nobody."""

from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.models import Case, Officer, Order, Party
from lles.work.activities.models import Activity
from lles.work.activities.queries.facts import is_monitored
from lles.work.activities.tests.conftest import Record
from lles.work.activities.tests.recorded import MADE, happens, open_tasks, write

MARCH, JUNE, DAY = date(2026, 3, 20), date(2026, 6, 1), timedelta(days=1)
REASONS = {"ACT-INFO": "He was not reached."}


def order(case: Case, by: Officer, at: datetime, *directed: Directed, kind: str = "") -> Order:
    return record_order(case=case, by=by, at=at, kind=kind, title="C21", made_on=MADE, directions=directed)


def subjects(case: Case, kind: str) -> set[str]:
    found = case.tasks.filter(kind=f"activities.{kind}", ended_at=None)
    return set(found.values_list("subject", flat=True))


def test_a_question_about_the_father_stays_where_the_order_turns_out_to_be_about_the_mother(
    record: Record, case: Case, own: Officer, now: datetime, father: Party, mother: Party
) -> None:
    order(case, own, now, Directed("activity_information", due_on=MARCH, party=father))
    made = order(case, own, now + DAY, kind="activities")
    asked = Activity.objects.get()
    of_mother = record(asked, party=mother, order=made)
    asked.refresh_from_db()
    assert (asked.party, asked.order, of_mother.party, of_mother.order) == (father, None, mother, made)
    (task,) = case.tasks.filter(kind="activities.information")
    assert (task.subject, task.due_on, task.ended_at) == (str(asked.pk), MARCH, None)
    write(asked, own, now + 2 * DAY, "information", REASONS, activity="Yes.")
    assert "information" not in open_tasks(case)


def test_a_question_is_answered_by_the_order_that_is_about_the_same_adult(
    record: Record, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    order(case, own, now, Directed("activity_information", due_on=MARCH, party=father))
    made = order(case, own, now + DAY, kind="activities")
    record(Activity.objects.get(), order=made)
    assert Activity.objects.get().order == made
    assert open_tasks(case)["information"] == MARCH


@pytest.mark.parametrize("is_read", [False, None])
def test_a_direction_in_the_order_that_names_nobody_is_about_each_adult_it_binds(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party, *, is_read: bool | None
) -> None:
    made = order(case, own, now, Directed("activity_monitoring", due_on=JUNE), kind="activities")
    first = record(Activity.objects.get(), order=made, is_monitored=is_read)
    second = record(order=made, party=mother, is_monitored=is_read)
    assert all(is_monitored(one) for one in (first, second))
    assert subjects(case, "monitor") == {str(first.pk), str(second.pk)}
    happens(second, own, now, "missed")
    assert subjects(case, "failure") == {str(second.pk)}


def test_a_later_direction_that_names_nobody_opens_its_work_for_each_adult(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    first = record()
    second = record(order=first.order, party=mother)
    order(case, own, now + DAY, Directed("activity_monitoring", due_on=JUNE))
    assert subjects(case, "monitor") == {str(first.pk), str(second.pk)}
