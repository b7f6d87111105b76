"""Every component is drawn, escapes what it is given, and speaks both languages."""

import re

import pytest
from django.test import Client

from tests.site.conftest import in_welsh

ENGLISH_OF_THE_LIBRARIES = re.compile(
    r"Breadcrumb|>Back<|Warning<|Success|Important|Pagination|Next page|\bPage 1|Emergency|Loading\.|"
    r"\bby Nia|Menu|Sign out|why\?|Skip to|warning:|error:|Find a person"
)


def test_it_draws_each_with_what_it_was_given(reader: Client) -> None:
    page = reader.get("/components/").content.decode()
    given = re.findall(r"\b[A-Z]\d\b", page)
    for letter, last in {
        "A": 2,
        "B": 1,
        "L": 3,
        "S": 2,
        "N": 1,
        "T": 3,
        "W": 4,
        "K": 7,
        "P": 2,
        "O": 9,
    }.items():
        for number in range(1, last + 1):
            assert f"{letter}{number}" in given or f"{letter}{number}?" in page, (letter, number)


def test_it_escapes_what_it_was_given(reader: Client) -> None:
    page = reader.get("/components/").content.decode()
    assert "Bevan &lt;Efa&gt;" in page
    assert "&lt;Y2&gt;" in page
    assert "<Y2>" not in page


def test_it_speaks_welsh_wherever_a_library_would_speak_english(reader: Client) -> None:
    shown = in_welsh(reader).get("/components/").content.decode()
    assert not ENGLISH_OF_THE_LIBRARIES.findall(shown)
    for said in (
        "Rhybudd",
        "Llwyddiant",
        "Y dudalen nesaf",
        "Tudalen 2",
        "gan Nia Price",
        "pam?",
        "Gadael y dudalen hon",
    ):
        assert said in shown


def test_it_shows_the_english_when_asked_in_english(reader: Client) -> None:
    assert len(set(ENGLISH_OF_THE_LIBRARIES.findall(reader.get("/components/").content.decode()))) > 8


def test_it_gives_each_day_its_why_as_an_element_that_opens(reader: Client) -> None:
    page = reader.get("/components/").content.decode()
    assert len(re.findall(r'<details class="lles-why">', page)) == 3
    assert '<span class="govuk-visually-hidden">K4?</span>' in page


def test_it_names_an_action_by_its_whole_sentence(reader: Client) -> None:
    page = reader.get("/components/").content.decode()
    assert 'aria-label="Y3 Y1"' in page
    assert 'aria-label="O10 again"' in page


@pytest.mark.parametrize("package", ["govuk_frontend_jinja"])
def test_it_lets_pages_take_components_only_from_us(package: str) -> None:
    from pathlib import Path

    import lles

    root = Path(lles.__file__).parent
    templates = [path for path in root.rglob("jinja2/**/*.html") if "macros" not in path.parts]
    assert templates
    assert not [path for path in templates if package in path.read_text(encoding="utf-8")]
