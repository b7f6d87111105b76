"""An answer is read in whatever wrapping it comes."""

from __future__ import annotations

from typing import Any

import pytest

from lles.links.court.payload import loads, read_answer
from lles.links.court.tests.invented import PRIVATE, PUBLIC


@pytest.mark.parametrize(
    "document",
    [
        {"total": 2, "cases": [PRIVATE, PUBLIC]},
        [{"total": 2, "cases": [PRIVATE, PUBLIC]}],
        [{"total": 1, "cases": [PRIVATE]}, {"total": 1, "cases": [PUBLIC]}],
        [PRIVATE, PUBLIC],
        {"Total": "2", "Cases": [PRIVATE, PUBLIC, None, {}]},
    ],
)
def test_it_reads_an_answer_in_every_wrapping(document: object) -> None:
    answer = read_answer(document)
    assert [case.service for case in answer.cases] == ["private", "public"]
    assert answer.warnings == ()


def test_it_reads_a_case_that_came_alone() -> None:
    assert [case.number for case in read_answer(PUBLIC).cases] == ["1790000000000029"]
    assert [case.number for case in read_answer({"case_data": {}}).cases] == [None]


@pytest.mark.parametrize(
    "document", [{"total": 0, "cases": []}, [], {}, None, [{"total": 0, "cases": []}], {"total": 0}]
)
def test_it_reads_an_answer_without_cases(document: object) -> None:
    assert (read_answer(document).cases, read_answer(document).warnings) == ((), ())


@pytest.mark.parametrize("document", ["<html>", 5, {"message": "no"}, ["x"], {"total": 7}, True])
def test_it_names_what_is_no_answer_at_all(document: object) -> None:
    answer = read_answer(document)
    assert answer.cases == ()
    assert [warning.code for warning in answer.warnings] == ["not_an_answer"]


@pytest.mark.parametrize("odd", ["text", 7, ["a"], True])
def test_it_keeps_what_stands_in_the_place_of_a_case(odd: object) -> None:
    (case,) = read_answer({"total": 1, "cases": [odd]}).cases
    assert (case.number, case.raw) == (None, odd)
    assert [warning.code for warning in case.warnings] == ["case_not_understood"]


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ({"total": 5, "cases": [PRIVATE]}, "total_differs"),
        ({"total": {"a": 1}, "cases": [PRIVATE]}, "wrong_shape"),
        ({"total": 1, "cases": PRIVATE}, "list_expected"),
        ({"total": 1, "cases": [PRIVATE], "next": "page"}, "unknown_field"),
    ],
)
def test_it_warns_of_an_odd_answer_and_reads_its_case(document: dict[str, Any], code: str) -> None:
    answer = read_answer(document)
    assert len(answer.cases) == 1
    assert [warning.code for warning in answer.warnings] == [code]


@pytest.mark.parametrize("raw", [PRIVATE, PUBLIC])
@pytest.mark.parametrize("name", ["jurisdiction", "case_type_id", "caseTypeId", "caseTypeOfApplication"])
def test_it_warns_of_a_kind_of_case_the_services_do_not_send(raw: dict[str, Any], name: str) -> None:
    if name in raw:
        (case,) = read_answer({**raw, name: "PROBATE"}).cases
        assert [(warning.code, warning.path) for warning in case.warnings] == [("unknown_code", name)]


def test_it_notes_keys_that_stand_twice_in_the_answer_itself() -> None:
    answer = read_answer(loads(b'{"total": 3, "total": 0, "cases": []}'))
    assert [(warning.code, warning.text) for warning in answer.warnings] == [("repeated_key", "3")]
