"""A place on a map in a text: coordinates, a grid reference, three words, a plus code, a link.

Nobody can tell from an address where these lead, so that none is known to be a protected home; each may be.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lles.casefile.rules.folding import Folded

_A_NUMBER = r"[+\-]?\d{1,3}\.\d{3,}"
_DECIMAL = re.compile(rf"(?<![\d.£$€])({_A_NUMBER})°?\s?[nsewgd]?[\s,;/|]{{1,4}}({_A_NUMBER})(?![\d.]|\s?%)")
_GEO = r"(?<![^\W_])geo:[+\-]?\d{1,2}(?:\.\d+)?,[+\-]?\d"
_SHORT = r"[+\-]?\d{1,3}(?:\.\d+)?"
_LETTERED = re.compile(
    rf"(?<![\d.])({_SHORT})\s?°?\s?(?:n|north|g|gogledd)(?![^\W_])[\s,;/]{{0,4}}"
    rf"({_SHORT})\s?°?\s?(?:e|w|east|west|dn|gn|dwyrain|gorllewin)(?![^\W_])"
)
_MINUTES = re.compile(
    r"(?<![\d.])(\d{2})\s?(?:°|deg|degrees|gradd|o)\s?\d{1,2}(?:\.\d+)?(?:\W{0,3}\d{1,2}(?:\.\d+)?)?\W{0,3}"
    r"(?:n|north|g|gogledd)?\W{0,4}(\d{1,3})\s?(?:°|deg|degrees|gradd|o)\s?\d{1,2}"
)
_LETTERS_OF_A_GRID = re.compile(r"[HNOST][A-HJ-Z]\s?\d{3}")
_GRID = re.compile(
    r"(?<![^\W_])[HNOST][A-HJ-Z]\s?(?:\d{3}\s?\d{3}|\d{4}\s?\d{4}|\d{5}\s?\d{5})(?![^\W_])(?!\s?[A-D]\b)"
)
_PLUS_CODE = re.compile(
    r"(?<![^\W_])(?=[^+]*[a-z])(?:[2-9cfghjmpqrvwx]{2}){2,4}\+[2-9cfghjmpqrvwx]{2,3}(?![^\W_])"
)
_A_WORD = r"[^\W\d_]{3,}"
_DOT = r"\s?(?:\.|(?<![^\W_])dot(?![^\W_]))\s?"
_THREE_WORDS = rf"{_A_WORD}{_DOT}{_A_WORD}{_DOT}{_A_WORD}(?![^\W_])"
_AFTER_SLASHES = re.compile(rf"(?<![:/])///\s?{_THREE_WORDS}")
_SIGNS = ("°", "+", "///", "degrees", "gradd")
_WORTH_A_LOOK = re.compile(r"\d(?:\.\d{3}|o ?\d|\s?(?:[ng]|north|gogledd|deg)(?![^\W_]))")


@dataclass(frozen=True)
class _Listed:
    """The table as it is searched: what a text holds that is worth a search, the searches, and the numbers
    between which our islands lie."""

    first_looks: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    latitude: tuple[float, float]
    longitude: tuple[float, float]


@cache
def _listed() -> _Listed:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    said, links = table["three_words"], table["links"]
    north, east = _any_of(table["latitude"]), _any_of(table["longitude"])
    return _Listed(
        (*said, *links, "geo:", *table["latitude"]),
        (
            re.compile(rf"(?<![^\W_]){_any_of(links)}[/?#@]\S+"),
            re.compile(
                rf"(?<![^\W_]){_any_of(said)}(?![^\W_]).{{0,40}}?(?<![^\W_]){_THREE_WORDS}", re.DOTALL
            ),
            re.compile(_GEO),
            re.compile(
                rf"(?<![^\W_]){north}[\W_]{{0,5}}{_SHORT}.{{0,20}}?{east}[\W_]{{0,5}}{_SHORT}", re.DOTALL
            ),
        ),
        tuple(table["between"]["latitude"]),
        tuple(table["between"]["longitude"]),
    )


def signs_of_a_map(text: Folded) -> Iterator[str]:
    """Each place on a map that stands in a text, as it is written there."""
    listed = _listed()
    if any(one in text.low for one in listed.first_looks):
        for pattern in listed.patterns:
            yield from (found[0] for found in pattern.finditer(text.low))
    if any(sign in text.low for sign in _SIGNS) or _WORTH_A_LOOK.search(text.low):
        yield from (found[0] for found in _AFTER_SLASHES.finditer(text.low))
        yield from (found[0] for found in _PLUS_CODE.finditer(text.low))
        for pattern in (_DECIMAL, _LETTERED, _MINUTES):
            yield from (found[0] for found in pattern.finditer(text.low) if _is_here(found[1], found[2]))
    if _LETTERS_OF_A_GRID.search(text.cased):
        yield from (found[0] for found in _GRID.finditer(text.cased))


def _is_here(one: str, other: str) -> bool:
    """Whether two numbers are a place on our islands, in either order: 12.300 and 14.150 are not."""
    listed, pair = _listed(), (float(one), float(other))
    return any(
        listed.latitude[0] <= north <= listed.latitude[1]
        and listed.longitude[0] <= east <= listed.longitude[1]
        for north, east in (pair, pair[::-1], (pair[0], -pair[1]))
    )


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
