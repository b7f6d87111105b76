"""Files made to harm, and honest ones beside them: each with its name, its bytes and what to say of it."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pikepdf

from lles.links.pdf import render

NOTE = Path(__file__).with_name("note.typ")
TOKEN = "Rhodfa'r Ehedydd 187"
EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST" + "-FILE!$H+H*"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Hostile = tuple[str, bytes, str]


@cache
def a_pdf() -> bytes:
    """A small honest PDF."""
    at = datetime(2026, 3, 12, 10, tzinfo=UTC)
    return render(NOTE, {"paragraphs": ["Cais"]}, language="cy", title=TOKEN, made_at=at)


def a_png(width: int = 40, height: int = 30, *, pixels: bytes | None = None, more: bytes = b"") -> bytes:
    """A PNG of one colour, with what one wants in it."""
    body = pixels or zlib.compress((b"\0" + b"\xc8\x0a\x0a" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", head), more, chunk(b"IDAT", body), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def chunk(kind: bytes, body: bytes) -> bytes:
    """One chunk of a PNG with its sum."""
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


def a_jpeg(*, width: int = 16, height: int = 16, more: bytes = b"") -> bytes:
    """The bones of a JPEG: its size, one scan, its end."""
    frame = segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00")
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\x34\xff\x00\x56" * 20
    return b"\xff\xd8" + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0") + more + frame + scan + b"\xff\xd9"


def segment(marker: int, body: bytes) -> bytes:
    """One segment of a JPEG."""
    return b"\xff" + bytes([marker]) + (len(body) + 2).to_bytes(2, "big") + body


def exif(text: str) -> bytes:
    """Exif with a way up and a text, as phones write it."""
    words = text.encode() + b"\0"
    entries = struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0) + struct.pack(">HHII", 0x010E, 2, len(words), 38)
    return segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\x02" + entries + b"\0\0\0\0" + words)


def an_archive(members: Mapping[str, bytes], comment: bytes = b"") -> bytes:
    """An archive of some members, in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 4, 9, 0, 0)), body, zipfile.ZIP_DEFLATED)
        archive.comment = comment
    return out.getvalue()


def word_members(**more: bytes) -> dict[str, bytes]:
    """The members of a Word text; a name with two underlines stands for one in a folder."""
    kind = f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
    relation = f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
    author = f'<w:ins w:author="{TOKEN}" w:date="2026-01-01T00:00:00Z"><w:t>Cais</w:t></w:ins>'
    members = {
        "[Content_Types].xml": f"<Types>{kind}</Types>".encode(),
        "_rels/.rels": f"<Relationships>{relation}</Relationships>".encode(),
        "word/document.xml": f"<w:document><w:body>{author}</w:body></w:document>".encode(),
        "docProps/core.xml": f"<cp:properties><dc:creator>{TOKEN}</dc:creator></cp:properties>".encode(),
        "word/media/image1.jpeg": a_jpeg(more=exif(TOKEN)),
    }
    return members | {name.replace("__", "/").replace("_DOT_", "."): body for name, body in more.items()}


def open_text_members(**more: bytes) -> dict[str, bytes]:
    """The members of an OpenDocument text."""
    members = {
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:text><dc:creator>{TOKEN}</dc:creator>Cais</office:text>".encode(),
        "meta.xml": f"<office:document-meta>{TOKEN}</office:document-meta>".encode(),
        "META-INF/manifest.xml": b"<manifest:manifest/>",
    }
    return members | {name.replace("__", "/").replace("_DOT_", "."): body for name, body in more.items()}


def honest() -> Iterator[Hostile]:
    """One file of each kind, with metadata that must not travel."""
    yield "cais.pdf", a_pdf(), "pdf"
    yield "llythyr.docx", an_archive(word_members()), "docx"
    yield "llythyr.odt", an_archive(open_text_members()), "odt"
    yield "llun.jpg", a_jpeg(more=exif(TOKEN) + segment(0xFE, TOKEN.encode())), "jpeg"
    yield "llun.png", a_png(more=chunk(b"tEXt", b"Comment\0" + TOKEN.encode())), "png"
    yield "nodyn.txt", "Annwyl Siân, diolch.".encode(), "text"


def hostile() -> Iterator[Hostile]:
    """Files that must not be taken, with one of the reasons that may be given."""
    yield from _cut()
    yield from _pretending()
    yield from _of_two_kinds()
    yield from _bombs()
    yield from _acting()
    yield from _archives()
    yield "eicar.txt", EICAR.encode(), "malware"
    yield "eicar.pdf", a_pdf() + EICAR.encode(), "malware"
    yield "winmail.dat", b"\x78\x9f\x3e\x22" + bytes(60), "winmail"


def _cut() -> Iterator[Hostile]:
    """Each kind, cut off at each tenth; a text has no end that one could miss."""
    for name, content, kind in honest():
        for tenth in range(1, 10) if kind != "text" else ():
            yield f"{tenth}-{name}", content[: len(content) * tenth // 10], "damaged not_on_the_list"


_SCRIPTS = (
    b"<html><script>alert(1)</script></html>", b"<svg onload='alert(1)'/>", b"<?xml version='1.0'?><a/>",
    b"#!/bin/sh\nrm -rf /", b"@echo off\r\ndel *", b"{\\rtf1 hello}", b"%!PS-Adobe", b"hello\x00world",
    b"MZ\x90\x00" + bytes(200), b"\x7fELF" + bytes(200), b"GIF89a" + bytes(50), b"RIFF\0\0\0\0WEBP",
    b"Rar!\x1a\x07\x00", b"7z\xbc\xaf\x27\x1c", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
    b"\x1f\x8b\x08" + bytes(30), b"BM" + bytes(60), bytes(100), b"II*\0" + bytes(40), b"\x1b]0;x\x07",
    b"\0\0\0\x18ftypheic" + bytes(40), b"text <SCRIPT>x", b"\xff\xfe<\0s\0c\0r\0i\0p\0t\0>\0",
)  # fmt: skip


def _pretending() -> Iterator[Hostile]:
    """Something else under a name of the list, and names that claim what is not on it."""
    for number, content in enumerate(_SCRIPTS):
        for ending in ("pdf", "jpg", "txt"):
            yield f"x{number}.{ending}", content, "not_on_the_list name_differs damaged"
    for ending in ("exe", "js", "html", "svg", "scr", "vbs", "docm", "lnk", "bat", "hta"):
        yield f"application.pdf.{ending}", a_pdf(), "name_differs"
        yield f"note.{ending}", b"hello", "not_on_the_list"
    yield "fdp.cod\u202e.exe", a_pdf(), "name_differs"


def _of_two_kinds() -> Iterator[Hostile]:
    archive = an_archive({"a.class": b"\xca\xfe\xba\xbe"})
    for name, content in (("a.pdf", a_pdf()), ("a.jpg", a_jpeg()), ("a.png", a_png())):
        yield name, content + archive, "two_kinds damaged"
        yield name, b"GIF89a" + content, "not_on_the_list two_kinds name_differs"
    yield "a.jpg", a_jpeg(more=segment(0xFE, b"%PDF-1.4 x")), "two_kinds"
    yield "a.jpg", a_jpeg(more=segment(0xE1, b"<html><script>x")), "two_kinds"
    yield "a.jpg", a_jpeg() + b"<?php system('id')", "two_kinds"
    yield "a.png", a_png(more=chunk(b"tEXt", b"x\0<script>alert(1)")), "two_kinds"
    yield "a.png", a_png() + b"MZ\x90", "two_kinds"
    yield "a.docx", b"%PDF-1.4\n" + an_archive(word_members()), "two_kinds damaged"
    yield "a.txt", b"hello\n%PDF-1.7\n", "two_kinds"
    yield "a.docx", b"PK\x03\x04" + bytes(60) + an_archive(word_members()), "two_kinds damaged"


def _bombs() -> Iterator[Hostile]:
    zeros = zlib.compress(bytes(300 * 1024 * 1024), 9)
    yield "flood.png", a_png(width=60_000, height=60_000, pixels=b"x"), "too_many_pixels"
    yield "flood.jpg", a_jpeg(width=65_000, height=65_000), "too_many_pixels"
    yield "nothing.jpg", a_jpeg(width=0), "damaged"
    yield "bomb.png", a_png(pixels=zeros), "unpacks_too_large"
    yield (
        "bomb.docx",
        an_archive(word_members(word__big_DOT_xml=bytes(260 * 1024 * 1024))),
        "unpacks_too_large",
    )
    yield "many.docx", an_archive({f"word/{n}.xml": b"" for n in range(2_100)}), "unpacks_too_large"
    yield "bomb.pdf", _with_stream(zeros, "/FlateDecode"), "unpacks_too_large"
    twice = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
    yield "twice.pdf", _with_stream(zlib.compress(zeros), twice), "unpacks_too_large"
    yield "flood.pdf", _with_picture(100_000), "too_many_pixels"
    yield "empty.pdf", _empty_pdf(), "damaged"


def _with_stream(content: bytes, packed: object) -> bytes:
    def add(document: pikepdf.Pdf) -> None:
        name = pikepdf.Name(packed) if isinstance(packed, str) else packed
        document.Root.Big = document.make_indirect(pikepdf.Stream(document, b""))
        document.Root.Big.write(content, filter=name)

    return changed(add)


def _with_picture(side: int) -> bytes:
    def add(document: pikepdf.Pdf) -> None:
        document.Root.Big = pikepdf.Stream(
            document, b"x", Subtype=pikepdf.Name.Image, Width=side, Height=side
        )

    return changed(add)


def changed(change: "object", content: bytes | None = None) -> bytes:
    """A PDF after a change."""
    assert callable(change)
    with pikepdf.open(io.BytesIO(content or a_pdf())) as document:
        change(document)
        document.save(out := io.BytesIO(), compress_streams=False)
    return out.getvalue()


def _empty_pdf() -> bytes:
    with pikepdf.new() as document:
        document.save(out := io.BytesIO())
    return out.getvalue()


def _acting() -> Iterator[Hostile]:
    """Locked files, macros, entities, and what would be fetched from elsewhere."""
    with pikepdf.open(io.BytesIO(a_pdf())) as document:
        document.save(out := io.BytesIO(), encryption=pikepdf.Encryption(owner="o", user="u"))
    yield "locked.pdf", out.getvalue(), "encrypted"
    yield "form.pdf", changed(lambda pdf: pdf.Root.update({"/NeedsRendering": True})), "needs_its_program"
    lol = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>'
    outside = b'<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document>&a;</w:document>'
    for number, body in enumerate((lol, outside, lol.decode().encode("utf-16"), lol.lower())):
        yield f"entity{number}.docx", an_archive(word_members(word__document_DOT_xml=body)), "entity"
        yield f"entity{number}.odt", an_archive(open_text_members(content_DOT_xml=body)), "entity"
    outward = f'Type="{RELATIONS}/attachedTemplate" Target="http://x/" TargetMode="External"'
    template = f"<Relationships><Relationship {outward}/></Relationships>"
    for name, body in (
        ("word__vbaProject_DOT_bin", b"\xd0\xcf\x11\xe0"), ("word__embeddings__a_DOT_xml", b"<a/>"),
        ("word___rels__settings_DOT_xml_DOT_rels", template.encode()),
        ("word__document_DOT_xml", b"<w:instrText>DDEAUTO c:\\\\a</w:instrText>"),
    ):  # fmt: skip
        yield f"{name}.docx", an_archive(word_members(**{name: body})), "macro"
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    macro = f'<Types><Override ContentType="{kind}"/></Types>'
    yield "macro.docx", an_archive({"[Content_Types].xml": macro.encode()}), "macro"
    yield "macro.odt", an_archive(open_text_members(Basic__Standard_DOT_xml=b"<a/>")), "macro"
    yield "event.odt", an_archive(open_text_members(content_DOT_xml=b"<script:event-listener/>")), "macro"
    locked = b"<manifest:encryption-data/>"
    yield "locked.odt", an_archive(open_text_members(**{"META-INF__manifest_DOT_xml": locked})), "encrypted"


def _archives() -> Iterator[Hostile]:
    yield "a.zip", an_archive({"a.txt": b"x"}), "not_on_the_list name_differs"
    yield "a.docx", an_archive({"a.txt": b"x"}), "not_on_the_list"
    for name in ("../../etc/passwd", "/etc/passwd", "a\\b.xml", "C:/x.xml", "word/../x.xml"):
        yield "path.docx", an_archive(word_members() | {name: b"<a/>"}), "damaged"
    for name in ("word/run.exe", "word/run", "word/a.html", "word/a.svg"):
        yield "holds.docx", an_archive(word_members() | {name: b"MZ"}), "not_on_the_list"
