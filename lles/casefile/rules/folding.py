"""Text as it is searched: small letters without marks, and beside it the same text with its capitals.

Both have the same length, so a place found in one is the same place in the other. Folding is for searching
only; nothing folded is ever shown.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape
from urllib.parse import unquote

_APOSTROPHES = dict.fromkeys(map(ord, "'`^\u00b4\u02b9\u02bc\u02c6\u02c8\u2018\u2019\u201b\u2032\uff07"))
_RAISED_DIGITS = dict.fromkeys([0xB2, 0xB3, 0xB9, *range(0x2070, 0x208F)], " ")
_LETTERS = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ß": "ss",
            "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ı": "i", "þ": "th", "Þ": "TH",
            "ɑ": "a", "ɡ": "g"}  # fmt: skip
_LOOK_ALIKE = (  # letters of Cyrillic and of Greek that are drawn like ours
    ("асеһіјорѕухԁԝАВСЕНІЈКМОРЅТХУ", "acehijopsyxdwABCEHIJKMOPSTXY"),
    ("ονιρυκαΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ovipukaABEZHIKMNOPTYX"),
)
_LETTERS |= {
    other: ours for others, as_ours in _LOOK_ALIKE for other, ours in zip(others, as_ours, strict=True)
}
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_PLAIN_APOSTROPHES = re.compile("['`^]")
_BEYOND_THE_FIRST_256 = re.compile(r"([^\x00-\xff]+)")
_BETWEEN = re.compile(r"[\W_]+")
_CAPITALISED = re.compile(r"(?<![^\W_])[A-Z][^\W\d_]{5,}")
_IN_SMALL = re.compile(r"(?<![^\W_])[a-z]{6,}(?![^\W_])")
_MIXED_UP = str.maketrans("oils", "0115")
_WRAPPED = re.compile("%[0-9A-Fa-f]{2}|&#?[A-Za-z0-9]+;")
_WRAPPED_AT_MOST = 3
_TWICE_ENCODED = re.compile("[\u00c2-\u00c5\u00e2][\u0080-\uffff]")


@dataclass(frozen=True)
class Folded:
    """One text in two forms of the same length, and squeezed to its letters and digits for a first look."""

    low: str
    cased: str

    @cached_property
    def squeezed(self) -> str:
        """The letters and digits alone; those that people mix up are one."""
        return squeeze(self.low)

    @cached_property
    def capitalised(self) -> frozenset[str]:
        """The longer words that begin with a capital, in small letters."""
        return frozenset(word.lower() for word in _CAPITALISED.findall(self.cased))

    @cached_property
    def in_small(self) -> frozenset[str]:
        """The longer words that are written in small letters."""
        return frozenset(_IN_SMALL.findall(self.cased))


def squeeze(low: str) -> str:
    """Folded text without anything between its letters and digits, with O as 0, I and L as 1, S as 5."""
    try:
        return _SQUEEZING.of(low)
    except UnicodeEncodeError:
        return low.translate(_SQUEEZED)


class _Folding(dict[int, str | None]):
    """What becomes of each character; worked out once for each that is met."""

    def __missing__(self, code: int) -> str | None:
        self[code] = became = _folded(chr(code))
        return became


def _folded(character: str) -> str | None:
    if character in "\n\t\r":
        return character
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category in {"Mn", "Me", "Cf", "Cc", "Lm"}:
        return None
    if category in {"Zs", "Zl", "Zp"}:
        return " " if category == "Zs" else "\n"
    return "-" if category == "Pd" else _LETTERS.get(character, character)


_FOLDING = _Folding()


class _Squeezing(dict[int, str]):
    """What is left of each character among letters and digits alone; worked out once for each."""

    def __missing__(self, code: int) -> str:
        self[code] = left = _BETWEEN.sub("", chr(code)).translate(_MIXED_UP)
        return left


def fold(text: str) -> Folded:
    """The text without accents, invisible characters and apostrophes, in plain digits and dashes."""
    try:
        plain = _PLAINING.of(text)
    except UnicodeEncodeError:
        parts = enumerate(_BEYOND_THE_FIRST_256.split(text))
        plain = "".join(_plain(_folded_run(part)) if at % 2 else _PLAINING.of(part) for at, part in parts)
    low = plain.lower()
    if len(low) != len(plain):
        low = "".join(small if len(small := letter.lower()) == 1 else letter for letter in plain)
    return Folded(low, plain)


def _plain(text: str) -> str:
    return _CONTROLS.sub("", _PLAIN_APOSTROPHES.sub("", text))


@lru_cache(maxsize=4096)
def _folded_run(run: str) -> str:
    """What stands beyond ASCII in one place; marks go, so it does not matter on which letter they stood."""
    plain = run.translate(_APOSTROPHES).translate(_RAISED_DIGITS)
    return unicodedata.normalize("NFKD", plain).translate(_FOLDING)


class _ByBytes:
    """A change of each character by itself, done at once where a text holds none beyond the first 256: a
    drawn page is thousands of numbers of glyphs, which are characters without a meaning."""

    def __init__(self, became: Callable[[str], str]) -> None:
        known = {chr(code): became(chr(code)) for code in range(256)}
        self._gone = bytes(ord(was) for was, now in known.items() if not now)
        one = {was: now for was, now in known.items() if len(now) == 1 and ord(now) < 256}
        self._table = bytes(ord(one.get(chr(code), chr(code))) for code in range(256))
        self._longer = {was: now for was, now in known.items() if now and was not in one}

    def of(self, text: str) -> str:
        """The text changed; `UnicodeEncodeError` where it holds other characters."""
        changed = text.encode("latin-1").translate(self._table, self._gone).decode("latin-1")
        if not changed.isascii():
            for was, now in self._longer.items():
                changed = changed.replace(was, now)
        return changed


_PLAINING = _ByBytes(lambda one: _plain(one if one.isascii() else _folded_run(one)))
_SQUEEZING = _ByBytes(lambda one: _BETWEEN.sub("", one).translate(_MIXED_UP))
_SQUEEZED = _Squeezing()


def unwrapped(text: str) -> str | None:
    """The text again without signs that programs write in letters (`%20` in the address of a map, `&#101;` in
    the source of a page); None where it holds none."""
    plain = text
    for _ in range(_WRAPPED_AT_MOST):
        if not _WRAPPED.search(plain):
            break
        plain = unquote(unescape(plain))
    return plain if plain != text else None


def decoded_once_more(text: str) -> str | None:
    """The text again where its letters were encoded twice on the way (DÅµr for Dŵr)."""
    if not _TWICE_ENCODED.search(text):
        return None
    return text.encode("cp1252", errors="ignore").decode("utf-8", errors="ignore")
