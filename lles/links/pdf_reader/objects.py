"""The objects of a PDF: a walk over every one of them, also those that no page shows."""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping

import pikepdf

from lles.links.pdf_reader.fonts import beside_the_drawings
from lles.links.pdf_reader.place import Place, UnreadablePdf
from lles.links.pdf_reader.plain import LARGEST, text_places
from lles.links.pdf_reader.syntax import tells_nothing

ReadFile = Callable[[bytes], Iterable[Place]]

_LITERAL = re.compile(rb"\(((?:\\.|[^\\()])*)\)", re.DOTALL)
_OCTAL = re.compile(rb"\\([0-7]{1,3})")
_OTHER_ESCAPE = re.compile(rb"\\(?:\r\n|\n|\r)|\\(?=.)")
_TWO_LETTERS = re.compile(rb"[0-9A-Za-z]{2}")
_HEXADECIMAL = re.compile(rb"<([0-9A-Fa-f\s]{4,})>")
_MACHINERY = frozenset({"/XRef", "/ObjStm"})
_FONT_PROGRAMS = frozenset({"/Type1C", "/CIDFontType0C", "/OpenType"})
_BEGINS_TYPE_1 = b"%!"
_START_OF_A_PICTURE = 65_536
_SMALLEST_TELLING_NUMBER = 100_000
_ATTACHED = "attachment: "
_BEGINS_DRAWING = (b"q", b"BT", b"/")
_UTF_16 = b"\xfe\xff"


def places_in_objects(document: pikepdf.Pdf, read_file: ReadFile) -> Iterator[Place]:
    """The texts of every object, gathered under what the objects are for; attached files part by part."""
    gathered: dict[str, dict[str, None]] = {}
    for place in _all_texts(document, read_file):
        if place.name.startswith(_ATTACHED):
            yield place
        else:
            gathered.setdefault(place.name, {})[place.text] = None
    for name, texts in gathered.items():
        yield Place(name, "\n".join(texts))


def _all_texts(document: pikepdf.Pdf, read_file: ReadFile) -> Iterator[Place]:
    names = _names(document)
    for item in document.objects:
        yield from _texts(item, names.get(item.objgen, "inside the file"), read_file)
    yield from _texts(document.trailer, "inside the file", read_file)


def _names(document: pikepdf.Pdf) -> dict[tuple[int, int], str]:
    names = {_key(document.Root.get("/PageLabels")): "page labels"}
    names[_key(document.trailer.get("/Info"))] = "document information"
    for number, page in enumerate(document.pages, start=1):
        for note in _listed(page.obj.get("/Annots")):
            kind = (
                "link" if isinstance(note, pikepdf.Dictionary) and note.get("/Subtype") == "/Link" else "note"
            )
            names[_key(note)] = f"{kind} on page {number}"
    names.pop((0, 0), None)
    return names


def _key(item: object) -> tuple[int, int]:
    return item.objgen if isinstance(item, pikepdf.Object) else (0, 0)


def _listed(item: object) -> Iterator[object]:
    if isinstance(item, pikepdf.Array):
        yield from item


def _texts(item: object, name: str, read_file: ReadFile) -> Iterator[Place]:
    """The strings of one object and of what stands directly in it; what it points to comes by itself."""
    if isinstance(item, pikepdf.Stream):
        yield from _texts_of_dictionary(item.stream_dict, name, read_file)
        yield from _texts_of_stream(item, _called(dict(item.stream_dict.items()), name), read_file)
    elif isinstance(item, pikepdf.Dictionary):
        yield from _texts_of_dictionary(item, name, read_file)
    elif isinstance(item, pikepdf.Array):
        yield from _texts_inside(item, name, read_file)
    elif isinstance(item, pikepdf.String):
        yield from _texts_of_string(bytes(item), str(item), name)
    elif isinstance(item, pikepdf.Name):
        if not tells_nothing(str(item)[1:]):
            yield Place(name, str(item))
    elif isinstance(item, int) and item > _SMALLEST_TELLING_NUMBER:
        yield Place(name, str(item))


def _texts_of_dictionary(item: pikepdf.Object, name: str, read_file: ReadFile) -> Iterator[Place]:
    entries = dict(item.items())
    name = _called(entries, name)
    yield Place(name, "\n".join(key[1:] for key in entries if not tells_nothing(key[1:])))
    yield from _texts_inside(entries.values(), name, read_file)


def _texts_inside(items: Iterable[object], name: str, read_file: ReadFile) -> Iterator[Place]:
    for inner in items:
        if not (isinstance(inner, pikepdf.Object) and inner.is_indirect):
            yield from _texts(inner, name, read_file)


def _texts_of_string(content: bytes, text: str, name: str) -> Iterator[Place]:
    yield Place(name, text)
    if not content.isascii():
        yield Place(name, content.decode("utf-8", errors="replace"))


def _texts_of_stream(item: pikepdf.Stream, name: str, read_file: ReadFile) -> Iterator[Place]:
    kind, subtype = str(item.stream_dict.get("/Type", "")), str(item.stream_dict.get("/Subtype", ""))
    if kind in _MACHINERY or subtype in _FONT_PROGRAMS:
        return
    if subtype == "/Image":
        yield Place("picture", item.read_raw_bytes()[:_START_OF_A_PICTURE].decode("latin-1"))
        return
    content = _unpacked(item)
    if "/Length1" in item.stream_dict and content.startswith(_BEGINS_TYPE_1):
        return
    if kind == "/Metadata":
        yield from text_places(content, "metadata")
    elif kind == "/EmbeddedFile":
        yield from (place.within("attachment") for place in read_file(content))
    elif b"begincmap" not in content:
        for part in filter(None, beside_the_drawings(content)):
            yield from _texts_of_instructions(part, name)
            if not part.lstrip().startswith(_BEGINS_DRAWING):
                yield from (Place(name, place.text) for place in read_file(part))


def _texts_of_instructions(content: bytes, name: str) -> Iterator[Place]:
    """Drawing instructions: the strings in them, which hold the words put in place of what is drawn."""
    strings = [_unescaped(found[1]) for found in _LITERAL.finditer(content) if _may_be_words(found[1])]
    literal = b"\n".join(strings)
    yield from _texts_of_string(literal, literal.decode("latin-1"), name)
    for spelled in strings:
        if spelled.startswith(_UTF_16):
            yield Place(name, spelled.decode("utf-16", errors="replace"))
    for found in _HEXADECIMAL.finditer(content):
        digits = b"".join(found[1].split()).decode()
        if (spelled := bytes.fromhex(digits + "0" * (len(digits) % 2))).startswith(_UTF_16):
            yield Place(name, spelled.decode("utf-16", errors="replace"))


def _may_be_words(literal: bytes) -> bool:
    """Numbers of glyphs are written as strings too; words have two letters or digits side by side."""
    return _TWO_LETTERS.search(_OCTAL.sub(b"", literal)) is not None


def _unescaped(literal: bytes) -> bytes:
    octal = _OCTAL.sub(lambda found: bytes([int(found[1], 8) & 255]), literal)
    return _OTHER_ESCAPE.sub(b"", octal)


def _unpacked(item: pikepdf.Stream) -> bytes:
    """The content of a stream; one that would unpack to more than we can read stops the reading."""
    plain = str(item.stream_dict.get("/Filter", "")) == "/FlateDecode"
    if not plain or "/DecodeParms" in item.stream_dict:
        return item.read_bytes()
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(item.read_raw_bytes(), LARGEST + 1)
    except zlib.error as error:
        raise UnreadablePdf("a part of the file is damaged") from error
    if len(content) > LARGEST:
        raise UnreadablePdf("a part of the file is too large to read")
    return content


def _called(item: Mapping[str, object], name: str) -> str:
    """What a dictionary is for, as a person would call it."""
    if "/EF" in item or item.get("/Type") == "/EmbeddedFile":
        return "attachment"
    if "/Title" in item and "/Parent" in item:
        return "bookmark"
    if "/FT" in item or ("/T" in item and "/Kids" in item):
        return "form field"
    if item.get("/Type") == "/StructElem" or ("/S" in item and "/P" in item and "/K" in item):
        return "words for screen readers"
    return name
