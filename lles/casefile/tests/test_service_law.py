"""Closed days and Pathfinder areas that a service sets: what is due over them moves in the same moment."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.due_days import derived_due
from lles.casefile.changes.people import record_receipt
from lles.casefile.changes.service_law import (
    AlreadySet,
    close_day,
    open_day,
    set_area,
    withdraw_area,
    withdraw_day,
)
from lles.casefile.changes.tasks import open_task
from lles.casefile.models import Case, Entry, Officer, Task
from lles.casefile.queries.service_law import areas_in_force, calendar_in_force, days_of_year
from lles.law.calendar import YearOutsideTable
from lles.law.due import DueDay

LETTER = "safeguarding.letter"
RECEIVED = date(2026, 3, 4)


@pytest.fixture
def administrator(officer_with: Callable[..., Officer]) -> Officer:
    return officer_with("system_administrator")


@pytest.fixture
def letter(case: Case, own: Officer, now: datetime) -> Task:
    """A letter that is due some working days after receipt."""
    task = open_task(case=case, by=own, at=now, kind=LETTER)
    record_receipt(case=case, by=own, at=now, received_on=RECEIVED)
    task.refresh_from_db()
    assert task.due_on is not None
    return task


def due(task: Task) -> date:
    task.refresh_from_db()
    assert task.due_on is not None
    return task.due_on


def stored_is_derived(task: Task) -> bool:
    task.refresh_from_db()
    case = Case.objects.get(pk=task.case_id)
    derived: DueDay | None = derived_due(task, case)
    return derived is not None and derived.as_data() == task.due


def test_a_proclaimed_holiday_moves_the_day_it_must(
    letter: Task, administrator: Officer, now: datetime
) -> None:
    before, version = due(letter), Case.objects.get(pk=letter.case_id).version
    row = close_day(by=administrator, at=now, day=date(2026, 3, 11), name_en="Jubilee", name_cy="Jiwbilî")
    assert due(letter) == before + timedelta(days=1 if before.weekday() < 4 else 3)
    assert "Jiwbilî" in str(letter.due)
    assert stored_is_derived(letter)
    assert Case.objects.get(pk=letter.case_id).version == version + 1
    withdraw_day(by=administrator, at=now, row=row)
    assert due(letter) == before
    assert stored_is_derived(letter)


def test_it_says_on_the_case_why_the_day_moved(letter: Task, administrator: Officer, now: datetime) -> None:
    before = letter.case.entries.count()
    close_day(by=administrator, at=now, day=date(2026, 3, 11), name_en="Jubilee", name_cy="Jiwbilî")
    (entry,) = letter.case.entries.order_by("-pk")[: letter.case.entries.count() - before]
    assert entry.kind == "due_days_moved"
    own = Entry.objects.get(subject="closed_day:2026-03-11")
    assert own.by == administrator
    assert own.facts["cases"] == 1


@pytest.mark.parametrize("day", [date(2026, 3, 3), date(2027, 3, 11)])
def test_a_day_over_which_nothing_is_reckoned_moves_nothing(
    letter: Task, administrator: Officer, now: datetime, day: date
) -> None:
    before = due(letter)
    close_day(by=administrator, at=now, day=day, name_en="Jubilee", name_cy="Jiwbilî")
    assert due(letter) == before
    assert stored_is_derived(letter)
    assert Entry.objects.get(subject=f"closed_day:{day}").facts["cases"] == 0


def test_every_day_near_a_letter_leaves_what_is_stored_as_derived(
    letter: Task, administrator: Officer, now: datetime
) -> None:
    for n in range(40):
        day = RECEIVED - timedelta(days=3) + timedelta(days=n)
        if day in calendar_in_force().closed:
            open_day(by=administrator, at=now, day=day)
        else:
            close_day(by=administrator, at=now, day=day, name_en="Closed", name_cy="Ar gau")
        assert stored_is_derived(letter), day


def test_a_holiday_that_moves_makes_a_working_day(
    letter: Task, administrator: Officer, own: Officer, now: datetime
) -> None:
    good_friday = date(2026, 4, 3)
    record_receipt(case=letter.case, by=own, at=now, received_on=date(2026, 3, 20))
    before = due(letter)
    open_day(by=administrator, at=now, day=good_friday)
    assert calendar_in_force().is_working(good_friday)
    assert due(letter) < before
    assert [one.is_closed for one in days_of_year(2026) if one.day == good_friday] == [False]


def test_a_day_is_set_once_and_within_the_table(letter: Task, administrator: Officer, now: datetime) -> None:
    close_day(by=administrator, at=now, day=date(2026, 3, 11), name_en="Jubilee", name_cy="Jiwbilî")
    with pytest.raises(AlreadySet):
        close_day(by=administrator, at=now, day=date(2026, 3, 11), name_en="Again", name_cy="Eto")
    with pytest.raises(AlreadySet):
        close_day(by=administrator, at=now, day=date(2026, 12, 25), name_en="Again", name_cy="Eto")
    with pytest.raises(AlreadySet):
        open_day(by=administrator, at=now, day=date(2026, 3, 12))
    with pytest.raises(YearOutsideTable):
        close_day(by=administrator, at=now, day=date(2050, 1, 5), name_en="Far", name_cy="Pell")


def test_an_area_begins_on_the_day_the_service_sets(administrator: Officer, now: datetime) -> None:
    shipped = next(iter(areas_in_force()))
    row = set_area(
        by=administrator, at=now, area=shipped, name_en="Area", name_cy="Ardal", starts=date(2027, 1, 4),
        ends=None, court_codes=["123"], court_names=[],
    )  # fmt: skip
    assert areas_in_force()[shipped].starts == date(2027, 1, 4)
    assert areas_in_force()[shipped].codes == frozenset({"123"})
    withdraw_area(by=administrator, at=now, row=row)
    assert areas_in_force()[shipped].codes != frozenset({"123"})
