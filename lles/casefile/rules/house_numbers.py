"""The number of a house near a word of its street: 80 in the Close, the Close (no. 80), eighty the Close."""

import re
from collections.abc import Iterator
from functools import cache

from lles.casefile.rules.address_words import words

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    *_ONES, "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_UN = ["un", "dau", "tri", "pedwar", "pump", "chwech", "saith", "wyth", "naw", "deg"]
_DEG = ["", "dau ddeg", "tri deg", "pedwar deg", "pum deg", "chwe deg", "saith deg", "wyth deg", "naw deg"]
_COUNTED = [
    "st", "nd", "rd", "th", "am", "pm", "%", "year", "years", "months", "weeks", "days", "hours", "minutes",
    "miles", "noon", "oclock", "times", "people", "children", "per", "percent", "oed", "mlynedd", "blynedd",
    "wythnos", "munud", "awr", "gwaith", "o",
]  # fmt: skip
_NO_HOUSE = "|".join([*sorted(words().months), *_COUNTED])
_BEFORE, _AFTER = 40, 20


def beside_a_number(low: str, span: tuple[int, int], numbers: tuple[str, ...]) -> bool:
    """Whether one of the numbers stands within a few words of a place in folded text."""
    before, after = low[max(0, span[0] - _BEFORE) : span[0]], low[span[1] : span[1] + _AFTER]
    sought = _sought(numbers)
    return any(sought.search(side) for side in (_clauses(before)[-1], _clauses(after)[0]))


def _clauses(text: str) -> list[str]:
    return re.split(r"(?<!\bno)[.;!?]\s", text)


@cache
def _sought(numbers: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(form for number in numbers for form in _forms(number))
    return re.compile(
        rf"(?<![^\W_])(?<![/:.]\d)(?:{forms})(?![^\W_])(?![/:]\d)(?!\W*(?:{_NO_HOUSE})(?![^\W_]))"
    )


def _forms(number: str) -> Iterator[str]:
    digits = re.match(r"\d+", number)
    whole = digits[0] if digits else number
    yield (
        rf"{whole}[\W_]?{re.escape(number[len(whole) :])}" if len(whole) < len(number) else rf"{whole}[a-z]?"
    )
    if whole.isdigit() and len(whole) < len(number):
        yield whole
    if whole.isdigit() and 0 < int(whole) < 100:
        said_before = r"(?:number|no|rhif)[\W_]{1,3}" if int(whole) <= len(_UN) else ""
        for said in (_in_english(int(whole)), _in_welsh(int(whole))):
            yield said_before + r"[\s\-]+".join(re.split(r"[\s-]", said))


def _in_english(number: int) -> str:
    if number < 20:
        return _TEENS[number - 1]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens - 2]}-{_ONES[ones - 1]}" if ones else _TENS[tens - 2]


def _in_welsh(number: int) -> str:
    tens, ones = divmod(number, 10)
    if number <= 10:
        return _UN[number - 1]
    ten = "un deg" if tens == 1 else _DEG[tens - 1]
    return f"{ten} {_UN[ones - 1]}" if ones else ten
