"""One PDF, read whole: its pages as a person reads them, and everything else that is in the file."""

import io
import re
import threading
from collections.abc import Iterator
from itertools import pairwise

import pikepdf
import pypdfium2

from lles.links.pdf_reader.objects import places_in_objects
from lles.links.pdf_reader.place import Place, UnreadablePdf
from lles.links.pdf_reader.plain import LARGEST, text_places
from lles.links.pdf_reader.syntax import without_syntax

_DEEPEST = 5
_LINES_OF_A_TURN = 2
_END = re.compile(rb"%%EOF")
_STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
_BROKEN_WORD = re.compile("[-\u00ad\u2010\ufffe\x02]?[ \t]*(?:\r\n|\n|\r)[ \t]*")
_NUMBER_OF_A_PAGE = re.compile(r"(?:Page \d{1,3} of|Tudalen \d{1,3} o) \d{1,3}[ \t]*(?=[\r\n]|\Z)")
_HYPHEN_OF_THE_READER = re.compile("[\ufffe\x02]")
one_at_a_time = threading.Lock()  # PDFium is not made for threads


def places_in(content: bytes) -> tuple[Place, ...]:
    """Every text in a PDF with the place it stands in; raises UnreadablePdf where one could be missed."""
    return tuple(dict.fromkeys(place for place in _read(content, 0) if place.text.strip()))


def _read(content: bytes, depth: int) -> Iterator[Place]:
    if depth > _DEEPEST or len(content) > LARGEST:
        raise UnreadablePdf("too deep or too large to read")
    if content.startswith(b"%PDF") or b"%PDF-" in content[:1024]:
        yield from _read_pdf(content, depth)
    else:
        yield from text_places(content)


def _read_pdf(content: bytes, depth: int) -> Iterator[Place]:
    try:
        with pikepdf.open(io.BytesIO(content), attempt_recovery=False) as document:
            if document.is_encrypted:
                raise UnreadablePdf("the file is encrypted")
            if document.get_warnings():
                raise UnreadablePdf("the file is damaged")
            yield from places_in_objects(document, lambda inner: _read(inner, depth + 1))
            keeps_more = "/Prev" in document.trailer and not document.is_linearized
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        raise UnreadablePdf("the file is damaged or encrypted") from error
    yield from _pages(content)
    yield Place("beside the objects", without_syntax(_STREAM.sub(b" ", content).decode("latin-1")))
    if keeps_more:
        yield from _earlier_versions(content, depth)


def _pages(content: bytes) -> Iterator[Place]:
    with one_at_a_time:
        texts = _page_texts(content)
    for number, text in enumerate(texts, start=1):
        words = _NUMBER_OF_A_PAGE.sub("", text)
        yield Place(f"page {number}", _HYPHEN_OF_THE_READER.sub("-", words))
        yield Place(f"page {number}", _BROKEN_WORD.sub("", words))
    for number, turn in enumerate(_turns(texts), start=1):
        yield Place(f"page {number} to page {number + 1}", turn)
        yield Place(f"page {number} to page {number + 1}", _BROKEN_WORD.sub("", turn))


def _turns(texts: list[str]) -> Iterator[str]:
    """The last lines of each page with the first ones of the next, as one reads on; what stands at the head
    and the foot of both is no part of it."""
    pages = [
        [
            line
            for line in _NUMBER_OF_A_PAGE.sub("", _HYPHEN_OF_THE_READER.sub("-", text)).splitlines()
            if line
        ]
        for text in texts
    ]
    for before, after in pairwise(pages):
        head = _alike(before, after)
        foot = _alike(before[::-1], after[::-1])
        last, first = before[: len(before) - foot], after[head:]
        yield "\n".join([*last[-_LINES_OF_A_TURN:], *first[:_LINES_OF_A_TURN]])


def _alike(one: list[str], other: list[str]) -> int:
    """How many lines two pages begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (this, that) in enumerate(pairs) if this.strip() != that.strip()), 0)


def _page_texts(content: bytes) -> list[str]:
    try:
        with pypdfium2.PdfDocument(content) as document:
            return [_page_text(document[number]) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise UnreadablePdf("the pages cannot be read") from error


def _page_text(page: pypdfium2.PdfPage) -> str:
    words = page.get_textpage()
    try:
        return str(words.get_text_range())
    finally:
        words.close()
        page.close()


def _earlier_versions(content: bytes, depth: int) -> Iterator[Place]:
    """A file that was added to keeps what it said before; each earlier version is read like a file."""
    ends = [found.end() for found in _END.finditer(content)][:-1]
    if not ends:
        raise UnreadablePdf("the file keeps earlier versions that cannot be told apart")
    for number, end in enumerate(ends, start=1):
        for place in _read_pdf(content[:end], depth + 1):
            yield place.within(f"earlier version {number}")
