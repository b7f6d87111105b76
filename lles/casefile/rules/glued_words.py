"""Words that ran into one another, or were made into one: AberystwythLife, inAberystwyth, Aberystwyth2024.

They are read apart beside the text as it stands, each by itself: what stands around them is not read again.
"""

import re

_GLUED = re.compile(
    r"(?<![^\W_])(?=[^\W_]*(?:[a-z][A-Z][a-z]{2}|[a-z]{5}\d|\d[A-Z]?[a-z]{5}))[^\W_]{7,}(?![^\W_])"
)
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]{2})|(?<=[a-z]{5})(?=\d)|(?<=\d)(?=[A-Z]?[a-z]{5})")
_LONG = 8
_BETWEEN = " .\n\n"  # no sentence goes on from one to the next


def with_words_apart(cased: str) -> str | None:
    """The words that ran into one another, apart; None where there are none."""
    apart = dict.fromkeys(_SEAM.sub(" ", found[0]) for found in _GLUED.finditer(cased))
    return _BETWEEN.join(apart) if apart else None


def is_glued_in(name: str, low: str) -> bool:
    """Whether a long name stands in a longer word of folded text: aberystwythlife.org."""
    if len(name) < _LONG or not name.isalpha() or name not in low:
        return False
    return re.search(rf"[^\W_]{name}|{name}(?!s?(?![^\W_]))", low) is not None
