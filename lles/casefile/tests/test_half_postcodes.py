"""Half a postcode is found with figures like letters; the words of every letter are not half a postcode."""

import pytest

from lles.casefile.rules.folding import fold
from lles.casefile.rules.parts_of_addresses import Held, parts_of


def told(postcode: str, text: str) -> set[str]:
    """What a text tells of the half of a postcode."""
    halves = [one for one in parts_of(f"14 Larkenby Road\n{postcode}", "x") if one.kind == "district"]
    assert halves
    return {one.told(fold(text), Held()) for one in halves}


@pytest.mark.parametrize(
    ("postcode", "text"),
    [
        ("CH1 4ZZ", "What is safe and best for children. Chloe is a child. CHILD ARRANGEMENTS"),
        ("AL1 1ZZ", "All calls are kept, all of them; also by ALL who work here."),
        ("ME1 1ZZ", "It was clear to me I should go; the melon."),
        ("SA1 1ZZ", "She said that St David's sails."),
        ("DE1 1ZZ", "There will be no delay."),
        ("LL1 1ZZ", "Llinos a Lloyd; llais y plant"),
        ("TA1 1ZZ", "Mae dau o dai; y tai."),
        ("CO1 1ZZ", "They will not collect her; the college."),
    ],
)
def test_an_ordinary_word_is_not_half_a_postcode(postcode: str, text: str) -> None:
    assert told(postcode, text) == {""}


@pytest.mark.parametrize(
    "text",
    ["near CH1", "near ch 1", "CH1's shops", "CHl", "near CH I.", "CH-1", "C H 1", "CH14ZZ", "CHl 4ZZ"],
)
def test_half_a_postcode_is_found(text: str) -> None:
    assert told("CH1 4ZZ", f"It is {text}") == {"surely"}
