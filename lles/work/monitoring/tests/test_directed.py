"""The reports that the court asks for: in whichever order it does, how often it does, and by which hour."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest

from lles.casefile.changes.directions import Directed, amend_direction, lift_direction, record_order
from lles.casefile.models import Case, Officer, Order, Task
from lles.casefile.tests.accepted import the_court_accepts
from lles.casefile.tests.pages import client_of, text_of
from lles.work.monitoring.changes.documents import file_report
from lles.work.monitoring.models import Breach, Monitoring
from lles.work.monitoring.queries.facts import live_directions
from lles.work.monitoring.queries.letters import letter_facts, untold
from lles.work.monitoring.queries.pages import shown
from lles.work.monitoring.queries.report import Author

Record = Callable[..., Monitoring]
INTERIM, END, BREACH = (f"monitoring_{name}_report" for name in ("interim", "end", "breach"))
MAY, AUGUST = date(2026, 5, 4), date(2026, 8, 4)
NOON = time(12)


def waiting(case: Case) -> list[Task]:
    return list(case.tasks.filter(kind="monitoring.report", ended_at=None).order_by("due_on", "pk"))


def ended_as(case: Case) -> list[str]:
    found = case.tasks.filter(kind="monitoring.report").exclude(ended_at=None).order_by("pk")
    return list(found.values_list("outcome", flat=True))


def later_order(case: Case, by: Officer, at: datetime, *directs: Directed) -> Order:
    return record_order(case=case, by=by, at=at, kind="", title="C21", made_on=at.date(), directions=directs)


def file(monitoring: Monitoring, by: Officer, at: datetime, kind: str) -> None:
    """A report that the court has in every language."""
    case = monitoring.case
    author = Author("It goes well.", "en", child_to_parties=False, other_words="Yr un peth.")
    reasons = {"MON-REPORT": "The court asked for it by now."}
    file_report(case=case, by=by, at=at, monitoring=monitoring, kind=kind, author=author, reasons=reasons)
    the_court_accepts(case, by, at)


def test_a_report_that_a_later_order_moves_stays_to_be_written_by_the_new_day(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    monitoring = record(directs=(Directed(INTERIM, due_on=MAY),))
    (task,) = waiting(case)
    order, at = later_order(case, own, now + timedelta(days=7)), now + timedelta(days=7)
    (direction,) = live_directions(monitoring)
    said = Directed(INTERIM, due_on=AUGUST)
    amend_direction(case=case, by=own, at=at, direction=direction, said=said, order=order)
    assert [(one.pk, one.due_on) for one in waiting(case)] == [(task.pk, AUGUST)]
    assert ended_as(case) == []


def test_a_report_that_a_later_order_alone_asks_for_is_to_be_written(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    record(directs=())
    later_order(case, own, now + timedelta(days=7), Directed(INTERIM, due_on=MAY))
    assert [one.due_on for one in waiting(case)] == [MAY]


def test_each_of_two_reports_in_between_waits_until_it_is_written(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    monitoring = record(directs=(Directed(INTERIM, due_on=MAY),))
    later_order(case, own, now, Directed(INTERIM, due_on=AUGUST))
    assert [one.due_on for one in waiting(case)] == [MAY, AUGUST]
    page = shown(monitoring, MAY)
    assert [one.on for one in page.days if one.rule == "CAL-ORDER-WINS"] == [MAY, AUGUST]
    file(monitoring, own, now + timedelta(days=30), "interim")
    assert [one.due_on for one in waiting(case)] == [AUGUST]
    assert ended_as(case) == ["done"]
    file(monitoring, own, now + timedelta(days=90), "interim")
    assert waiting(case) == []
    assert ended_as(case) == ["done", "done"]


def test_a_report_at_the_end_of_each_child_has_its_own_task(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    monitoring = record(directs=())
    children = list(case.children.order_by("pk"))
    later_order(case, own, now, *(Directed(END, child=child) for child in children))
    assert [one.direction.child for one in waiting(case) if one.direction] == children
    assert [one.child for one in waiting(case)] == children
    file(monitoring, own, now + timedelta(days=90), "end")
    assert len(waiting(case)) == len(children) - 1


def test_a_report_that_the_court_asks_for_no_more_ends_as_one_that_it_took_back(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    monitoring = record(directs=(Directed(INTERIM, due_on=MAY),))
    (direction,) = live_directions(monitoring)
    lift_direction(case=case, by=own, at=now, direction=direction, reason="The court said so.")
    assert waiting(case) == []
    assert ended_as(case) == ["lifted"]


@pytest.mark.parametrize(
    ("due_on", "on", "at_time", "rule"),
    [
        (date(2026, 3, 18), date(2026, 3, 18), NOON, "CAL-ORDER-WINS"),
        (date(2026, 3, 17), date(2026, 3, 17), NOON, "CAL-ORDER-WINS"),
        (date(2026, 3, 16), date(2026, 3, 24), None, "MON-REPORT"),
    ],
)
def test_the_day_and_hour_that_the_court_set_for_a_report_on_a_breach_win_until_they_have_passed(
    record: Record, confirmed: Breach, case: Case, own: Officer, now: datetime, due_on: date, on: date,
    at_time: time | None, rule: str,
) -> None:  # fmt: skip
    (direction,) = live_directions(confirmed.monitoring)
    said = Directed(BREACH, due_on=due_on, due_time=NOON)
    amend_direction(case=case, by=own, at=now, direction=direction, said=said, order=direction.order)
    task = case.tasks.get(kind="monitoring.breach", ended_at=None)
    assert (task.due_on, task.provision) == (on, rule)
    assert (task.due or {}).get("at_time") == (f"{at_time:%H:%M}" if at_time else None)
    assert task.direction is not None
    assert task.direction.due_on == due_on


def test_a_letter_gives_the_day_of_a_report_as_it_was_here_just_after_midnight_in_summer(
    record: Record, own: Officer
) -> None:
    monitoring, at = record(), datetime(2026, 6, 14, 23, 30, tzinfo=UTC)
    file(monitoring, own, at, "interim")
    (to, *_others) = untold(monitoring, "closing")
    assert letter_facts(monitoring, to, own, at).reported_on == (date(2026, 6, 15),)


def test_the_page_of_orders_gives_the_day_of_a_report_on_a_breach_that_its_order_leaves_open(
    confirmed: Breach, case: Case, own: Officer
) -> None:
    page = text_of(client_of(own), f"/cases/{case.reference}/orders/")
    assert "Due Tue 24 Mar" in page
    assert "Ask the court for one" not in page


def test_the_page_of_orders_asks_for_no_day_where_nothing_is_to_be_reported_yet(
    record: Record, case: Case, own: Officer
) -> None:
    record()
    page = text_of(client_of(own), f"/cases/{case.reference}/orders/")
    assert "The work on it says by when" in page
    assert "Ask the court for one" not in page


def test_the_tasks_about_two_breaches_are_told_apart(confirmed: Breach, case: Case, own: Officer) -> None:
    page = text_of(client_of(own), f"/cases/{case.reference}/tasks/")
    assert ": provision 1, Saturday 14 March 2026" in page
