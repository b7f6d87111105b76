"""What the templates of documents must not do: each loses words or room that a reader needs."""

import re
from pathlib import Path

import pytest

SHEETS = sorted((Path(__file__).parents[1] / "lles").rglob("*.typ"))
_SWALLOWED = re.compile(r"#[a-z][\w.-]*(\([^()]*\))?;")
_KEPT_TOGETHER = re.compile(
    r"#(?:let together\(body\) = )?block\(breakable: false, width: 100%(?P<more>[^)]*)\)"
)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: "/".join(path.parts[-4:]))
def test_a_semicolon_after_a_value_is_written_so_that_it_is_printed(sheet: Path) -> None:
    assert [found.group() for found in _SWALLOWED.finditer(sheet.read_text())] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: "/".join(path.parts[-4:]))
def test_a_part_that_begins_with_a_heading_stands_apart_from_what_is_above_it(sheet: Path) -> None:
    text = sheet.read_text()
    kept = [
        found
        for found in _KEPT_TOGETHER.finditer(text)
        if found["more"].endswith(", body") or text[found.end() :].lstrip("[ \n").startswith("= ")
    ]
    assert all("above: " in found["more"] for found in kept)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: "/".join(path.parts[-4:]))
def test_names_in_an_english_sentence_end_with_and_and_welsh_ones_without_a_word_that_changes(
    sheet: Path,
) -> None:
    text = sheet.read_text()
    assert " a " not in re.findall(r'last: "([^"]*)"', text)
    assert re.findall(r"\b(?:about|for) #data\.children\.join\(\", \"\)", text) == []
