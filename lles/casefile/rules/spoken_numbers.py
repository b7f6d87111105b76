"""Numbers said in words of either language, where they may be part of a telephone number, a postcode or an
e-mail address: "oh seven double seven", "C F eleven five K H", "cadi eighty-four at"."""

import re
from collections.abc import Sequence

from lles.casefile.rules.numbers_in_words import JOINING, NUMBER_WORDS, Run, runs_in

_AT_LEAST = 3
_NO_LETTERS = frozenset([  # short words, which are no letters of a postcode unless they are written as such
    "a", "i", "o", "y", "am", "an", "as", "at", "be", "by", "cm", "do", "dr", "fe", "fo", "ft", "go", "he",
    "hi", "if", "in", "is", "it", "kg", "km", "me", "mm", "mr", "ms", "my", "na", "nd", "ni", "no", "of",
    "on", "or", "pm", "rd", "re", "so", "st", "th", "ti", "to", "tu", "up", "us", "vs", "we", "ai", "ar",
    "bu", "ei", "er", "eu", "mi", "wy", "ym", "yn", "yr",
])  # fmt: skip
_SORTS = {
    **dict.fromkeys(NUMBER_WORDS, "w"), **dict.fromkeys([*JOINING, "y", "o"], "j"),
    **dict.fromkeys(["at", "yn", "dot"], "e"),
}  # fmt: skip
_WORTH_A_LOOK = re.compile(r"w(?:j*[wd]){2}|[wd]j*w(?:j*[wd])|(?:[wd]j*){2}w|w[le]|wjl|lj?w")
_WORD = re.compile(r"[^\W_]+")
_BEFORE = re.compile(r"(?<![^\W_])([^\W_]{1,4})[\s,.\-]{1,3}\Z")
_AFTER = re.compile(r"[\s,.\-]{1,3}([^\W_]{1,4})(?![^\W_])")
_TO_THE_SIGN = re.compile(r"[^\n]{0,25}?(?:@|(?<![^\W_])dot(?![^\W_]))|\W{0,3}(?:at|yn)(?![^\W_])")
_LONGEST, _NEAR = 4, 8


def with_figures(text: str) -> tuple[str, ...]:
    """The text with figures where words stand for them, in each of the ways to read these: where three or
    more stand side by side, beside the letters of a postcode, before the sign of an e-mail address. Nothing
    where there are none; another number in a sentence stays a word."""
    if not _is_worth_a_look(text):
        return ()
    runs = [run for run in runs_in(text) if run.is_said and _may_tell(text, run)]
    ways = [[run.figure_by_figure() for run in runs]]
    if any(run.counts_hundreds for run in runs):
        ways.append([run.as_numbers() for run in runs])
    return tuple(dict.fromkeys(_replaced(text, runs, said) for said in ways)) if runs else ()


def _is_worth_a_look(text: str) -> bool:
    """A quick look at the words alone, without what stands between them: most texts hold no number in words,
    and most that hold one hold nothing beside it."""
    words = _WORD.findall(text)
    low = " ".join(words).lower().split(" ")
    if NUMBER_WORDS.isdisjoint(low):
        return False
    sorts = "".join(
        [
            _SORTS.get(word) or (" " if len(word) > _LONGEST else _sort(typed))
            for word, typed in zip(low, words, strict=True)
        ]
    )
    return _WORTH_A_LOOK.search(sorts) is not None or "@" in text or "dot" in low


def _sort(word: str) -> str:
    return "d" if word.isdecimal() else "l" if _are_letters(word) else " "


def _are_letters(word: str) -> bool:
    """Whether a word is one or two letters of a postcode, or letters and figures of it: K, KH, CF11, 5KH."""
    if word.isalpha():
        return len(word) < 3 and (word.lower() not in _NO_LETTERS or (word != "I" and word.isupper()))
    return not word.isdecimal()


def _may_tell(text: str, run: Run) -> bool:
    """Whether a number in words may be part of something that tells a place or is dialled or written to."""
    if run.numbers >= _AT_LEAST:
        return True
    before = _BEFORE.search(text[max(0, run.start - _NEAR) : run.start])
    after = _AFTER.match(text, run.end)
    return (
        any(beside and _are_letters(beside[1]) for beside in (before, after))
        or _TO_THE_SIGN.match(text, run.end) is not None
    )


def _replaced(text: str, runs: Sequence[Run], said: Sequence[str]) -> str:
    found, end = "", 0
    for run, figures in zip(runs, said, strict=True):
        found += text[end : run.start] + (figures or text[run.start : run.end])
        end = run.end
    return found + text[end:]
