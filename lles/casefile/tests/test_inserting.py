"""Rows that are written by a statement put once hold what the mapper would have written."""

from contextlib import nullcontext
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from django.db import DataError, IntegrityError, models, transaction

from lles.casefile.inserting import insert
from lles.casefile.locations.store import inside
from lles.casefile.models import Case, Check, Child, Entry, Hearing, Location, Party, Task
from lles.casefile.tests.pages import statements

AT = datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=timezone(timedelta(hours=1)))
HARD = '"quoted" \\ % {} \n\t ŵŷ 😀 \u2028'


def located(case: Case, owner: str) -> Location:
    return Location(
        case_id=case.pk, owner=owner, kind="address", source="court", value=b"\x00\xff\\x", mark="m" * 64,
        found_by=["address:1", 'with "quotes", {braces}', ""], flags=[True, None, False], received_at=AT,
    )  # fmt: skip


def _task(case: Case, number: int, due: object) -> Task:
    return Task(case=case, kind="safeguarding.call", subject=str(number), due=due, opened_at=AT)


def of_every_kind(case: Case, number: int) -> list[models.Model]:
    """One row of each of some tables, with texts, days, times, numbers, lists, JSON and bytes."""
    party = case.parties.all()[0]
    return [
        located(case, f"party:{number}"),
        Child(case=case, court_key=f"k{number}", first_name=HARD, last_name="", born_on=date(2015, 2, 28)),
        Hearing(case=case, court_key=f"h{number}", type_code="FHDRA", starts_at=AT, days=[{"on": HARD}]),
        _task(case, number, {"a": [1, None, HARD]}),
        _task(case, number + 10, None),
        Check(case=case, party=party, kind=Check.POLICE, number=number, opened_at=AT),
        Entry(case=case, kind="note", facts={"text": HARD, "n": 10**15}, by=case.officer, at=AT),
    ]


def columns_of(row: models.Model) -> dict[str, object]:
    fresh = type(row)._default_manager.get(pk=row.pk)
    names = [one.attname for one in row._meta.concrete_fields]
    said = {name: getattr(fresh, name) for name in names}
    return {name: bytes(v) if isinstance(v, memoryview) else v for name, v in said.items()}


def test_what_is_written_is_what_the_mapper_writes(case: Case, mother: Party) -> None:
    unlike = {"id", "owner", "court_key", "number", "subject"}
    for ours, theirs in zip(of_every_kind(case, 71), of_every_kind(case, 72), strict=True):
        with inside() if isinstance(ours, Location) else nullcontext():
            assert insert([ours]) == [ours]
            type(theirs)._default_manager.bulk_create([theirs])
            said, other = columns_of(ours), columns_of(theirs)
        assert {k: v for k, v in said.items() if k not in unlike} == {
            k: v for k, v in other.items() if k not in unlike
        }
        assert not ours._state.adding


def test_each_row_gets_its_own_number_and_one_statement_writes_all(case: Case) -> None:
    rows = [located(case, f"party:{number}") for number in range(7)]
    with inside():
        with statements() as sent:
            insert(rows)
        assert len(sent) == 1
        assert [Location.objects.get(pk=row.pk).owner for row in rows] == [row.owner for row in rows]
    assert insert([]) == []


def test_what_a_table_does_not_take_is_refused_as_ever(case: Case) -> None:
    for wrong, error in (
        (Child(case=case, first_name="a" * 1000), DataError),
        (Child(case=case, first_name="\x00"), DataError),
        (Entry(case=case, kind="note", facts=None, at=AT.astimezone(UTC)), IntegrityError),
    ):
        with pytest.raises(error), transaction.atomic():
            insert([wrong])
    with pytest.raises(ValueError, match="unsaved"):
        insert([Hearing(case=Case(), type_code="FHDRA")])
