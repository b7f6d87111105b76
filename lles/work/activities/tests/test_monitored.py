"""An activity is monitored as long as the court asks for it: by a direction that stands, or in the order."""

from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.directions import Directed, amend_direction, lift_direction, record_order
from lles.casefile.models import Case, Direction, Officer, Order, Party
from lles.casefile.tests.pages import client_of, fill, text_of
from lles.work.activities.changes.activity import follow_directions
from lles.work.activities.models import Activity
from lles.work.activities.queries.facts import is_monitored
from lles.work.activities.tests.conftest import Record
from lles.work.activities.tests.recorded import MADE, ends, happens, open_tasks

DAY, JUNE = timedelta(days=1), date(2026, 6, 1)
WATCH = Directed("activity_monitoring", due_on=JUNE)


def order(case: Case, by: Officer, at: datetime, *directed: Directed, kind: str = "") -> Order:
    return record_order(case=case, by=by, at=at, kind=kind, title="C21", made_on=MADE, directions=directed)


def lift(case: Case, by: Officer, at: datetime) -> None:
    live = Direction.objects.get(case=case, kind=WATCH.kind, superseded_at=None)
    lift_direction(case=case, by=by, at=at, direction=live, reason="The court says so.")


def test_what_the_court_takes_back_is_monitored_no_more(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    activity = record()
    order(case, own, now, WATCH)
    happens(activity, own, now, "missed")
    assert (is_monitored(activity), set(open_tasks(case))) == (True, {"referral", "monitor", "failure"})
    lift(case, own, now + DAY)
    assert (is_monitored(activity), set(open_tasks(case))) == (False, {"referral", "end"})


def test_a_second_direction_goes_on_where_the_court_takes_the_first_back(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    activity = record()
    first = order(case, own, now, WATCH).directions.get()
    order(case, own, now, WATCH)
    lift_direction(case=case, by=own, at=now + DAY, direction=first, reason="The court says so.")
    assert (is_monitored(activity), open_tasks(case)["monitor"]) == (True, JUNE)


@pytest.mark.parametrize("is_amended", [True, False])
def test_what_an_order_directs_and_somebody_read_in_it_is_taken_back_once(
    record: Record, case: Case, own: Officer, now: datetime, *, is_amended: bool
) -> None:
    made = order(case, own, now, WATCH, kind="activities")
    activity = record(Activity.objects.get(), order=made, is_monitored=True)
    if is_amended:
        later, live = order(case, own, now + DAY), made.directions.get()
        amend_direction(case=case, by=own, at=now + DAY, direction=live, said=WATCH, order=later)
    lift(case, own, now + 2 * DAY)
    assert (is_monitored(activity), set(open_tasks(case))) == (False, {"referral", "end"})


def test_the_question_is_not_asked_where_a_direction_answers_it_and_the_answer_stays(
    record: Record, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    activity, client = record(is_monitored=False), client_of(own)
    page = f"/cases/{case.reference}/activities/{activity.pk}/"
    typed = {"party": str(father.pk), "form": "direction", "kind": "programme"}
    assert 'name="is_monitored"' in text_of(client, f"{page}terms/")
    order(case, own, now, WATCH)
    asked = text_of(client, f"{page}terms/")
    assert 'name="is_monitored"' not in asked
    assert "The court directs us to monitor it." in asked
    assert fill(client, f"{page}terms/", **typed, order=str(activity.order_id)).status_code == 302
    activity.refresh_from_db()
    assert (activity.is_monitored, is_monitored(activity)) == (False, True)
    assert "the court asks for that, and for a report of any failure" in text_of(client, page).lower()
    lift(case, own, now + DAY)
    assert "the court has not asked for that" in text_of(client, page).lower()


def test_a_direction_after_one_activity_ended_is_about_the_one_that_goes_on(
    record: Record, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    first, second = record(), record(order=order(case, own, now))
    ends(second, own, now)
    watch = Directed("activity_monitoring", due_on=JUNE, party=father)
    order(case, own, now + DAY, watch)
    assert [is_monitored(one) for one in (first, second)] == [True, False]
    ends(first, own, now + 2 * DAY)
    follow_directions(case=case, by=own, at=now + 2 * DAY)
    assert [is_monitored(one) for one in (first, second)] == [True, False]


def test_a_direction_stays_with_the_activity_that_ended_after_it(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    first, second = record(), record(order=order(case, own, now))
    order(case, own, now, WATCH)
    ends(second, own, now + DAY)
    assert [is_monitored(one) for one in (first, second)] == [False, True]
    assert "monitor" not in open_tasks(case)
