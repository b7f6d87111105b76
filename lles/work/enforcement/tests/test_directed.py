"""What the court directs of us about an enforcement: amended, asked anew, taken back, in whichever order."""

from datetime import date, datetime, timedelta

from lles.casefile.changes.directions import Directed, amend_direction, lift_direction, record_order
from lles.casefile.models import Case, Direction, Officer, Order, Party
from lles.work.enforcement.models import Enforcement
from lles.work.enforcement.queries.facts import last_day_of
from lles.work.enforcement.tests.conftest import Record
from lles.work.enforcement.tests.recorded import MADE, open_tasks
from lles.work.enforcement.tests.written import write

SEPTEMBER, JUNE = date(2026, 9, 1), date(2026, 6, 1)
DAY = timedelta(days=1)


def order(case: Case, by: Officer, at: datetime, *directed: Directed, kind: str = "") -> Order:
    return record_order(case=case, by=by, at=at, kind=kind, title="C21", made_on=MADE, directions=directed)


def live(case: Case, kind: str) -> Direction:
    return case.directions.get(kind=kind, superseded_at=None)


def amend(case: Case, by: Officer, at: datetime, kind: str, due_on: date) -> Direction:
    said, later = Directed(kind, due_on=due_on, party=live(case, kind).party), order(case, by, at)
    return amend_direction(case=case, by=by, at=at, direction=live(case, kind), said=said, order=later)


def test_monitoring_that_a_later_order_amends_moves_to_its_new_day(
    case: Case, own: Officer, now: datetime
) -> None:
    watch = Directed("enforcement_monitoring", due_on=SEPTEMBER)
    order(case, own, now, watch, kind="enforcement")
    assert open_tasks(case)["monitor"] == SEPTEMBER
    new = amend(case, own, now + DAY, "enforcement_monitoring", JUNE)
    task = case.tasks.get(kind="enforcement.monitor", ended_at=None)
    assert (task.due_on, task.direction) == (JUNE, new)
    assert Enforcement.objects.count() == 1


def test_monitoring_that_an_order_about_something_else_directs_is_of_the_last_one(
    ordered: Record, case: Case, own: Officer, now: datetime
) -> None:
    ordered()
    order(case, own, now, Directed("enforcement_monitoring", due_on=JUNE))
    assert open_tasks(case)["monitor"] == JUNE
    assert Enforcement.objects.count() == 1


def test_monitoring_whose_day_the_court_takes_back_goes_to_the_end_of_the_order(
    case: Case, own: Officer, now: datetime
) -> None:
    order(case, own, now, Directed("enforcement_monitoring", due_on=JUNE), kind="enforcement")
    assert open_tasks(case)["monitor"] == JUNE
    direction = live(case, "enforcement_monitoring")
    lift_direction(case=case, by=own, at=now, direction=direction, reason="The court says so.")
    assert open_tasks(case)["monitor"] == last_day_of(Enforcement.objects.get()) != JUNE


def test_a_question_that_the_court_asks_a_second_time_is_answered_a_second_time(
    apply: Record, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    asked = Directed("enforcement_information", due_on=JUNE, party=father)
    enforcement = apply()
    order(case, own, now, asked)
    write(enforcement, own, now + DAY, "information", reasons={"ENF-INFO": "He was not reached."})
    assert "information" not in open_tasks(case)
    order(case, own, now + 2 * DAY, asked)
    assert open_tasks(case)["information"] == JUNE
    write(enforcement, own, now + 3 * DAY, "information", reasons={"ENF-INFO": "He was not reached."})
    assert "information" not in open_tasks(case)
    assert Enforcement.objects.count() == 1


def test_a_question_that_names_nobody_is_asked_of_each_application_that_waits(
    apply: Record, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    both = apply(), apply(party=mother)
    order(case, own, now, Directed("enforcement_information", due_on=JUNE))
    asked = case.tasks.filter(kind="enforcement.information", ended_at=None)
    assert {one.subject for one in asked} == {str(one.pk) for one in both}
    write(both[0], own, now + DAY, "information", reasons={"ENF-INFO": "He was not reached."})
    assert [one.subject for one in asked.all()] == [str(both[1].pk)]


def test_a_question_after_the_order_is_about_another_application(
    ordered: Record, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    first = ordered()
    order(case, own, now + DAY, Directed("enforcement_information", due_on=JUNE, party=father))
    task = case.tasks.get(kind="enforcement.information", ended_at=None)
    assert task.subject == str(Enforcement.objects.exclude(pk=first.pk).get().pk)
    new = amend(case, own, now + 2 * DAY, "enforcement_information", SEPTEMBER)
    task.refresh_from_db()
    assert (task.due_on, task.direction, task.ended_at) == (SEPTEMBER, new, None)
    assert Enforcement.objects.count() == 2
