"""The words of every table of law: whole, in both languages, composed, and sound for Welsh grammar."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
TABLES = sorted(
    path
    for path in (*HOUSE.glob("law/*.toml"), *HOUSE.glob("work/*/law.toml"), *HOUSE.glob("*/rules/law.toml"))
    if path.name != "plurals.toml"
)
SAME_IN_BOTH = {"Dorset", "Birmingham", "{says} ({id}; {citation})", "{day}, {reason}"}
MUTATING = r"(?:^| )(?:i|o|am|ar|at|dan|dros|drwy|gan|heb|hyd|wrth|neu|a|y|yr|ei|tua)"
BARE_NOUN = re.compile(MUTATING + r" \{(?P<name>[a-z_]+)(?P<form>:[a-z]+)?\}")
SAFE_NAMES = {"name", "time", "year", "first", "last", "n"}


def pairs(value: object) -> Iterator[tuple[str, str]]:
    """Every pair of words in a table, however deep."""
    if not isinstance(value, dict):
        return
    if set(value) == {"en", "cy"} and all(isinstance(words, str) for words in value.values()):
        yield value["en"], value["cy"]
        return
    for one in value.values():
        yield from pairs(one)


def words_of(path: Path) -> list[tuple[str, str]]:
    """The pairs of one table."""
    return list(pairs(tomllib.loads(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: "/".join(path.parts[-2:]))
def test_it_has_two_different_whole_languages(path: Path) -> None:
    for en, cy in words_of(path):
        assert en.strip()
        assert cy.strip()
        assert en != cy or en in SAME_IN_BOTH, en
        assert unicodedata.is_normalized("NFC", en + cy), en


@pytest.mark.parametrize("path", TABLES, ids=lambda path: "/".join(path.parts[-2:]))
def test_it_asks_for_the_same_values_in_both_languages(path: Path) -> None:
    for en, cy in words_of(path):
        assert set(re.findall(r"\{([a-z_]+)", en)) == set(re.findall(r"\{([a-z_]+)", cy)), en


@pytest.mark.parametrize("path", TABLES, ids=lambda path: "/".join(path.parts[-2:]))
def test_it_puts_no_noun_behind_a_word_that_mutates_it(path: Path) -> None:
    for _, cy in words_of(path):
        for found in BARE_NOUN.finditer(cy):
            assert found["form"] or found["name"] in SAFE_NAMES, cy


@pytest.mark.parametrize("path", TABLES, ids=lambda path: "/".join(path.parts[-2:]))
def test_it_leaves_no_trace_of_work(path: Path) -> None:
    for en, cy in words_of(path):
        assert not re.search(r"TODO|\(welsh\)|Nac ydwd|’", en + cy), en


def test_it_would_see_a_noun_behind_a_mutating_word() -> None:
    assert BARE_NOUN.search("cyn y gwrandawiad ar {hearing}")
    assert not BARE_NOUN.search("sef {count} ar ôl")
