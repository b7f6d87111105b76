"""A font draws: its outlines are no text, and all else in its program is read like any other file. Neither
is it text how a file counts its objects."""

import struct
from collections.abc import Mapping

import pikepdf
import pytest
from pikepdf import Pdf

from lles.links.pdf_reader import places
from lles.links.pdf_reader.syntax import without_syntax
from lles.links.tests.test_pdf_reader import HIDDEN, changed, holding

HELD = HIDDEN.encode()
DRAWN = b"\x00\x01Heol Arall 7\x02\x03" * 40


def font(tables: Mapping[bytes, bytes], *, behind: bytes = b"", says: int | None = None) -> bytes:
    """A TrueType font of these tables; `says` how long it claims each to be."""
    start, directory, body = 12 + 16 * len(tables), b"", b""
    for tag, table in tables.items():
        directory += struct.pack(">4sLLL", tag, 0, start + len(body), len(table) if says is None else says)
        body += table
    return struct.pack(">4sHHHH", b"\x00\x01\x00\x00", len(tables), 0, 0, 0) + directory + body + behind


def with_stream(content: bytes, **keys: object) -> bytes:
    def add(document: Pdf) -> None:
        document.Root.Planted = document.make_indirect(pikepdf.Stream(document, content, **keys))

    return changed(add)


def test_the_outlines_of_a_font_are_no_text() -> None:
    read = places(with_stream(font({b"glyf": DRAWN, b"name": b"Source Sans"})))
    assert holding(read, "Source Sans") == {"inside the file"}
    assert not holding(read, "Heol Arall")


@pytest.mark.parametrize("keys", [{}, {"Length1": 4000}])
@pytest.mark.parametrize(
    "content",
    [
        font({b"glyf": DRAWN, b"name": HELD}),
        font({b"glyf": DRAWN, b"Priv": HELD}),
        font({b"glyf": DRAWN}, behind=HELD),
        font({b"glyf": DRAWN, b"name": HIDDEN.encode("utf-16-be")}),
        font({b"glyf": HELD * 5}, says=70_000),
        b"\x00\x01\x00\x00" + HELD,
        HELD,
    ],
    ids=[
        "its names",
        "a table of its own",
        "behind its tables",
        "its names as fonts have them",
        "longer than the file",
        "no font",
        "a claim",
    ],
)
def test_what_a_font_holds_beside_its_outlines_is_read(content: bytes, keys: dict[str, object]) -> None:
    assert holding(places(with_stream(content, **keys))) == {"inside the file"}


def test_the_counting_of_objects_is_no_text_and_every_other_number_is() -> None:
    counted = "12 0 obj\n<</Kids[13 0 R 141 0 R]>>\nendobj\n0000013808 00000 n"
    assert not any(map(str.isdigit, without_syntax(counted)))
    for told in (
        "07700900183 0 R",
        "7700900183 00000 n",
        "[0 7 7 0 0]",
        "12 3 R",
        "14 Heol 0 Rhes",
        "7 0 object",
    ):
        assert without_syntax(told) == told
