"""Whatever a payload holds is in the facts, named by a warning, or on the list of what is kept as it came."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lles.links.court.facts import CourtCase
from lles.links.court.json_tree import dumps, loads
from lles.links.court.payload import leaves, read_answer, read_case
from lles.links.court.reading import Reading
from lles.links.court.tests.invented import PRIVATE, PUBLIC
from lles.links.court.tests.marks import MARK, Steps, is_named, places, said_by, with_value, written

LOCATION_FIELDS = {
    "address",
    "earlier_addresses",
    "email",
    "phone",
    "landline",
    "copies",
    "copies_of_nobody",
    "lives_with_address",
}

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.floats(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


def oddities(case: CourtCase) -> list[tuple[str, str]]:
    return [(warning.code, warning.path) for warning in case.warnings]


@pytest.mark.parametrize("raw", [PRIVATE, PUBLIC], ids=["private", "public"])
def test_it_reads_the_invented_cases_without_a_warning(raw: dict[str, Any]) -> None:
    assert read_case(raw).warnings == ()


@pytest.mark.parametrize(
    ("raw", "place"),
    [(raw, place) for raw in (PRIVATE, PUBLIC) for place in places(raw)],
    ids=lambda value: written(value) if isinstance(value, tuple) else value["jurisdiction"],
)
def test_it_tells_or_names_a_mark_put_anywhere(raw: dict[str, Any], place: Steps) -> None:
    case = read_case(with_value(raw, place, MARK))
    assert MARK in said_by(case) or is_named(case, written(place))


@pytest.mark.parametrize("raw", [PRIVATE, PUBLIC], ids=["private", "public"])
@pytest.mark.parametrize(
    "value", [{"new": MARK}, [MARK], [{"id": "i", "value": {"new": MARK}}], 12, True, 1.5]
)
def test_it_tells_or_names_a_value_of_another_shape_anywhere(raw: dict[str, Any], value: object) -> None:
    for place in places(raw):
        changed = with_value(raw, place, value)
        case = read_case(changed)
        for path, leaf in leaves(changed):
            if leaf == MARK:
                assert MARK in said_by(case) or is_named(case, path), path


@pytest.mark.parametrize("raw", [PRIVATE, PUBLIC], ids=["private", "public"])
def test_it_names_a_new_field_beside_every_known_one(raw: dict[str, Any]) -> None:
    for place in places(raw):
        if isinstance(place[-1], str):
            path = (*place[:-1], "newField")
            case = read_case(with_value(raw, path, MARK))
            assert is_named(case, written(path)), path


@pytest.mark.parametrize("raw", [PRIVATE, PUBLIC], ids=["private", "public"])
@pytest.mark.parametrize("nothing", [None, "", " ", {}, [], [{}], [None, {"a": [""]}]])
def test_it_reads_every_kind_of_nothing_alike(raw: dict[str, Any], nothing: object) -> None:
    for place in places(raw):
        empty, absent = read_case(with_value(raw, place, nothing)), read_case(with_value(raw, place, None))
        assert said_by(empty) == said_by(absent), place
        assert oddities(empty) == oddities(absent), place


def test_it_shows_that_the_proof_of_naming_can_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reading, "finish", lambda reading, raw: ())
    case = read_case({**PRIVATE, "newField": MARK})
    assert MARK not in said_by(case)
    assert not is_named(case, "newField")


@pytest.mark.parametrize("raw", [PRIVATE, PUBLIC], ids=["private", "public"])
def test_it_puts_addresses_in_location_fields_only(raw: dict[str, Any]) -> None:
    for place in places(raw):
        is_address = any("address" in str(step).casefold() for step in place) and "solicitor" not in str(
            place
        )
        if is_address and place[-1] != "partyId":
            case = read_case(with_value(raw, place, MARK))
            assert MARK not in outside_location_fields(case), place


def test_it_shows_that_the_proof_of_location_fields_can_fail() -> None:
    case = read_case(with_value(PRIVATE, ("case_data", "courtName"), MARK))
    assert MARK in outside_location_fields(case)


def outside_location_fields(case: CourtCase) -> str:
    def open_part(value: object) -> object:
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = [one.name for one in dataclasses.fields(value) if one.name not in LOCATION_FIELDS]
            return [open_part(getattr(value, name)) for name in fields if name not in ("raw", "warnings")]
        return [open_part(item) for item in value] if isinstance(value, tuple) else value

    return repr(open_part(case))


@given(JSON_VALUES)
@settings(deadline=None, max_examples=300)
def test_it_never_raises_whatever_comes(document: object) -> None:
    read_answer(document)
    read_answer({"total": 1, "cases": [document]})
    read_answer([{"case_data": document}, {"caseData": document, "id": document}])


@given(st.data())
@settings(deadline=None, max_examples=300)
def test_it_loses_nothing_when_several_things_are_odd_at_once(data: st.DataObject) -> None:
    raw = data.draw(st.sampled_from([PRIVATE, PUBLIC]))
    for place in data.draw(st.lists(st.sampled_from(list(places(raw))), max_size=6, unique=True)):
        try:
            raw = with_value(raw, place, data.draw(JSON_VALUES))
        except (KeyError, IndexError, TypeError):
            continue
    marked = data.draw(st.sampled_from(list(places(raw))))
    case = read_case(with_value(raw, marked, MARK))
    assert MARK in said_by(case) or is_named(case, written_of_leaf(raw, marked))


def written_of_leaf(raw: dict[str, Any], place: Steps) -> str:
    return next(path for path, leaf in leaves(with_value(raw, place, MARK)) if leaf == MARK)


@given(st.data())
@settings(deadline=None, max_examples=100)
def test_it_names_the_earlier_value_of_a_repeated_key(data: st.DataObject) -> None:
    raw = data.draw(st.sampled_from([PRIVATE, PUBLIC]))
    place = data.draw(st.sampled_from([place for place in places(raw) if isinstance(place[-1], str)]))
    text = json.dumps(with_value(raw, place, "LAST"))
    doubled = text.replace(f'"{place[-1]}": "LAST"', f'"{place[-1]}": "{MARK}", "{place[-1]}": "LAST"')
    case = read_case(loads(doubled.encode()))
    assert [warning.text for warning in case.warnings if warning.code == "repeated_key"] == [MARK]


@given(JSON_VALUES)
@settings(deadline=None)
def test_it_writes_a_tree_so_that_it_reads_back(value: object) -> None:
    once = loads(json.dumps(value).encode())
    assert loads(dumps(once)) == once
