"""A protected detail in disguise: said in words, spelled, pulled apart, misspelt, in letters like ours."""

from dataclasses import dataclass

import pytest

from lles.casefile.rules.confidentiality import ProtectedDetail, Search
from lles.casefile.rules.parts_of_addresses import Held, differ_by_one
from lles.casefile.rules.spoken_numbers import with_figures

OWNER = "party:1"
SEARCH = Search(
    [
        ProtectedDetail("address", ("12 Acacia Avenue", "Northwich", "CW8 7JK"), OWNER),
        ProtectedDetail("phone", "07700 900183", OWNER),
        ProtectedDetail("email", "cadi.jones84@example.org", OWNER),
    ],
    Held(),
)


@dataclass(frozen=True)
class Line:
    """One sentence of a document."""

    text: str
    name: str = "line"


@pytest.mark.parametrize(
    "text",
    [
        "Call O77OO 9OOl83.", "Oh double seven double oh, nine hundred, one eight three",
        "dim saith saith dim dim naw dim dim un wyth tri", "07700 and then 900183", "Her number ends 900183.",
        "They live in N0rthwich.", "N o r t h w i c h", "North wich", "N\u03bfrthwich", "N\u043erthwich",
        "\u0410cacia", "Acacla Avenue", "C W 8", "CW eight", "The postcode ends 7JK.",
        "cadi.jones84 at example org", "Write to cadi.jones84",
        "https://maps.example.org/?address=12%20Acacia%20Avenue,%20Northwich,%20CW8%207JK", "No%72thwich",
        "tel:07700%20900%20183", "N&#111;rthwich", "12%2520Acacia%2520Avenue", "LL1%20CW8%207JK",
    ],
)  # fmt: skip
def test_it_is_found(text: str) -> None:
    assert SEARCH.leaks([Line(text)])


@pytest.mark.parametrize("text", ["Near Northwitch.", "Near Norhtwich.", "Near Northwih."])
def test_a_name_but_for_one_letter_is_weighed(text: str) -> None:
    assert not SEARCH.leaks([Line(text)])
    assert [hint.kind for hint in SEARCH.hints([Line(text)])] == ["town"]


@pytest.mark.parametrize(
    "text",
    [
        "They met one day in May; nine of the two hundred were there.", "Paragraph 7JK of the bundle.",
        "In 2026 the court asked 900183 questions.", "Northern, Northwards, Norwich.",
        "Somebody at example.org", "Attendance was 50%20 pupils & others; R&D.", "100% of calls &c;",
        "So one of the two eight-year-olds said no.",
    ],
)  # fmt: skip
def test_what_only_resembles_it_is_left_alone(text: str) -> None:
    assert not SEARCH.leaks([Line(text)])
    assert not SEARCH.hints([Line(text)])


def test_a_reader_who_knows_the_town_may_read_it_misspelt() -> None:
    knows = Search(
        [ProtectedDetail("address", ("12 Acacia Avenue", "Northwich"), OWNER)], Held(("Northwich",))
    )
    assert not knows.hints([Line("Near Northwitch.")])


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("oh seven treble nine", "07999"), ("un, dau a thri a phedwar", None),
        ("un, dau, tri, pedwar", "1234"),
        ("one or two", None), ("SW one nine", "SW19"), ("12 34 56 78", None),
    ],
)  # fmt: skip
def test_words_become_figures_only_where_several_are_said(said: str, figures: str | None) -> None:
    assert with_figures(said) == figures


@pytest.mark.parametrize(
    ("one", "other", "do"),
    [
        ("northwich", "northwick", True), ("northwich", "northwih", True), ("northwich", "northwiich", True),
        ("northwich", "norhtwich", True), ("northwich", "northwich", False), ("northwich", "norwich", False),
        ("northwich", "southwich", False), ("northwich", "northcwih", False),
    ],
)  # fmt: skip
def test_words_that_differ_by_one_letter(one: str, other: str, do: bool) -> None:
    assert differ_by_one(one, other) == differ_by_one(other, one) == do
