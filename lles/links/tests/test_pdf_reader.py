"""No text in a file escapes the reader: one is planted in every place a PDF has for it."""

import io
import json
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, OutlineItem, Pdf, Stream, String

from lles.links.pdf import render
from lles.links.pdf_reader import Place, UnreadablePdf, places, text_places

NOTE = Path(__file__).with_name("note.typ")
HIDDEN = "Heol y Dŵr 14"


def note(text: str = "Dim byd yma.", title: str = "Nodyn", template: Path = NOTE) -> bytes:
    at = datetime(2026, 3, 12, 10, tzinfo=UTC)
    return render(template, {"paragraphs": [text]}, language="cy", title=title, made_at=at)


def holding(found: tuple[Place, ...], text: str = HIDDEN) -> set[str]:
    return {place.name for place in found if text in place.text}


def changed(change: Callable[[Pdf], None], content: bytes | None = None) -> bytes:
    with pikepdf.open(io.BytesIO(content or note())) as document:
        change(document)
        document.save(out := io.BytesIO())
    return out.getvalue()


def in_information(document: Pdf) -> None:
    document.docinfo["/Subject"] = String(HIDDEN)


def in_metadata(document: Pdf) -> None:
    with document.open_metadata() as metadata:
        metadata["dc:description"] = HIDDEN


def in_bookmark(document: Pdf) -> None:
    with document.open_outline() as outline:
        outline.root.append(OutlineItem(HIDDEN, 0))


def attached(document: Pdf, content: bytes, name: str = "a", description: str = "") -> None:
    document.attachments["a"] = AttachedFileSpec(
        document,
        content,
        filename=name,
        description=description,
        mime_type="",
        creation_date="",
        mod_date="",
    )


def annotated(document: Pdf, **values: object) -> None:
    annotation = Dictionary(
        {"/Type": Name.Annot, "/Rect": [0, 0, 9, 9], **{f"/{k}": v for k, v in values.items()}}
    )
    document.pages[0].Annots = Array([document.make_indirect(annotation)])


def in_note(document: Pdf) -> None:
    annotated(document, Subtype=Name.Text, Contents=String(HIDDEN))


def in_link(document: Pdf) -> None:
    annotated(document, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String(HIDDEN)))


def in_direct_link(document: Pdf) -> None:
    link = Dictionary(Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(S=Name.URI, URI=String(HIDDEN)))
    document.pages[0].Annots = Array([link])


def in_form_field(document: Pdf) -> None:
    field = document.make_indirect(Dictionary(FT=Name.Tx, T=String("cyfeiriad"), V=String(HIDDEN)))
    document.Root.AcroForm = Dictionary(Fields=Array([field]))


def in_attachment_name(document: Pdf) -> None:
    attached(document, b"-", name=HIDDEN)


def in_attachment_description(document: Pdf) -> None:
    attached(document, b"-", description=HIDDEN)


def in_attachment(document: Pdf) -> None:
    attached(document, f"x {HIDDEN} x".encode())


def in_attachment_of_another_encoding(document: Pdf) -> None:
    attached(document, f"x {HIDDEN} x".encode("utf-16-le"))


def in_attached_document(document: Pdf) -> None:
    attached(document, changed(in_attachment))


def in_attached_office_file(document: Pdf) -> None:
    with zipfile.ZipFile(out := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:t>Heol y </w:t><b/><w:t>D&#373;r 14</w:t>")
    attached(document, out.getvalue())


def in_attachment_without_a_type(document: Pdf) -> None:
    file = document.make_stream(HIDDEN.encode())
    document.Root.Extra = Dictionary(F=String("a"), EF=Dictionary(F=file))


def in_words_for_screen_readers(document: Pdf) -> None:
    first = next(item for item in document.objects if _is_element(item))
    first.Alt = String(HIDDEN)


def _is_element(item: object) -> bool:
    return isinstance(item, Dictionary) and item.get("/Type") == "/StructElem"


def in_page_label(document: Pdf) -> None:
    labels = Dictionary(Nums=Array([0, Dictionary(P=String(HIDDEN))]))
    document.Root.PageLabels = document.make_indirect(labels)


def in_words_put_for_a_drawing(document: Pdf) -> None:
    spelled = (b"\xfe\xff" + HIDDEN.encode("utf-16-be")).hex().encode()
    document.pages[0].contents_add(b"/Span <</ActualText <" + spelled + b">>> BDC EMC")


def in_a_script(document: Pdf) -> None:
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=Stream(document, HIDDEN.encode()))


def in_the_name_of_a_name(document: Pdf) -> None:
    document.Root["/" + HIDDEN] = True


PLANTED = [
    (in_information, "document information"),
    (in_metadata, "metadata"),
    (in_bookmark, "bookmark"),
    (in_note, "note on page 1"),
    (in_link, "link on page 1"),
    (in_direct_link, "inside the file"),
    (in_form_field, "form field"),
    (in_attachment_name, "attachment"),
    (in_attachment_description, "attachment"),
    (in_attachment, "attachment: text"),
    (in_attachment_of_another_encoding, "attachment: text"),
    (in_attached_document, "attachment: attachment: text"),
    (in_attachment_without_a_type, "inside the file"),
    (in_words_for_screen_readers, "words for screen readers"),
    (in_page_label, "page labels"),
    (in_words_put_for_a_drawing, "inside the file"),
    (in_a_script, "inside the file"),
    (in_the_name_of_a_name, "inside the file"),
]


@pytest.mark.parametrize(("plant", "name"), PLANTED, ids=lambda it: getattr(it, "__name__", ""))
def test_it_finds_what_is_planted(plant: Callable[[Pdf], None], name: str) -> None:
    assert name in holding(places(changed(plant)))


def test_it_finds_nothing_where_nothing_is() -> None:
    assert holding(places(changed(lambda document: None))) == set()


def test_it_reads_the_zipped_formats_of_offices() -> None:
    found = " ".join("\n".join(place.text for place in places(changed(in_attached_office_file))).split())

    assert HIDDEN in found


def test_it_reads_pages_line_by_line_and_joined() -> None:
    found = places(note("x" * 70 + " mari.price@" + "\n" + "example.org"))

    assert holding(found, "mari.price@example.org") == {"page 1"}


WITH_HEAD_AND_FOOT = (
    "margin: 2.5cm, header: [DRAFT], footer: context [C-1 #h(1fr) Page #counter(page).display() of 2]"
)


@pytest.mark.parametrize("sheet", ["margin: 2.5cm", WITH_HEAD_AND_FOOT])
def test_it_reads_on_where_a_page_turns(sheet: str, tmp_path: Path) -> None:
    template, number, more = tmp_path / "note.typ", "07700 900183", " so" * 150
    template.write_text(NOTE.read_text("utf-8").replace("margin: 2.5cm", sheet), "utf-8")
    read = (places(note("so " * n + number + more, template=template)) for n in range(1640, 1720))
    turned = next(
        found for found in read if not holding(found, number) and "page 2" in {one.name for one in found}
    )

    assert holding(turned, "07700\n900183") | holding(turned, "07700 \n900183") == {"page 1 to page 2"}


def test_it_reads_the_title() -> None:
    assert {"document information", "metadata", "page 1"} <= holding(places(note(title=HIDDEN)))


def test_it_reads_an_object_that_lies_loose() -> None:
    content = note()
    start = content.rindex(b"startxref")
    loose = content[:start] + b"% " + b"CF10 3ZZ" + b"\n" + content[start:]

    assert holding(places(loose), "CF10 3ZZ") == {"beside the objects"}


def test_it_reads_earlier_versions_of_the_file() -> None:
    before = note(HIDDEN)
    after = before + _update(before, b"<</Type/Catalog/Pages 1 0 R>>")

    found = holding(places(after))

    assert "earlier version 1: page 1" in found


def _update(content: bytes, catalog: bytes) -> bytes:
    """A second version added behind the first: a new catalogue and a table that points back."""
    with pikepdf.open(io.BytesIO(content)) as document:
        number = len(document.objects) + 1
    last = content.rindex(b"startxref\n") + len(b"startxref\n")
    previous = int(content[last:].split()[0])
    at = len(content) + 1
    body = b"\n%d 0 obj\n%s\nendobj\n" % (number, catalog)
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d/Root %d 0 R/Prev %d>>\n" % (
        *(number, at, number + 1, number, previous),
    )
    return body + table + b"startxref\n%d\n%%%%EOF" % (len(content) + len(body))


@pytest.mark.parametrize("password", ["", "secret"])
def test_it_refuses_what_is_encrypted(password: str) -> None:
    with pikepdf.open(io.BytesIO(note())) as document:
        document.save(out := io.BytesIO(), encryption=pikepdf.Encryption(owner="o", user=password))

    with pytest.raises(UnreadablePdf):
        places(out.getvalue())


@pytest.mark.parametrize("tenth", range(1, 10))
def test_it_refuses_what_is_cut(tenth: int) -> None:
    content = note()

    with pytest.raises(UnreadablePdf):
        places(content[: len(content) * tenth // 10])


def test_it_refuses_what_unpacks_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lles.links.pdf_reader.objects.LARGEST", 10_000)

    with pytest.raises(UnreadablePdf):
        places(changed(lambda document: attached(document, b"0" * 20_000)))


def test_it_reads_for_many_threads_at_once() -> None:
    content = note(HIDDEN)

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: places(content), range(24)))

    assert len(set(found)) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le"])
def test_it_reads_plain_text_in_every_encoding(encoding: str) -> None:
    assert holding(text_places(f"x {HIDDEN} x".encode(encoding))) == {"text"}


def test_it_reads_the_values_of_json() -> None:
    content = json.dumps({"party": {"address": [HIDDEN]}}).encode()

    assert HIDDEN.encode() not in content
    assert holding(text_places(content)) == {"text.party.address.0"}


def test_the_words_of_the_format_are_no_text_and_every_other_name_is() -> None:
    def named(document: Pdf) -> None:
        document.Root[Name("/Gwdihw")] = Name("/Cwmllyriad")

    found = places(changed(named))
    said = {word for place in found for word in place.text.split()}
    assert said >= {"Gwdihw", "/Cwmllyriad"}
    assert not said & {"Font", "/Font", "Page", "/Page", "Catalog", "/Catalog"}
    beside = next(place.text for place in found if place.name == "beside the objects")
    assert "/Gwdihw" in beside
    assert "Font" not in beside
