"""Letters of a postcode said by words, an e-mail address letter by letter, and the end of a number."""

import pytest

from lles.casefile.rules import confidentiality
from lles.casefile.rules.confidentiality import ProtectedDetail, Search
from lles.casefile.rules.parts_of_addresses import Held
from lles.casefile.rules.spoken_letters import with_letters
from lles.casefile.tests.test_disguises import OWNER, Line

SEARCH = Search(
    [
        ProtectedDetail("address", ("12 Acacia Avenue", "Penarth", "CF11 5KH"), OWNER),
        ProtectedDetail("address", ("The Annexe", "S1 1AA"), OWNER),
        ProtectedDetail("phone", "07700 900406", OWNER),
        ProtectedDetail("email", "mari.price@example.org", OWNER),
    ],
    Held(),
)


@pytest.mark.parametrize(
    "text",
    [
        "Charlie Foxtrot one one, five Kilo Hotel", "charlie foxtrot 11 5 kilo hotel",
        "Charlie Foxtrot eleven", "C for Charlie, F for Freddie, 11, 5 K for kilo, H for hotel",
        "C fel Caerdydd, F fel Ffion, un un, pump K H", "Sierra one, one Alpha Alpha",
        "Charlie F 11, 5 Kilo H", "m a r i . p r i c e @ example.org",
        "m-a-r-i dot p-r-i-c-e at example dot org",
    ],
)  # fmt: skip
def test_what_is_spelled_is_found(text: str) -> None:
    assert SEARCH.leaks([Line(text)])


@pytest.mark.parametrize(
    "text",
    [
        "Her number ends 406.", "her phone ends in 406", "Her mobile number, ending four zero six",
        "Mae ei rhif ffôn yn gorffen â 406", "Mae ei rhif yn diweddu gyda 406", "number ending 00406",
        "The last three digits of her phone are 406.", "the last four digits are 0406",
        "case number 12; her phone ends 406", "07700 900 then 406", "07700, 900 and then 406",
    ],
)  # fmt: skip
def test_the_end_of_a_number_is_found_where_it_is_said_to_be_one(text: str) -> None:
    assert [leak.kind for leak in SEARCH.leaks([Line(text)])] == ["phone"]


@pytest.mark.parametrize(
    "text",
    [
        "Mike and Charlie came with Victor.", "On 14 November 2026 Oscar was at the hotel.",
        "Charlie Foxtrot one two, five Kilo Hotel", "Charlie, Oscar, 11 and 5, Kilo",
        "The case number ends 406.", "Mae rhif yr achos yn gorffen â 406.", "Her number ends 407.",
        "Her number ends 1406.", "The number of visits ended at 406.", "The order ends after 406 days.",
        "406 calls in the last three weeks", "Her number ends 06.",
    ],
)  # fmt: skip
def test_what_only_sounds_so_is_left_alone(text: str) -> None:
    assert not SEARCH.leaks([Line(text)])
    assert not SEARCH.hints([Line(text)])


@pytest.mark.parametrize(
    ("said", "letters"),
    [
        ("Charlie Foxtrot 11", "C F 11"), ("X-ray Yankee 1", "X Y 1"), ("K for kilo", "K"),
        ("Charlie came", ""), ("in November 2026", ""), ("C for all", ""), ("Mike, we came", ""),
    ],
)  # fmt: skip
def test_words_become_letters_only_side_by_side(said: str, letters: str) -> None:
    assert with_letters(said) == letters


def test_without_reading_the_letters_they_would_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidentiality, "with_letters", lambda text: "")
    assert not SEARCH.leaks([Line("Charlie Foxtrot 11 5 Kilo Hotel")])
