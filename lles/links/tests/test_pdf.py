"""A document is set from plain values alone, for everyone to read, and the same each time."""

import io
import json
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lles.links.pdf import RenderingFailed, UnprintableText, render, unprintable
from lles.links.pdf.characters import printable

NOTE = Path(__file__).with_name("note.typ")
AT = datetime(2026, 3, 12, 10, tzinfo=UTC)


def note(*paragraphs: str, template: Path = NOTE, title: str = "Nodyn") -> bytes:
    return render(template, {"paragraphs": paragraphs}, language="cy", title=title, made_at=AT)


def text_of(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "\n")


@pytest.fixture(scope="module")
def made() -> bytes:
    return note("Tŷ'r Ŵyl, Llŷr")


def test_it_makes_an_accessible_document(made: bytes) -> None:
    with pikepdf.open(io.BytesIO(made)) as document:
        root = document.Root
        assert bool(root.MarkInfo.Marked)
        assert "/StructTreeRoot" in root
        assert root.Lang == "cy"
        assert bool(root.ViewerPreferences.DisplayDocTitle)


def test_it_declares_both_standards(made: bytes) -> None:
    with pikepdf.open(io.BytesIO(made)) as document, document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["dc:title"] == "Nodyn"


def test_it_says_nothing_about_machine_or_maker(made: bytes) -> None:
    with pikepdf.open(io.BytesIO(made)) as document:
        assert set(document.docinfo) <= {"/Title", "/Creator", "/CreationDate", "/ModDate"}
        assert str(document.docinfo["/Creator"]).startswith("Typst")
    assert str(Path.home()).encode() not in made


def test_it_keeps_the_letters_of_welsh(made: bytes) -> None:
    assert "Tŷ'r Ŵyl, Llŷr" in text_of(made).replace("\u2019", "'")


def test_it_gives_equal_bytes_for_equal_facts(made: bytes) -> None:
    assert note("Tŷ'r Ŵyl, Llŷr") == made
    assert note("Tŷ'r Ŵyl, Llyr") != made


@pytest.mark.parametrize(
    "hostile", ["#panic()", "*x*", "$y$", "= Heading", '#read("/etc/passwd")', "<b>", "\\"]
)
def test_it_prints_hostile_text_as_it_stands(hostile: str) -> None:
    assert hostile in text_of(note(hostile))


def test_it_composes_letters_before_it_sets_them() -> None:
    assert "Siân" in text_of(note("Sia\u0302n"))


def test_it_prints_other_scripts() -> None:
    assert "Ольга Коваленко" in text_of(note("Ольга Коваленко, ليلى حداد, Ngọc Nguyễn"))


@pytest.mark.parametrize("character", ["😀", "中", "\x00", "\x1b", "\u202e", "\ue000", "\U000e0041"])
def test_it_names_the_field_that_cannot_be_printed(character: str) -> None:
    with pytest.raises(UnprintableText) as caught:
        note("yn iawn", f"ond {character}")

    assert (caught.value.field, caught.value.characters) == ("paragraphs.1", frozenset(character))
    assert "ond" not in str(caught.value)


def test_it_names_a_cluster_of_letters_that_no_font_shows() -> None:
    assert unprintable("w\u0655") == frozenset()

    with pytest.raises(UnprintableText) as caught:
        note("iawn", "w\u0655")

    assert caught.value.field == "paragraphs.1"


def test_it_knows_the_title_too() -> None:
    with pytest.raises(UnprintableText) as caught:
        note("x", title="中")

    assert caught.value.field == "title"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=5))
def test_it_prints_every_text_it_does_not_refuse(paragraphs: list[str]) -> None:
    with suppress(UnprintableText):
        assert note(*paragraphs).startswith(b"%PDF")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(sorted(printable())), min_size=1, max_size=60))
def test_it_finds_a_glyph_for_every_character_it_claims(characters: list[str]) -> None:
    assert note(" ".join(characters)).startswith(b"%PDF")


def test_it_takes_its_values_only_as_values(tmp_path: Path) -> None:
    template = tmp_path / "show.typ"
    template.write_text(NOTE.read_text() + "#raw(json.encode(facts, pretty: false))")

    assert json.dumps(["#eval"], separators=(",", ":")) in text_of(note("#eval", template=template))


def test_it_reads_nothing_outside_the_folder_of_the_template(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("key")
    folder = tmp_path / "letter"
    folder.mkdir()
    (folder / "spy.typ").write_text(NOTE.read_text() + '#read("../secret.txt")')

    with pytest.raises(RenderingFailed):
        note("x", template=folder / "spy.typ")


def test_it_treats_a_warning_as_an_error(tmp_path: Path) -> None:
    template = tmp_path / "warned.typ"
    template.write_text(NOTE.read_text() + '#set text(font: "No Such Font")\nx')

    with pytest.raises(RenderingFailed) as caught:
        note("x", template=template)

    assert "no such font" in caught.value.diagnostic


def test_it_refuses_an_hour_without_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        render(NOTE, {"paragraphs": []}, language="cy", title="x", made_at=AT.replace(tzinfo=None))


def test_it_uses_a_folder_of_fonts(tmp_path: Path) -> None:
    shutil.copy(a_font(), tmp_path / "font.ttf")

    assert printable(tmp_path) >= printable()
    assert render(
        NOTE, {"paragraphs": ["Llŷr"]}, language="cy", title="x", made_at=AT, fonts=tmp_path
    ).startswith(b"%PDF")


def a_font() -> Path:
    found = next(iter(Path("/usr/share/fonts").rglob("*.ttf")), None)
    if found is None:
        pytest.skip("no font on this machine")
    return found
