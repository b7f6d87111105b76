"""Text as it is searched: small letters without marks, and beside it the same text with its capitals.

Both have the same length, so a place found in one is the same place in the other. Folding is for searching
only; nothing folded is ever shown.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

_APOSTROPHES = dict.fromkeys(map(ord, "'`^\u00b4\u02b9\u02bc\u02c6\u02c8\u2018\u2019\u201b\u2032\uff07"))
_RAISED_DIGITS = dict.fromkeys([0xB2, 0xB3, 0xB9, *range(0x2070, 0x208F)], " ")
_LETTERS = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ß": "ss",
            "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ı": "i", "þ": "th", "Þ": "TH"}  # fmt: skip
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_PLAIN_APOSTROPHES = re.compile("['`^]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_BETWEEN = re.compile(r"[\W_]+")
_MIXED_UP = str.maketrans("oils", "0115")
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


def squeeze(low: str) -> str:
    """Folded text without anything between its letters and digits, with O as 0, I and L as 1, S as 5."""
    return _BETWEEN.sub("", low).translate(_MIXED_UP)


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


def fold(text: str) -> Folded:
    """The text without accents, invisible characters and apostrophes, in plain digits and dashes."""
    plain = text if text.isascii() else _BEYOND_ASCII.sub(lambda run: _folded_run(run[0]), text)
    plain = _PLAIN_APOSTROPHES.sub("", plain)
    if _CONTROLS.search(plain):
        plain = _CONTROLS.sub("", plain)
    low = plain.lower()
    if len(low) != len(plain):
        low = "".join(small if len(small := letter.lower()) == 1 else letter for letter in plain)
    return Folded(low, plain)


@lru_cache(maxsize=4096)
def _folded_run(run: str) -> str:
    """What stands beyond ASCII in one place; marks go, so it does not matter on which letter they stood."""
    plain = run.translate(_APOSTROPHES).translate(_RAISED_DIGITS)
    return unicodedata.normalize("NFKD", plain).translate(_FOLDING)


def decoded_once_more(text: str) -> str | None:
    """The text again where its letters were encoded twice on the way (DÅµr for Dŵr)."""
    if not _TWICE_ENCODED.search(text):
        return None
    return text.encode("cp1252", errors="ignore").decode("utf-8", errors="ignore")
