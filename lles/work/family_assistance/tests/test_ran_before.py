"""An order that ran before its tasks had their days gets the same as one that is recorded now (FAO-END)."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib import import_module

import pytest
from django.db import connection

from lles.casefile.changes.due_days import derive_bounds
from lles.casefile.models import Case, Officer, Task
from lles.work.family_assistance.changes.answers import record_answer
from lles.work.family_assistance.changes.plan import write_plan
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.tests.conftest import Record, checked
from lles.work.family_assistance.tests.test_plan import PLAN

Days = set[tuple[str, str, date | None, date | None]]
ENDS = date(2026, 6, 1)


@pytest.fixture
def assistance(record: Record, case: Case, own: Officer, now: datetime) -> Assistance:
    """An order of six months, made on 4 March 2026, with a first draft of its plan."""
    assistance = record(months=6)
    write_plan(case=case, by=own, at=now, assistance=assistance, says_=PLAN, complete=False)
    return assistance


def moved(assistance: Assistance, now: datetime) -> None:
    """Somebody is to look at a new address."""
    kind, father = "family_assistance.address", assistance.case.parties.get(role="respondent")
    task = Task(case=assistance.case, kind=kind, subject=str(assistance.pk), party=father, opened_at=now)
    derive_bounds(task)
    task.save()


def days(case: Case) -> Days:
    """The open tasks of the order with the days between which they are asked for."""
    found = case.tasks.filter(ended_at=None, kind__startswith="family_assistance.")
    return set(found.values_list("kind", "subject", "from_on", "until_on"))


def migrated(case: Case) -> Days:
    """The same where the order ran before tasks had such days."""
    case.tasks.filter(kind="family_assistance.closing").delete()
    case.tasks.update(from_on=None, until_on=None)
    before = import_module("lles.work.family_assistance.migrations.0008_tasks_end_with_their_last_day")
    with connection.cursor() as cursor:
        for one in before.Migration.operations:
            cursor.execute(one.sql)
    return days(case)


def nothing_more(assistance: Assistance, own: Officer, now: datetime) -> None:
    """Nobody has agreed a plan, and the court has said nothing since."""


def has_a_plan(assistance: Assistance, own: Officer, now: datetime) -> None:
    write_plan(
        case=assistance.case,
        by=own,
        at=now,
        assistance=assistance,
        says_=checked(assistance, PLAN),
        complete=True,
    )


def court_ends_it(assistance: Assistance, own: Officer, now: datetime) -> None:
    record_answer(
        case=assistance.case, by=own, at=now, assistance=assistance, answer="ended", on=ENDS, words="",
        language="en",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("then", "last"),
    [(nothing_more, date(2026, 9, 3)), (has_a_plan, date(2026, 9, 3)), (court_ends_it, date(2026, 5, 31))],
)
def test_an_order_that_ran_before_has_the_days_of_one_that_is_recorded_now(
    assistance: Assistance, case: Case, own: Officer, now: datetime, then: Callable[..., None], last: date
) -> None:
    then(assistance, own, now)
    moved(assistance, now)
    derived = days(case)
    assert ("family_assistance.review", str(assistance.pk), None, last) in derived
    assert migrated(case) == derived
    assert migrated(case) == derived, "and it does no harm twice"


def test_an_order_that_nobody_has_read_has_nobody_to_tell(made: Assistance, case: Case) -> None:
    derived = days(case)
    assert not [kind for kind, *_ in derived if kind.endswith("closing")]
    assert migrated(case) == derived


def test_it_is_over_the_day_after(assistance: Assistance, case: Case) -> None:
    migrated(case)
    after = datetime(2026, 9, 4, 9, tzinfo=UTC).date()
    asked = {one.kind for one in case.tasks.filter(ended_at=None) if one.is_asked_for(after)}
    assert {kind for kind in asked if kind.startswith("family_assistance.")} == {
        "family_assistance.closing", "family_assistance.consent",
    }  # fmt: skip
