"""The program of a font: its tables of outlines and measures draw and hold no words. What names the font,
and whatever its directory does not tell of, is read like any other file."""

import struct
from collections.abc import Iterator

_BEGINS = (b"\x00\x01\x00\x00", b"true")
_DRAWING = frozenset(
    {b"glyf", b"loca", b"head", b"hhea", b"hmtx", b"maxp", b"prep", b"fpgm", b"cvt ", b"gasp", b"cmap",
     b"kern", b"vhea", b"vmtx", b"hdmx", b"LTSH", b"VDMX", b"GDEF", b"GPOS", b"GSUB"}
)  # fmt: skip
_HEAD, _ENTRY = struct.Struct(">4sH6x"), struct.Struct(">4s4xLL")


def beside_the_drawings(content: bytes) -> Iterator[bytes]:
    """The parts of a TrueType font that draw nothing, each like a file of its own; any other file whole."""
    tables = sorted(_tables(content)) if content.startswith(_BEGINS) else []
    if not all(start + length <= len(content) for start, length, _ in tables):
        tables = []
    place = 0
    for start, length, tag in tables:
        yield content[place:start]
        if tag not in _DRAWING:
            yield content[start : start + length]
        place = max(place, start + length)
    yield content[place:]


def _tables(content: bytes) -> list[tuple[int, int, bytes]]:
    """Where each table of a font begins, how long it is, and its name; none where there is no directory."""
    _, count = _HEAD.unpack_from(content.ljust(_HEAD.size, b"\x00"))
    end = _HEAD.size + count * _ENTRY.size
    entries = _ENTRY.iter_unpack(content[_HEAD.size : end]) if end <= len(content) else ()
    return [(start, length, tag) for tag, start, length in entries]
