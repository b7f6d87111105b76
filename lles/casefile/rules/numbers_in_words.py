"""Numbers in words of either language, and what they are in figures: twenty-four, pedwar ar hugain."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

_ENGLISH = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WELSH = ["un", "dau", "tri", "pedwar", "pump", "chwech", "saith", "wyth", "naw", "deg"]
_TO_TWENTY = [
    *_WELSH, "un ar deg", "deuddeg", "tri ar deg", "pedwar ar deg", "pymtheg", "un ar pymtheg",
    "dau ar pymtheg", "deunaw", "pedwar ar pymtheg",
]  # fmt: skip
_TWENTIES = {20: "ar ugain", 40: "a deugain", 60: "a trigain", 80: "a pedwar ugain"}
_FORMS = {
    "zero": "oh nought nil dim sero", "forty": "fourty", "dau": "ddau dwy ddwy",
    "tri": "dri thri tair dair thair", "pedwar": "bedwar phedwar pedair bedair phedair",
    "pump": "bump phump pum bum phum", "chwech": "chwe", "deg": "ddeg", "deuddeg": "ddeuddeg",
    "pymtheg": "bymtheg phymtheg", "deunaw": "ddeunaw", "ugain": "hugain",
    "deugain": "ddeugain", "trigain": "drigain thrigain",
    "hundred": "cant gant chant nghant", "thousand": "mil fil", "double": "dwbl",
    "treble": "triple trebl", "and": "a ac ar then wedyn",
}  # fmt: skip
_TIMES = {"double": 2, "treble": 3}
_OF_MANY = {"hundred": 100, "thousand": 1000}
_JOINING = "and"
_OF = "o"  # nought on the telephone, and "of" in Welsh: un o ddau is no number
_GAP = re.compile(r"[\s,.\-]{1,3}")
_WORD = re.compile(r"[^\W_]+")
_PLAIN = {form: word for word, forms in _FORMS.items() for form in forms.split()}
_LONGEST = 6


def _plain(word: str) -> str:
    return _PLAIN.get(word, word)


@cache
def _under_a_hundred() -> Mapping[tuple[str, ...], int]:
    """What is said for each number, each word in its plain form."""
    said = {"zero": 0, _OF: 0, "hanner hundred": 50} | {word: at for at, word in enumerate(_ENGLISH, 1)}
    for tens, word in enumerate(_TENS, 2):
        said |= {word: tens * 10} | {f"{word} {_ENGLISH[one - 1]}": tens * 10 + one for one in range(1, 10)}
    said |= {word: at for at, word in enumerate(_TO_TWENTY, 1)}
    for tens in range(1, 10):
        begun = f"{_WELSH[tens - 1]} deg"
        said |= {begun: tens * 10} | {f"{begun} {_WELSH[one - 1]}": tens * 10 + one for one in range(1, 10)}
    for twenties, word in _TWENTIES.items():
        said[word.split(" ", 1)[1]] = twenties
        said |= {f"{low} {word}": twenties + at for at, low in enumerate(_TO_TWENTY, 1)}
    return {tuple(map(_plain, words.split())): number for words, number in said.items()}


_KNOWN = frozenset(word for words in _under_a_hundred() for word in words) | {*_TIMES, *_OF_MANY, _JOINING}
JOINING = frozenset(form for form, word in _PLAIN.items() if word == _JOINING) | {_JOINING}
NUMBER_WORDS = (frozenset(form for form, word in _PLAIN.items() if word in _KNOWN) | _KNOWN) - JOINING - {_OF}
"""Every word, in every form, that may be part of a number; those that join two are not among them."""


@dataclass(frozen=True)
class Run:
    """Words of numbers that stand side by side, figures among them, and where they begin and end."""

    start: int
    end: int
    words: tuple[str, ...]

    @property
    def numbers(self) -> int:
        """How many words and figures there surely are."""
        return sum(word not in (_JOINING, _OF) for word in self.words)

    @property
    def is_said(self) -> bool:
        """Whether any of it is in words."""
        return not all(map(str.isdecimal, self.words))

    @property
    def counts_hundreds(self) -> bool:
        """Whether it can be read in two ways: nine hundred and one is 9001 on the telephone and 901 on a
        door."""
        return any(word in _OF_MANY for word in self.words)

    def figure_by_figure(self) -> str:
        """As a telephone number is said: "oh seven double seven, nine hundred" is 0777900."""
        return "".join(_read(self.words, _figures_at)).replace(" ", "")

    def as_numbers(self) -> str:
        """As the number of a house is said: "one hundred and twelve" is 112."""
        return "".join(_read(self.words, _number_at)).strip()


def runs_in(text: str) -> Iterator[Run]:
    """Every run of numbers in a text, of whatever length."""
    run: list[tuple[re.Match[str], str]] = []
    end = 0
    for found in _WORD.finditer(text):
        low = found[0].lower()
        word = low if low.isdecimal() else _plain(low)
        counts = low.isdecimal() or word in _KNOWN
        if run and not (counts and _GAP.fullmatch(text, end, found.start())):
            yield from _trimmed(run)
            run = []
        if counts and (run or word != _JOINING):
            run.append((found, word))
        end = found.end()
    yield from _trimmed(run)


def _trimmed(run: list[tuple[re.Match[str], str]]) -> Iterator[Run]:
    while run and run[-1][1] == _JOINING:
        run.pop()
    if run:
        yield Run(run[0][0].start(), run[-1][0].end(), tuple(word for _, word in run))


def _read(
    words: tuple[str, ...], read_at: Callable[[tuple[str, ...], int], tuple[str, int]]
) -> Iterator[str]:
    at, times = 0, 1
    while at < len(words):
        figures, count = (words[at], 1) if words[at].isdecimal() else read_at(words, at)
        yield figures * times
        times = _TIMES.get(words[at], 1)
        at += count


def _figures_at(words: tuple[str, ...], at: int) -> tuple[str, int]:
    if words[at] in _OF_MANY:
        return str(_OF_MANY[words[at]])[1:], 1
    number, count = _small_at(words, at)
    return (str(number), count) if count else (" ", 1)


def _number_at(words: tuple[str, ...], at: int) -> tuple[str, int]:
    number, count = _counted(
        words, at, "thousand", lambda at: _counted(words, at, "hundred", _small_of(words))
    )
    return (str(number), count) if count else (" ", 1)


def _small_of(words: tuple[str, ...]) -> Callable[[int], tuple[int, int]]:
    return lambda at: _small_at(words, at)


def _counted(
    words: tuple[str, ...], at: int, of_many: str, smaller: Callable[[int], tuple[int, int]]
) -> tuple[int, int]:
    """A number with how many hundreds or thousands it has before it: (nine) hundred (and one)."""
    number, count = smaller(at)
    if words[at + count : at + count + 1] != (of_many,):
        return number, count
    number, count = (number if count else 1) * _OF_MANY[of_many], count + 1
    joined = words[at + count : at + count + 1] == (_JOINING,)
    rest, more = smaller(at + count + joined)
    return (number + rest, count + joined + more) if more else (number, count)


def _small_at(words: tuple[str, ...], at: int) -> tuple[int, int]:
    """The longest number under a hundred that begins there, and how many words it has; none has none."""
    for count in range(min(_LONGEST, len(words) - at), 0, -1):
        number = _under_a_hundred().get(tuple(words[at : at + count]))
        if number is not None:
            return number, count
    return 0, 0
