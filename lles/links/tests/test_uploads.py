"""What others give us is taken only as what it is; nothing of it acts, and its metadata stays behind."""

import io
import time
import zipfile
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lles.links.apart import Broke, read_apart
from lles.links.tests.hostile import (
    TOKEN,
    Hostile,
    a_jpeg,
    a_pdf,
    a_png,
    an_archive,
    changed,
    exif,
    honest,
    hostile,
    word_members,
)
from lles.links.uploads import KINDS, MOST_BYTES, NotTaken, cleaned, examine
from lles.links.uploads.examining import answer
from lles.links.uploads.names import named_kind
from lles.links.uploads.pictures import without_metadata

HUNGRY = "lles.links.tests.hungry"
HOSTILE, HONEST = tuple(hostile()), tuple(honest())


def holds(copy: bytes, token: str = TOKEN) -> bool:
    """Whether a token stands anywhere in a file, packed or not."""
    if copy.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(copy)) as archive:
            return any(holds(archive.read(name), token) or token in name for name in archive.namelist())
    if copy.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(copy)) as document:
            document.save(out := io.BytesIO(), qdf=True)
        copy = out.getvalue()
    return any(token.encode(code) in copy for code in ("utf-8", "utf-16-le", "utf-16-be"))


@pytest.mark.parametrize("one", HONEST, ids=lambda one: one[0])
def test_it_takes_each_kind_and_leaves_its_metadata_behind(one: Hostile) -> None:
    name, content, kind = one
    taken = examine(name, content)
    assert taken.kind == KINDS[kind]
    assert holds(content) == (kind != "text")
    assert not holds(taken.copy)
    assert examine(name, taken.copy).copy == taken.copy


@pytest.mark.parametrize("one", HOSTILE, ids=lambda one: one[0])
def test_it_does_not_take_what_is_made_to_harm(one: Hostile) -> None:
    name, content, reasons = one
    facts, parts = answer({"name": name}, content)
    assert parts == ()
    assert facts["reason"] in reasons.split()


def test_it_was_tried_on_two_hundred_files() -> None:
    assert len(HOSTILE) >= 190


@pytest.mark.parametrize("name", ["flood.png", "bomb.png", "bomb.docx", "bomb.pdf", "twice.pdf", "eicar.txt"])
def test_it_bears_a_bomb_within_its_memory_and_its_time(name: str) -> None:
    content = next(one[1] for one in HOSTILE if one[0] == name)
    began = time.monotonic()
    with pytest.raises(NotTaken):
        examine(name, content)
    assert time.monotonic() - began < 30


@pytest.mark.parametrize("want", ["memory", "file", "time"])
def test_a_reader_that_wants_too_much_ends_alone(want: str, tmp_path: Path) -> None:
    with pytest.raises(Broke):
        read_apart(HUNGRY, {"want": want}, str(tmp_path / "written").encode(), seconds=2)


def test_a_reader_sees_no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LLES_STORE_KEY", "secret")
    told, parts = read_apart(HUNGRY, {"want": ""}, b"a\nb")
    assert set(told["sees"]) <= {"PATH", "TMPDIR", "LC_ALL", "LC_CTYPE", "SYSTEMROOT"}
    assert parts == (b"a\nb",)


@pytest.mark.parametrize(("content", "reason"), [(b"", "empty"), (bytes(MOST_BYTES + 1), "too_large")])
def test_it_takes_nothing_and_too_much_alike(content: bytes, reason: str) -> None:
    with pytest.raises(NotTaken, match=reason):
        examine("a.pdf", content)


def script(document: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=TOKEN)
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, T=TOKEN, A=action)
    document.Root.OpenAction, document.Root.AA = action, pikepdf.Dictionary(WC=action)
    document.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=["a", action]))
    document.pages[0].obj.Annots = pikepdf.Array([document.make_indirect(note)])
    document.attachments["a"] = pikepdf.AttachedFileSpec(
        document, TOKEN.encode(), filename=TOKEN, description="", mime_type="", creation_date="", mod_date=""
    )


def test_the_copy_of_a_pdf_has_neither_scripts_nor_attached_files() -> None:
    copy = examine("a.pdf", changed(script)).copy
    assert not holds(copy)
    assert not any(word in copy for word in (b"/JavaScript", b"/OpenAction", b"/EmbeddedFile", b"/AA"))
    with pikepdf.open(io.BytesIO(copy)) as document:
        assert len(document.pages) == 1


def test_a_photograph_keeps_which_way_is_up() -> None:
    copy = examine("a.jpg", a_jpeg(more=exif(TOKEN))).copy
    assert b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06" in copy


def test_a_photograph_inside_a_pdf_loses_its_place() -> None:
    def add(document: pikepdf.Pdf) -> None:
        document.Root.Photo = pikepdf.Stream(document, b"", Subtype=pikepdf.Name.Image, Width=16, Height=16)
        document.Root.Photo.write(a_jpeg(more=exif(TOKEN)), filter=pikepdf.Name.DCTDecode)

    content = changed(add)
    assert holds(content)
    assert not holds(examine("a.pdf", content).copy)
    assert without_metadata(b"\xff\xd8\xff\xe1") == b"\xff\xd8\xff\xe1"


def test_a_word_text_keeps_its_links_and_its_words() -> None:
    link = b'<Relationship Type="x/hyperlink" Target="http://example.org" TargetMode="External"/>'
    members = word_members(word___rels__document_DOT_xml_DOT_rels=link)
    with zipfile.ZipFile(io.BytesIO(examine("a.docx", an_archive(members, b"note")).copy)) as archive:
        assert archive.comment == b""
        assert b"example.org" in archive.read("word/_rels/document.xml.rels")
        assert b"Cais" in archive.read("word/document.xml")


def test_a_name_inside_an_archive_that_nobody_can_read_is_damage() -> None:
    content = bytearray(an_archive(word_members()))
    content[7] |= 0x08  # the name of the first member is said to be UTF-8,
    content[30] = 0x8E  # and is not
    with pytest.raises(NotTaken, match="damaged"):
        examine("a.docx", bytes(content))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([one for one in HONEST if one[2] != "text"]), st.data())
def test_it_says_of_any_damaged_file_that_it_is_damaged_or_copies_it(
    one: Hostile, data: st.DataObject
) -> None:
    content = bytearray(one[1])
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    facts, parts = answer({"name": one[0]}, bytes(content))
    assert ("reason" in facts) != bool(parts)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400), st.text(max_size=60))
def test_it_answers_whatever_it_is_given(content: bytes, name: str) -> None:
    facts, parts = answer({"name": name}, content)
    assert ("reason" in facts) != bool(parts)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/passwd", "passwd"), ("C:\\Users\\x\\Cais.pdf", "Cais.pdf"), ("..", ""), ("...", ""),
        ("Cais\u202efdp.exe", "Caisfdp.exe"), ("a\r\nb.pdf", "a b.pdf"), ("CON.pdf", "-CON.pdf"), ("", ""),
        ("Tŷ.pdf", "Tŷ.pdf"), ("a" * 300 + ".pdf", "a" * 90 + ".pdf"), ('a<b>:"|?*.txt', "a-b------.txt"),
        ("\u200b\u2066x\u2069.pdf", "x.pdf"), ("a\x00.pdf", "a.pdf"), ("∕etc∕x", "x"),
    ],
)  # fmt: skip
def test_it_cleans_a_name(name: str, plain: str) -> None:
    assert cleaned(name) == plain


@settings(max_examples=500)
@given(st.text(max_size=300))
def test_a_clean_name_is_one_line_in_no_folder(name: str) -> None:
    plain = cleaned(name)
    assert len(plain) <= 101
    assert not set(plain) & set('/\\<>:"|?*\r\n\x00\u202e\u2066')
    assert plain not in (".", "..")


def test_it_knows_what_a_name_claims() -> None:
    assert (named_kind("Order of 12.03.26"), named_kind("a.PDF"), named_kind("a.pdf.exe")) == (
        None,
        "pdf",
        "other",
    )


def test_it_makes_what_it_says() -> None:
    assert all(content for content in (a_pdf(), a_png(), a_jpeg()))


WAYS_TO_SAVE: dict[str, dict[str, object]] = {
    "object streams": {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
    "linearized": {"linearize": True},
    "locked for printing alone": {"encryption": pikepdf.Encryption(owner="o", user="")},
    "an older version": {"force_version": "1.3"},
}


@pytest.mark.parametrize("way", WAYS_TO_SAVE)
def test_it_takes_a_pdf_however_it_was_saved(way: str) -> None:
    with pikepdf.open(io.BytesIO(a_pdf())) as document:
        document.save(out := io.BytesIO(), **WAYS_TO_SAVE[way])  # type: ignore[arg-type]  # named by a mapping
    with pikepdf.open(io.BytesIO(examine("a.pdf", out.getvalue()).copy)) as copy:
        assert len(copy.pages) == 1
        assert not copy.is_encrypted


def form(document: pikepdf.Pdf) -> None:
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    box = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="name", V="Siân Morris",
        Rect=[0, 0, 9, 9], AA=pikepdf.Dictionary(K=script),
    )  # fmt: skip
    box = document.make_indirect(box)
    document.Root.AcroForm = pikepdf.Dictionary(Fields=[box], XFA="<xdp/>")
    document.pages[0].obj.Annots = pikepdf.Array([box])


def test_a_form_of_the_court_keeps_what_was_filled_in_and_loses_its_scripts() -> None:
    copy = examine("C100.pdf", changed(form)).copy
    assert b"JavaScript" not in copy
    with pikepdf.open(io.BytesIO(copy)) as document:
        (box,) = document.Root.AcroForm.Fields
        assert (str(box.T), str(box.V)) == ("name", "Siân Morris")
