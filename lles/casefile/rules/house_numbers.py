"""The number of a house near a word of its street: 80 in the Close, the Close (no. 80), eighty the Close."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from lles.casefile.rules.address_words import words
from lles.casefile.rules.numbers_in_words import runs_in

_COUNTED = [
    "st", "nd", "rd", "th", "am", "pm", "%", "year", "years", "months", "weeks", "days", "hours", "minutes",
    "miles", "noon", "oclock", "times", "people", "children", "per", "percent", "oed", "mlynedd", "blynedd",
    "wythnos", "munud", "awr", "gwaith", "o", "page", "pages", "tudalen", "pound", "pounds", "punt", "bunt",
]  # fmt: skip
_NO_HOUSE = "|".join([*sorted(words().months), *_COUNTED])
_BEFORE, _AFTER = 40, 20
_SAID_BEFORE = 90
_NAME_BEFORE = re.compile(r"([^\W_]+)\s+\Z")
_DIGITS = re.compile(r"\d+")
_SMALL = frozenset(map(str, range(11)))
_CALLED_A_NUMBER = re.compile(r"(?<![^\W_])(?:number|no|rhif)[\W_]{1,3}\Z")
_THE = re.compile(r"(?<![^\W_])(?:the|these|those|her|his|my|our|yr?)\s\Z")  # her two Mill Lane children
_TO_THE_STREET = re.compile(r"[\W_]{0,4}(?:(?:in|on|yn|ar)\s)?(?:(?:the|yr?)\s)?")
_FROM_THE_STREET = re.compile(r"[\W_]{1,4}(?:number|no|rhif)[\W_]{1,3}")


def beside_a_number(low: str, span: tuple[int, int], numbers: tuple[str, ...]) -> bool:
    """Whether one of the numbers stands within a few words of a place in folded text."""
    before, after = low[max(0, span[0] - _BEFORE) : span[0]], low[span[1] : span[1] + _AFTER]
    sought = _sought(numbers)
    sides = (_clauses(before)[-1], _clauses(after)[0])
    return any(sought.search(side) or sought.search(_in_figures(side)) for side in sides)


def follows_a_name(low: str, start: int, names: Collection[str]) -> bool:
    """Whether the word before a place in folded text is one of these names, as a first name is before a
    surname."""
    before = _NAME_BEFORE.search(low[max(0, start - _BEFORE) : start])
    return before is not None and before[1] in names


def _in_figures(text: str) -> str:
    """The text with its numbers in figures; one of up to ten counts things, but after a word like number."""
    figures, end = "", 0
    for run in runs_in(text):
        said = run.as_numbers()
        if run.is_said and (_CALLED_A_NUMBER.search(text, 0, run.start) or said not in _SMALL):
            figures, end = figures + text[end : run.start] + said, run.end
    return figures + text[end:]


def _clauses(text: str) -> list[str]:
    return re.split(r"(?<!\bno)[.;!?]\s", text)


def said_beside(low: str, span: tuple[int, int], numbers: tuple[str, ...]) -> bool:
    """Whether one of the numbers stands in words at a street in folded text: twelve Mill Lane, Mill Lane
    (number twelve); between the two is nothing but an article, before them none."""
    before, after = low[max(0, span[0] - _SAID_BEFORE) : span[0]], low[span[1] : span[1] + _BEFORE]
    said = [
        *(
            run
            for run in runs_in(before)
            if _TO_THE_STREET.fullmatch(before, run.end) and not _THE.search(before, 0, run.start)
        ),
        *(run for run in runs_in(after) if _FROM_THE_STREET.fullmatch(after, 0, run.start)),
    ]
    sought = {digits[0] for number in numbers if (digits := _DIGITS.match(number))}
    return any(run.is_said and sought & set(run.as_numbers().split()[-1:]) for run in said)


@cache
def _sought(numbers: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(form for number in numbers for form in _forms(number))
    return re.compile(
        rf"(?<![^\W_])(?<![/:.]\d)(?:{forms})(?![^\W_])(?![/:]\d)(?!\W*(?:{_NO_HOUSE})(?![^\W_]))"
    )


def _forms(number: str) -> Iterator[str]:
    digits = _DIGITS.match(number)
    whole = digits[0] if digits else number
    yield (
        rf"{whole}[\W_]?{re.escape(number[len(whole) :])}" if len(whole) < len(number) else rf"{whole}[a-z]?"
    )
    if whole.isdigit() and len(whole) < len(number):
        yield whole
