"""An order that was recorded at court and comes by the feed later is one order: its work opens once."""

from datetime import date, datetime, time
from typing import Any

import pytest

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.models import Case, Officer
from lles.work.intake.tests.test_take import invented, take

MADE, DUE, SOONER = date(2026, 3, 12), date(2026, 7, 13), date(2026, 6, 1)
FAMILY = {"orderType": "familyAssistOrder"}
DIRECTIONS = {"orderType": "directionOnIssue", "courtReportType": ["Section 7 report"]}


@pytest.fixture
def ours(service: Officer, now: datetime) -> Case:
    """A case of the feed."""
    take(invented(), service, now)
    return Case.objects.get()


def sent(order: dict[str, Any], due: date | None = None, made: date = MADE) -> dict[str, Any]:
    """An answer of the feed with one order of a day."""
    said = {"otherDetails": {"orderMadeDate": f"{made:%-d %B %Y}"}, **order}
    if due:
        said["originalFilingDate"] = due.isoformat()
    return invented(case_data={"orderCollection": [{"id": "o1", "value": said}]}) | {
        "last_modified": "2026-03-20T10:00:00"
    }


def key(case: Case, by: Officer, at: datetime, kind: str, *directions: Directed) -> None:
    record_order(case=case, by=by, at=at, kind=kind, title="As heard", made_on=MADE, directions=directions)


def waits(case: Case, kind: str) -> int:
    return case.tasks.filter(kind=kind, ended_at=None).count()


def test_an_order_of_the_same_kind_and_day_is_taken_over(ours: Case, service: Officer, now: datetime) -> None:
    key(ours, service, now, "family_assistance")
    take(sent(FAMILY), service, now)
    assert [one.court_key for one in ours.orders.all()] == ["o1"]
    assert waits(ours, "family_assistance.terms") == 1


@pytest.mark.parametrize("made", [date(2026, 3, 11), date(2026, 3, 13)])
def test_an_order_of_another_day_is_another_order(
    ours: Case, service: Officer, now: datetime, made: date
) -> None:
    key(ours, service, now, "family_assistance")
    take(sent(FAMILY, made=made), service, now)
    assert ours.orders.count() == 2
    assert waits(ours, "family_assistance.terms") == 2


def test_two_of_one_day_stay_because_nothing_tells_them_apart(
    ours: Case, service: Officer, now: datetime
) -> None:
    key(ours, service, now, "family_assistance")
    key(ours, service, now, "family_assistance")
    take(sent(FAMILY), service, now)
    assert ours.orders.count() == 3


def test_what_was_directed_at_court_is_not_directed_again_by_the_feed(
    ours: Case, service: Officer, now: datetime
) -> None:
    efa = ours.children.get()
    key(ours, service, now, "", Directed("section_7_report", "", DUE, time(16), efa, paragraph="5"))
    take(sent(DIRECTIONS, DUE), service, now)
    (direction,) = ours.directions.filter(superseded_at=None)
    assert (direction.child, direction.paragraph, direction.due_on) == (efa, "5", DUE)
    assert waits(ours, "first_hearing.direction") == 1


def test_the_day_that_the_court_writes_wins(ours: Case, service: Officer, now: datetime) -> None:
    key(ours, service, now, "", Directed("section_7_report", "", DUE, paragraph="5"))
    take(sent(DIRECTIONS, SOONER), service, now)
    (direction,) = ours.directions.filter(superseded_at=None)
    assert (direction.paragraph, direction.due_on) == ("5", SOONER)
    (task,) = ours.tasks.filter(kind="first_hearing.direction", ended_at=None)
    assert task.due_on == SOONER


def test_what_an_order_of_another_day_directs_is_another_thing(
    ours: Case, service: Officer, now: datetime
) -> None:
    key(ours, service, now, "", Directed("section_7_report", "", DUE))
    take(sent(DIRECTIONS, DUE, made=date(2026, 3, 13)), service, now)
    assert ours.directions.filter(superseded_at=None).count() == 2
