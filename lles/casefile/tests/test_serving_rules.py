"""The table of serving: six states of an address, five ways, represented or not; who may have it; by when."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lles.casefile.rules.serving import (
    Address,
    ServingFacts,
    Way,
    check_serving,
    only_who_may_have_it_is_served,
    served_only_in_a_safe_way,
    serving_due,
    ways_open,
)
from lles.law.bilingual import Text
from lles.law.calendar import court_calendar
from lles.law.due import Due

# post, at court, solicitor, read out, e-mail: for somebody without and with a solicitor.
TABLE = {
    Address.OPEN: ("yes yes no yes no", "yes yes yes yes no"),
    Address.PROTECTED: ("yes yes no yes no", "yes yes yes yes no"),
    Address.REFUGE: ("no yes no yes no", "no yes yes yes no"),
    Address.NOT_KNOWN: ("no yes no yes no", "no yes yes yes no"),
    Address.HIDDEN: ("no yes no yes no", "no yes yes yes no"),
    Address.CHANGED: ("no yes no yes no", "no yes yes yes no"),
}
ROWS = [
    (address, way, represented, said == "yes")
    for address, columns in TABLE.items()
    for represented, column in enumerate(columns)
    for way, said in zip(Way, column.split(), strict=True)
]


def facts(address: Address = Address.OPEN, **more: bool | None) -> ServingFacts:
    return ServingFacts("Siân Morris", address, **{"letters_safe": True, **more})  # type: ignore[arg-type]  # named by a mapping


def test_the_table_has_every_row() -> None:
    assert len(ROWS) == len(set(ROWS)) == len(Address) * len(Way) * 2 == 60


@pytest.mark.parametrize(("address", "way", "represented", "is_open"), ROWS)
def test_a_document_goes_by_this_way(address: Address, way: Way, represented: int, is_open: bool) -> None:
    found = served_only_in_a_safe_way(way, facts(address, represented=bool(represented)))
    assert (found is None) is is_open
    assert found is None or (found.bars and found.provision == "SRV-WAY" and found.says.en != found.says.cy)


@pytest.mark.parametrize(
    ("letters_safe", "weight"),
    [(True, None), (None, "warns"), (False, "bars")],
    ids=["safe", "unknown", "not"],
)
@pytest.mark.parametrize("address", [Address.OPEN, Address.PROTECTED])
def test_post_follows_what_is_known_of_letters(
    address: Address, letters_safe: bool | None, weight: str | None
) -> None:
    found = served_only_in_a_safe_way(Way.POST, facts(address, letters_safe=letters_safe))
    assert (found.weight if found else None) == weight


@pytest.mark.parametrize(
    "why", [{"kept_from": True}, {"has_version": False}, {"in_case": False}], ids=lambda why: next(iter(why))
)
def test_who_may_not_have_it_is_served_in_no_way(why: dict[str, Any]) -> None:
    assert only_who_may_have_it_is_served(replace(facts(), **why)) is not None
    assert ways_open(replace(facts(), **why)) == ()
    assert all(any(one.bars for one in check_serving(way, replace(facts(), **why))) for way in Way)


def test_posted_before_a_move_came_in_is_recorded_with_a_reason() -> None:
    moved = facts(Address.CHANGED, left_before_the_change=True)
    found = served_only_in_a_safe_way(Way.POST, moved)
    assert found is not None
    assert found.warns


@pytest.mark.parametrize(
    ("opened", "hearing", "due"),
    [
        (date(2026, 3, 4), None, date(2026, 3, 5)),
        (date(2026, 3, 6), None, date(2026, 3, 9)),
        (date(2026, 4, 2), date(2026, 4, 9), date(2026, 4, 7)),
        (date(2026, 4, 2), date(2026, 4, 7), date(2026, 4, 2)),
        (date(2026, 4, 10), date(2026, 4, 7), date(2026, 4, 13)),
    ],
    ids=["next day", "over a weekend", "over Easter", "before the hearing after Easter", "hearing is past"],
)
def test_it_is_served_at_once_and_before_the_hearing(opened: date, hearing: date | None, due: date) -> None:
    found = serving_due(opened, hearing, court_calendar())
    assert isinstance(found, Due)
    assert (found.on, found.provision) == (due, "SRV-DUE")
    assert found == Due.from_data(found.as_data())


def test_what_is_to_be_known_of_it_stands_beside_the_day() -> None:
    warning = Text(en="It changed.", cy="Newidiodd.")
    found = serving_due(date(2026, 3, 4), None, court_calendar(), [warning])
    assert isinstance(found, Due)
    assert found.warnings == (warning,)
