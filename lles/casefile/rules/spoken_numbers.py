"""Numbers said figure by figure, in words of either language: "oh seven double seven" is 0777."""

import re
from collections.abc import Iterable, Iterator, Sequence

_FIGURES = {
    "0": "zero oh o nought nil dim sero", "1": "one un", "2": "two dau dwy", "3": "three tri tair",
    "4": "four pedwar pedair", "5": "five pump pum", "6": "six chwech chwe", "7": "seven saith",
    "8": "eight wyth", "9": "nine naw", "00": "hundred cant", "000": "thousand mil",
}  # fmt: skip
_BY_WORD = {word: figure for figure, words in _FIGURES.items() for word in words.split()}
_TIMES = {"double": 2, "dwbl": 2, "treble": 3, "triple": 3, "trebl": 3}
_JOINING = frozenset({"and", "a", "then", "wedyn"})
_AT_LEAST = 3
_SORTS = {**dict.fromkeys([*_BY_WORD, *_TIMES], "w"), **dict.fromkeys(_JOINING, "j")}
_SIDE_BY_SIDE = re.compile(rf"[wdj]{{{_AT_LEAST},}}")
_GAP = re.compile(r"[\s,.\-]{1,3}")
_WORD = re.compile(r"[^\W_]+")
_AFTER_AN_AREA = re.compile(
    rf"(?<![^\W_])([A-Z]{{1,2}})[ .]?({'|'.join(_BY_WORD)})((?:\s(?:{'|'.join(_BY_WORD)}))?)(?![^\W_])"
)


def with_figures(text: str) -> str | None:
    """The text with figures where three or more stand in words, or where the district of a postcode does (CW
    eight); None where there are none."""
    found, end = "", 0
    for start, last, figures in _runs(text) if _may_hold_a_run(text) else ():
        found += text[end:start] + figures
        end = last
    found = _AFTER_AN_AREA.sub(
        lambda code: code[1] + _figures((code[2] + code[3]).split()), found + text[end:]
    )
    return found if found != text else None


def _may_hold_a_run(text: str) -> bool:
    """Whether three words follow each other that are figures or join them: a quick look at the words alone,
    without what stands between them."""
    words = map(str.lower, _WORD.findall(text))
    sorts = "".join([_SORTS.get(word) or ("d" if word.isdecimal() else " ") for word in words])
    return any("w" in run for run in _SIDE_BY_SIDE.findall(sorts))


def _runs(text: str) -> Iterator[tuple[int, int, str]]:
    """Where three or more figures stand side by side, at least one of them in words, and what they say."""
    run: list[re.Match[str]] = []
    after = -1  # where the last word ends that may stand in a run
    for word in _WORD.finditer(text):
        low = word[0].lower()
        counts = low in _BY_WORD or low in _TIMES or low.isdecimal()
        beside = bool(run) and _GAP.fullmatch(text, after, word.start()) is not None
        if run and not (beside and (counts or low in _JOINING)):
            yield from _as_figures(run)
            run = []
        if counts:
            run.append(word)
        after = word.end()
    yield from _as_figures(run)


def _as_figures(run: Sequence[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    words = [word[0].lower() for word in run]
    if len(words) >= _AT_LEAST and not all(map(str.isdecimal, words)):
        yield run[0].start(), run[-1].end(), _figures(words)


def _figures(words: Iterable[str]) -> str:
    figures, times = "", 1
    for word in words:
        if word in _TIMES:
            times = _TIMES[word]
        else:
            figures += _BY_WORD.get(word, word) * times
            times = 1
    return figures
