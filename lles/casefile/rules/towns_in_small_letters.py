"""A town whose name is an ordinary word, in small letters: she lives in barry, he moved to mold.

It is the town directly behind a word of place, but for what one says with the word itself: she moved to deal
with it; directly behind *lives* almost nothing is: she lives in hope.
"""

import re

from lles.casefile.rules.ordinary_words import listed

_BEHIND = re.compile(
    r"(?<![^\W_])(?:(?P<lives>lives?|lived|living|resid(?:es?|ed|ing)|byw)\s)?"
    r"(?P<place>in|near|to|at|from|around|outside|opposite|yn|ym|yng|i|o|ger|yn yr?|ir|or)\s{1,2}\Z"
)
_FEW = 24


def is_a_place_in_small(low: str, span: tuple[int, int]) -> bool:
    """Whether a place in folded text stands behind a word of place and is no ordinary word there."""
    behind = _BEHIND.search(low[max(0, span[0] - _FEW) : span[0]])
    if behind is None:
        return False
    said = f"{behind['place']} {low[slice(*span)]}"
    return said not in listed()["said_of_living" if behind["lives"] else "said_in_small_letters"]
