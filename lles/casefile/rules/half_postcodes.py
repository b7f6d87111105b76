"""The first half of a postcode in a text: CH1, ch 1, CH1's, CHl; and no ordinary word that looks like it.

A figure may be written as the letter that looks like it. Where none is left as a figure, small letters make a
word: *child* is not CH1, *all* is not AL1. Only CHl and CH I, with the letters of the area in capitals, are.
"""

import re

from lles.casefile.rules.folding import Folded
from lles.casefile.rules.written_forms import like

_ENDS = r"(?!\d(?![a-z]{2}(?![^\W_])))(?![a-rt-z](?![^\W_]))"
_WORD_ENDS = r"(?=s?(?![^\W_])|\d[a-z]{2}(?![^\W_]))"
_SPELLED = r"(?<=[a-z][ .]\d)[ .](?=\d(?![a-z]{2}(?![^\W_])))"  # S Y 2 3, and not SY 2 3AB
_AS_FIGURES = frozenset("IlOo")


def area_of(outward: str) -> str:
    """The letters with which half a postcode begins."""
    return "".join(letter for letter in outward[:2] if letter.isalpha())


def pattern_of(outward: str, broken: str) -> str:
    """How half a postcode may be written; `broken` stands between figures that a line may part."""
    area = area_of(outward)
    figures = rf"(?:{broken}|{_SPELLED})".join(map(like, outward[len(area) :]))
    return rf"(?<![^\W_]){'[ .]?'.join(area)}[\W_]{{0,2}}(?P<figures>{figures}){_ENDS}"


def is_one(text: Folded, at: re.Match[str]) -> bool:
    """Whether what was found is half a postcode: it has a figure, or stands by itself in capitals."""
    figures = at["figures"]
    if any(one.isdigit() for one in figures):
        return True
    start = at.start("figures")
    area = text.cased[at.start() : start]
    ends_there = re.compile(_WORD_ENDS).match(text.low, at.end()) is not None
    return ends_there and area.isupper() and set(text.cased[start : at.end("figures")]) <= _AS_FIGURES
