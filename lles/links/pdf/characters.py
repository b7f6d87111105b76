"""Which characters our fonts can show, asked before a document is set.

An accessible PDF may not hold a character without a glyph: one smiley in a quotation would stop the
whole letter. So every text is looked at first, and the field that holds such a character is named.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

_BUILT_IN = Path(__file__).with_name("builtin_characters.txt")
_NEW_LINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_LAYOUT = frozenset("\n\t")


class UnprintableText(ValueError):
    """A text holds characters that no font of ours can show; says which field, never the text."""

    def __init__(self, field: str, characters: frozenset[str]) -> None:
        self.field = field
        self.characters = characters
        named = ", ".join(sorted(f"U+{ord(character):04X}" for character in characters))
        super().__init__(f"{field}: no font shows {named}")


def unprintable(text: str, fonts: Path | None = None) -> frozenset[str]:
    """The characters of a text that cannot be printed with the built-in fonts and those of a folder."""
    return frozenset(as_printed(text)) - printable(fonts) - _LAYOUT


def as_printed(text: str) -> str:
    """The text as it goes to the type-setter: composed letters, one kind of new line, no byte-order mark."""
    return unicodedata.normalize("NFC", _NEW_LINES.sub("\n", text)).replace("\ufeff", "")


def prepared(value: object, field: str, fonts: Path | None) -> object:
    """Plain values as they go to the type-setter; raises where a text in them cannot be printed."""
    if isinstance(value, str):
        if missing := unprintable(value, fonts):
            raise UnprintableText(field, missing)
        return as_printed(value)
    if isinstance(value, Mapping):
        return {str(key): prepared(inner, _inside(field, str(key)), fonts) for key, inner in value.items()}
    if isinstance(value, Sequence):
        return [prepared(inner, _inside(field, str(at)), fonts) for at, inner in enumerate(value)]
    return value


def fields_holding(value: object, characters: frozenset[str], field: str = "") -> Iterator[str]:
    """The names of the fields that hold all of these characters."""
    if isinstance(value, str) and characters <= frozenset(value):
        yield field
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from fields_holding(inner, characters, _inside(field, str(key)))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for at, inner in enumerate(value):
            yield from fields_holding(inner, characters, _inside(field, str(at)))


@cache
def printable(fonts: Path | None = None) -> frozenset[str]:
    """Every character that the built-in fonts and the fonts of a folder can show."""
    return _built_in() if fonts is None else _built_in() | _in_folder(fonts)


def _inside(field: str, key: str) -> str:
    return f"{field}.{key}" if field else key


@cache
def _built_in() -> frozenset[str]:
    lines = (line for line in _BUILT_IN.read_text("ascii").splitlines() if not line.startswith("#"))
    return frozenset(character for span in " ".join(lines).split() for character in _span(span))


def _span(span: str) -> Iterator[str]:
    first, _, last = span.partition("-")
    yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))


def _in_folder(fonts: Path) -> frozenset[str]:
    # Imported here: it is needed once, and only where a folder of fonts is set.
    from fontTools.ttLib import TTFont

    shown: set[int] = set()
    for file in sorted(path for path in fonts.rglob("*") if path.suffix.lower() in {".ttf", ".otf"}):
        with TTFont(file, lazy=True) as font:
            shown.update(font.getBestCmap() or ())
    return frozenset(character for character in map(chr, shown) if _is_text(character))


def _is_text(character: str) -> bool:
    return not unicodedata.category(character).startswith(("C", "Z")) or character == "\xa0"
