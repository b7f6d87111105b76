"""Folding at once is folding character by character, whatever a text holds."""

import random
import re
import unicodedata

import pytest

from lles.casefile.rules import folding
from lles.casefile.rules.folding import fold

EVERYDAY = "Siân ferch Dŵr, 7 Heol y Dŵr\u2019r, LL11\u00a01AA \u2013 Ø1632 960 001 \u00bc µ ß \u0130\x00\x7f"
POOLS = [
    [chr(code) for code in range(256)],
    [chr(code) for code in (*range(0x250), 0x301, 0x308, 0x323, 0x2010, 0x2019, 0xFFFD)],
    [chr(code) for code in range(0x3000)],
    list(EVERYDAY),
]


def plainly(text: str) -> tuple[str, str, str]:
    """The same said slowly: run by run, and then what is no letter and no digit goes."""
    runs = re.sub(r"[^\x00-\x7f]+", lambda run: slowly(run[0]), text)
    plain = re.sub(r"['`^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", runs)
    low = "".join(small if len(small := letter.lower()) == 1 else letter for letter in plain)
    whole = plain.lower()
    low = whole if len(whole) == len(plain) else low
    return low, plain, re.sub(r"[\W_]+", "", low).translate(str.maketrans("oils", "0115"))


def slowly(run: str) -> str:
    opened = run.translate(folding._APOSTROPHES).translate(folding._RAISED_DIGITS)
    return "".join(folding._folded(one) or "" for one in unicodedata.normalize("NFKD", opened))


@pytest.mark.parametrize("pool", range(len(POOLS)))
def test_folding_at_once_is_folding_one_by_one(pool: int) -> None:
    draws = random.Random(pool)  # invented texts
    texts = ["".join(draws.choices(POOLS[pool], k=draws.randint(0, 40))) for _ in range(3_000)]
    for text in (*texts, EVERYDAY, *POOLS[0]):
        folded = fold(text)
        assert (folded.low, folded.cased, folded.squeezed) == plainly(text), repr(text)


def test_both_forms_of_a_folded_text_are_of_one_length() -> None:
    folded = fold(EVERYDAY)
    assert len(folded.low) == len(folded.cased)
    assert "heol y dwrr" in folded.low
