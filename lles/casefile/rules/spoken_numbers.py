"""Numbers said figure by figure, in words of either language: "oh seven double seven" is 0777."""

import re

_FIGURES = {
    "0": "zero oh o nought nil dim sero", "1": "one un", "2": "two dau dwy", "3": "three tri tair",
    "4": "four pedwar pedair", "5": "five pump pum", "6": "six chwech chwe", "7": "seven saith",
    "8": "eight wyth", "9": "nine naw", "00": "hundred cant", "000": "thousand mil",
}  # fmt: skip
_BY_WORD = {word: figure for figure, words in _FIGURES.items() for word in words.split()}
_TIMES = {"double": 2, "dwbl": 2, "treble": 3, "triple": 3, "trebl": 3}
_ONE = "|".join(sorted([*_BY_WORD, *_TIMES, r"\d+"], key=len, reverse=True))
_JOINING = frozenset({"and", "a", "then", "wedyn"})
_SAID = re.compile(rf"(?<![^\W_])(?:{'|'.join(_BY_WORD)})(?![^\W_])", re.IGNORECASE)
_BETWEEN = r"[\s,.\-]+(?:(?:and|a|then|wedyn)\s+)?"
_RUN = re.compile(rf"(?<![^\W_])(?:{_ONE})(?:{_BETWEEN}(?:{_ONE})){{2,}}(?![^\W_])", re.IGNORECASE)
_AFTER_AN_AREA = re.compile(
    rf"(?<![^\W_])([A-Z]{{1,2}})[ .]?({'|'.join(_BY_WORD)})((?:\s(?:{'|'.join(_BY_WORD)}))?)(?![^\W_])"
)
_WORD = re.compile(r"[^\W_]+")


def with_figures(text: str) -> str | None:
    """The text with figures where three or more stand in words, or where the district of a postcode does (CW
    eight); None where there are none."""
    if not _SAID.search(text):
        return None
    found = _RUN.sub(lambda run: _figures(run[0]), text)
    found = _AFTER_AN_AREA.sub(lambda code: code[1] + _figures(code[2] + code[3]), found)
    return found if found != text else None


def _figures(run: str) -> str:
    figures, times = "", 1
    for word in _WORD.findall(run.lower()):
        if word in _TIMES:
            times = _TIMES[word]
        elif word not in _JOINING:
            figures += _BY_WORD.get(word, word) * times
            times = 1
    return figures
