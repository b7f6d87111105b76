"""Letters said by words: "Charlie Foxtrot one one, five Kilo Hotel", "C for Caerdydd, F fel Ffion"."""

import re
from collections.abc import Iterator, Sequence

from lles.casefile.rules.numbers_in_words import NUMBER_WORDS

_ALPHABET = {
    word: word[0]
    for word in (
        *("alpha", "alfa", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india"),
        *("juliet", "juliett", "kilo", "lima", "mike", "november", "oscar", "papa", "quebec", "romeo"),
        *("sierra", "tango", "uniform", "victor", "whiskey", "whisky", "xray", "yankee", "zulu"),
    )
}
_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[\s,.\-/]{1,3}")
_X_RAY = re.compile(r"(?<![^\W_])(x)[ \-]ray(?![^\W_])", re.IGNORECASE)
_EXPLAINED = re.compile(
    r"(?<![^\W_])([a-z]),? (?:is )?(?:for|as in|like|fel yn|fel|am) \1[^\W\d_]+,?", re.IGNORECASE
)
_NO_LETTERS = frozenset("aioy")  # words of a sentence where they are small
_LEAST = 2


def with_letters(text: str) -> str:
    """The text with letters where words stand for them, side by side with other letters and figures; nothing
    where there are none. One such word among others is a name, a month, a hotel."""
    plain = _X_RAY.sub(r"\1", _EXPLAINED.sub(r"\1", text))
    if not _ALPHABET.keys() & set(plain.lower().replace(",", " ").replace("-", " ").split()):
        return "" if plain == text else plain
    found, end = "", 0
    for run in _runs(plain):
        for one in run:
            if letter := _ALPHABET.get(one[0].lower()):
                found += plain[end : one.start()] + letter.upper()
                end = one.end()
    said = found + plain[end:]
    return "" if said == text else said


def _runs(text: str) -> Iterator[Sequence[re.Match[str]]]:
    """The runs of letters, words for letters and figures that may be part of a postcode."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if run and not _GAP.fullmatch(text, run[-1].end(), word.start()):
            yield from _telling(run)
            run = []
        if _may_belong(word[0]):
            run.append(word)
        else:
            yield from _telling(run)
            run = []
    yield from _telling(run)


def _telling(run: list[re.Match[str]]) -> Iterator[Sequence[re.Match[str]]]:
    letters = [one for one in run if one[0].lower() in _ALPHABET or (len(one[0]) == 1 and one[0].isalpha())]
    if len(letters) >= _LEAST:
        yield run


def _may_belong(word: str) -> bool:
    low = word.lower()
    return (
        low in _ALPHABET
        or low in NUMBER_WORDS
        or low == "oh"
        or any(map(str.isdigit, word))
        or (len(word) == 1 and word not in _NO_LETTERS)
    )
