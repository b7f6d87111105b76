"""No job has to run for the end of an order to be right wherever its tasks stand (FAO-END)."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from lles.casefile.models import Case, Officer
from lles.casefile.queries.today import today_tasks
from lles.casefile.queries.work import open_tasks
from lles.casefile.tests.pages import client_of, text_of
from lles.conftest import case, father, manager, mother, now, office, officer_with, own
from lles.work.allocation.queries import carried_by, loads
from lles.work.closing.queries.facts import tasks_left
from lles.work.family_assistance.changes.plan import write_plan
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.pages import shown
from lles.work.family_assistance.tests.conftest import Record, checked, made, record
from lles.work.family_assistance.tests.test_plan import PLAN, asked_for

__all__ = ["case", "father", "made", "manager", "mother", "now", "office", "officer_with", "own", "record"]

LAST, AFTER = datetime(2026, 9, 3, 9, tzinfo=UTC), datetime(2026, 9, 4, 9, tzinfo=UTC)
BEFORE = {f"family_assistance.{one}" for one in ("plan", "letter", "review", "end")}
CLOSING = "family_assistance.closing"
AGREE, TELL = "Agree a family assistance plan", "Tell everybody that family assistance ends"
each_side = pytest.mark.parametrize(("at", "is_over"), [(LAST, False), (AFTER, True)])


@pytest.fixture
def assistance(record: Record, case: Case, now: datetime) -> Assistance:
    """An order of six months, made on 4 March 2026; nothing else waits in its case."""
    assistance = record(months=6)
    case.tasks.exclude(kind__in=[*BEFORE, CLOSING]).update(ended_at=now)
    return assistance


@each_side
def test_every_list_of_what_is_to_be_done_knows_the_day(
    assistance: Assistance, case: Case, own: Officer, at: datetime, is_over: bool
) -> None:
    today = at.date()
    lists = (
        {row.kind.name for row in today_tasks(own, today, at)},
        {row.task.kind for row in open_tasks(case, today)},
    )
    assert all(found == ({CLOSING} if is_over else BEFORE) for found in lists), lists
    assert {one.title.en for one in tasks_left(case, today, {})} >= {TELL if is_over else AGREE}
    assert len(tasks_left(case, today, {})) == (1 if is_over else len(BEFORE))


@each_side
@pytest.mark.parametrize("page", ["/", "/cases/{}/", "/cases/{}/closing/"])
def test_every_page_knows_the_day(
    assistance: Assistance, case: Case, own: Officer, at: datetime, is_over: bool, page: str
) -> None:
    with time_machine.travel(at, tick=False):
        html = text_of(client_of(own), page.format(case.reference))
    assert (AGREE in html, TELL in html) == (not is_over, is_over)


@each_side
@pytest.mark.parametrize(
    ("language", "ended"), [("en", "Ended with their last day"), ("cy", "Wedi dod i ben ar eu diwrnod olaf")]
)
def test_the_tasks_say_what_the_day_ended(
    assistance: Assistance, case: Case, own: Officer, at: datetime, is_over: bool, language: str, ended: str
) -> None:
    with time_machine.travel(at, tick=False):
        html = text_of(client_of(own, language), f"/cases/{case.reference}/tasks/")
    assert (ended in html) is is_over
    assert (html.partition(ended)[2].count("FAO-END") == len(BEFORE)) is is_over


def test_what_an_officer_carries_is_late_no_more(
    assistance: Assistance, case: Case, own: Officer, manager: Officer
) -> None:
    def late(on: date) -> list[int]:
        return [one.late for one in loads(manager, on, on) if one.officer == own]

    def next_due(on: date) -> list[bool]:
        return [one.next_due is not None for one in carried_by(own, manager, on)]

    assert (late(LAST.date()), late(AFTER.date())) == ([1], [0])
    assert (next_due(LAST.date()), next_due(AFTER.date())) == ([True], [False])


def test_the_strip_shows_nothing_late_that_ended_with_the_order(assistance: Assistance) -> None:
    late = {
        at: [one.rule for one in shown(assistance, at.date()).days if one.is_late] for at in (LAST, AFTER)
    }
    assert late == {LAST: ["FAO-REVIEW"], AFTER: []}


def test_a_plan_takes_the_letters_at_the_end_back_before_anybody_heard_of_them(
    assistance: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    says = checked(assistance, PLAN)
    write_plan(case=case, by=own, at=now, assistance=assistance, says_=says, complete=True)
    of_the_end = asked_for(case, AFTER.date()) - {"consent"}
    assert of_the_end == {"end"}, "what came of it is still to be written down"
    assert CLOSING not in str([entry.facts for entry in case.entries.all()])
