"""A protected detail in disguise: said in words, spelled, pulled apart, misspelt, in letters like ours."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lles.casefile.rules import address_search, confidentiality
from lles.casefile.rules.confidentiality import ProtectedDetail, Search
from lles.casefile.rules.misspelling import differ_by_one
from lles.casefile.rules.parts_of_addresses import Held
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
        ("oh seven treble nine", ["07999"]), ("un, dau a thri a phedwar", ["1234"]),
        ("un, dau, tri, pedwar", ["1234"]), ("one or two", []), ("SW one nine", ["SW 19"]),
        ("12 34 56 78", []), ("C F eleven five K H", ["C F 115 K H"]), ("SA un ar ddeg", ["SA 11"]),
        ("S A one one A A", ["S A 11 A A"]), ("nia hanner cant at", ["nia 50 at"]), ("two at school",
        ["2 at school"]),
        ("nine hundred and one eight three", ["900183", "90183"]), ("two pm, one of the two", []),
        ("I one, a two", []), ("hanner tymor KH", []), ("yn un or ddau", []), ("un o dri o blant", []),
    ],
)  # fmt: skip
def test_words_become_figures_only_where_they_may_be_part_of_a_detail(said: str, figures: list[str]) -> None:
    assert list(with_figures(said)) == figures


IN_WORDS = [
    ProtectedDetail("address", ("112 Heol Fawr", "Abertawe", "SA11 5KH"), OWNER),
    ProtectedDetail("address", ("24 High Street", "Abertawe", "CF1 1AA"), OWNER),
    ProtectedDetail("address", ("2 Mill Lane", "Conwy"), OWNER),
    ProtectedDetail("email", "cadi84.price@example.org", OWNER),
    ProtectedDetail("phone", "07700 900183", OWNER),
]
SPOKEN = Search(IN_WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "S A eleven five K H", "SA un un pump KH", "SA11 five KH", "sa eleven, five kh",
        "S A un ar ddeg pump K H",
        "C F one one A A", "The postcode ends five KH.", "SА еleven 5KH",
        "one hundred and twelve, Heol Fawr", "cant a deuddeg Heol Fawr", "cant ac un deg dau Heol Fawr",
        "one one two Heol Fawr", "Heol Fawr, rhif cant a deuddeg", "twenty-four high street",
        "pedwar ar hugain y Stryd Fawr", "dau ddeg pedwar, Stryd Fawr", "High Street (number twenty-four)",
        "two mill lane", "rhif dau, mill lane",
        "cadi eighty-four price at example dot org", "cadi wyth deg pedwar price yn example dot org",
        "cadi eight four price@example.org", "cadi pedwar a phedwar ugain price at example.org",
        "oh seven seven double oh ninety, oh one eighty-three",
        "oh seven seven hundred, nine hundred and one eight three",
        "dim saith saith dim dim naw deg dim un wyth deg tri",
    ],
)  # fmt: skip
def test_what_is_said_in_words_is_found(text: str) -> None:
    assert SPOKEN.leaks([Line(text)])


@pytest.mark.parametrize(
    "text",
    [
        "her two Mill Lane children", "one day in mill lane", "two hundred and twelve high street",
        "twelve weeks on the high street", "forty-four high street", "mill lane two weeks ago",
        "SA eleven six KH", "cadi eighty-five price", "She has two, one of them at school, and it is 5 KH.",
        "Mae ganddi ddau o blant, un yn bedair a'r llall yn ddeuddeg.",
    ],
)  # fmt: skip
def test_another_number_in_words_is_left_alone(text: str) -> None:
    assert not SPOKEN.leaks([Line(text)])


@given(st.integers(1, 999))
def test_a_number_of_a_house_is_found_in_english_words(number: int) -> None:
    street = Search([ProtectedDetail("address", (f"{number} High Street", "Abertawe"), OWNER)])
    assert street.leaks([Line(f"She is at {_in_english(number)} high street.")])
    assert not street.leaks([Line(f"She is at {_in_english(number % 999 + 1)} high street.")])


def _in_english(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    below = "" if not rest else TEENS[rest] if rest < 20 else f"{TENS[tens]}-{TEENS[ones]}".removesuffix("-")
    return " and ".join(part for part in (f"{TEENS[hundreds]} hundred" if hundreds else "", below) if part)


TEENS = [
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


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


def test_without_reading_the_words_they_would_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidentiality, "with_figures", lambda text: ())
    monkeypatch.setattr(address_search, "said_beside", lambda low, span, numbers: False)
    for said in (
        "S A eleven five K H",
        "cant a deuddeg Heol Fawr",
        "cadi eighty-four price at example dot org",
    ):
        assert not Search(IN_WORDS).leaks([Line(said)])
