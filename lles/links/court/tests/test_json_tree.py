"""JSON is read so that no value changes: repeated keys, long numbers, byte order marks, odd characters."""

from __future__ import annotations

import pytest

from lles.links.court.json_tree import NotJson, RepeatedKeys, is_empty, leaves, loads, repeated


def test_it_lets_the_last_of_a_repeated_key_win_and_keeps_the_others() -> None:
    tree = loads(b'{"a": 1, "b": {"c": 2, "c": 3, "c": 4}}')
    assert tree == {"a": 1, "b": {"c": 4}}
    assert list(repeated(tree)) == [("b.c", 2), ("b.c", 3)]
    assert isinstance(tree, dict)
    assert isinstance(tree["b"], RepeatedKeys)


@pytest.mark.parametrize("number", [2**53 + 1, 9999999999999999, 10**30, -(2**60)])
def test_it_keeps_every_digit_of_a_whole_number(number: int) -> None:
    assert loads(str(number).encode()) == number


def test_it_keeps_numbers_with_a_point_as_they_stand() -> None:
    assert loads(b"[1675335865166401.0, 1.6753358651664015E15, NaN]") == [
        "1675335865166401.0",
        "1.6753358651664015E15",
        "NaN",
    ]


def test_it_keeps_the_digits_of_a_number_too_long_to_convert() -> None:
    assert loads(b"9" * 5000) == "9" * 5000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_it_reads_every_encoding_json_has(encoding: str) -> None:
    assert loads('{"enw": "Llŷr"}'.encode(encoding)) == {"enw": "Llŷr"}


@pytest.mark.parametrize(
    "content", [b"", b"{", b"<html>", b"\xff\xfe\xfa", b"[" * 100_000, b"[" * 250 + b"]" * 250, b'{"a": 1} x']
)
def test_it_says_plainly_that_something_is_not_json(content: bytes) -> None:
    with pytest.raises(NotJson):
        loads(content)


def test_it_walks_every_leaf_with_its_path() -> None:
    tree = {"a": [{"b": 1, "odd key": "x"}, None, ""], "c": False, "d": {}}
    assert dict(leaves(tree)) == {"a[0].b": 1, 'a[0]["odd key"]': "x", "c": False}


@pytest.mark.parametrize("nothing", [None, "", " \n", {}, [], [{}], {"a": [None, ""]}])
def test_it_takes_every_kind_of_nothing_for_nothing(nothing: object) -> None:
    assert is_empty(nothing)
    assert not is_empty([nothing, 0])
    assert not is_empty({"a": False})
