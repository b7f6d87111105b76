"""Word and OpenDocument texts, packed anew: the text and its pictures, without macros and authors."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator

from lles.links.uploads.facts import MOST_MEMBERS, MOST_UNPACKED, NotTaken
from lles.links.uploads.pictures import copy_of_png, without_metadata

_WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OPEN_TEXT = b"application/vnd.oasis.opendocument.text"
_ALLOWED = frozenset({"xml", "rels", "rdf", "jpg", "jpeg", "png", "gif", "emf", "wmf", "odttf", "ttf", "otf"})
_WITHOUT_ENDING = frozenset({"mimetype"})
_CLAIM = re.compile(rb"<!\s*(doctype|entity|element|attlist)", re.IGNORECASE)
_MACRO = re.compile(
    rb"macroenabled|vbaproject|activex|oleobject|script:event-listener|<script:|\bDDE(AUTO)?\b", re.IGNORECASE
)
_RELATION = re.compile(rb"<Relationship\b[^>]*>", re.IGNORECASE)
_AUTHORS = re.compile(rb'\b(w:author|w:initials|w15:author|w15:userId|w15:providerId)="[^"]*"')
_DATES = re.compile(rb'\s+(w:date|w16du:dateUtc)="[^"]*"')
_CREATORS = re.compile(rb"<(dc:creator|dc:date|meta:creator-initials|meta:date-string)>[^<]*</\1>")
_EMPTY = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PROPERTIES = {
    "docProps/core.xml": _EMPTY + b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/'
    b'2006/metadata/core-properties"/>',
    "docProps/app.xml": _EMPTY + b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"/>',
    "docProps/custom.xml": _EMPTY + b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/'
    b'2006/custom-properties"/>',
    "meta.xml": _EMPTY + b'<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:'
    b'1.0" office:version="1.2"/>',
}
_DAY = (1980, 1, 1, 0, 0, 0)
Members = dict[str, bytes]


def office_kind(content: bytes) -> str:
    """Whether an archive is a Word or an OpenDocument text; no other archive is taken."""
    with _opened(content) as archive:
        names = archive.namelist()
        if "mimetype" in names and _read(archive, archive.getinfo("mimetype"), 200).strip() == _OPEN_TEXT:
            return "odt"
        if "[Content_Types].xml" in names:
            kinds = _read(archive, archive.getinfo("[Content_Types].xml"), MOST_UNPACKED)
            if b"macroEnabled" in kinds:
                raise NotTaken("macro")
            if _WORD in kinds:
                return "docx"
    raise NotTaken("not_on_the_list")


def copy_of_docx(content: bytes) -> bytes:
    """A Word text packed anew."""
    return _packed(_members(content), _clean_word)


def copy_of_odt(content: bytes) -> bytes:
    """An OpenDocument text packed anew."""
    members = _members(content)
    if b"encryption-data" in members.get("META-INF/manifest.xml", b""):
        raise NotTaken("encrypted")
    return _packed(members, _clean_open_text)


def _opened(content: bytes) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise NotTaken("damaged") from None
    listed = archive.infolist()
    if len(listed) > MOST_MEMBERS or sum(one.file_size for one in listed) > MOST_UNPACKED:
        raise NotTaken("unpacks_too_large")
    if not listed or min(one.header_offset for one in listed) != 0:
        raise NotTaken("two_kinds")
    if any(one.flag_bits & 1 for one in listed):
        raise NotTaken("encrypted")
    return archive


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    """One member, never more of it than may be; what its head says of its size is not believed."""
    try:
        with archive.open(member) as file:
            content = file.read(most + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError):
        raise NotTaken("damaged") from None
    if len(content) > most:
        raise NotTaken("unpacks_too_large")
    return content


def _members(content: bytes) -> Members:
    found: Members = {}
    left = MOST_UNPACKED
    with _opened(content) as archive:
        for member in archive.infolist():
            if member.is_dir():
                continue
            if member.filename in found or not _is_lawful(member.filename):
                raise NotTaken("damaged")
            found[member.filename] = _read(archive, member, left)
            left -= len(found[member.filename])
    for name, body in found.items():
        _refuse_what_acts(name, body)
    return found


def _is_lawful(name: str) -> bool:
    parts = name.split("/")
    return not ({"", ".", ".."} & set(parts)) and "\\" not in name and ":" not in name and "\0" not in name


def _refuse_what_acts(name: str, body: bytes) -> None:
    ending = name.rpartition(".")[2].casefold() if "." in name else ""
    low = name.casefold()
    if low.endswith(".bin") or low.startswith(("basic/", "scripts/")) or "/embeddings/" in low:
        raise NotTaken("macro")
    if ending not in _ALLOWED and name not in _WITHOUT_ENDING and not low.startswith("configurations2/"):
        raise NotTaken("not_on_the_list")
    if ending in ("xml", "rels", "rdf"):
        text = _flat(body)
        if _CLAIM.search(text):
            raise NotTaken("entity")
        if _MACRO.search(text) or _reaches_out(text):
            raise NotTaken("macro")


def _flat(body: bytes) -> bytes:
    """XML in two bytes a letter, read as if in one."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in body[:64]:
        return body.replace(b"\0", b"")
    return body


def _reaches_out(text: bytes) -> bool:
    """A relation to something outside the file that would be fetched when the file is opened."""
    found = (one.group() for one in _RELATION.finditer(text))
    return any(b'"External"' in one and not _is_a_link(one) for one in found)


def _is_a_link(relation: bytes) -> bool:
    """A link is followed only when somebody presses it."""
    return b"/hyperlink" in relation


def _packed(members: Members, clean: Callable[[str, bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, body in _in_order(members):
            if "thumbnail" in name.casefold():
                continue
            way = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            member = zipfile.ZipInfo(name, _DAY)
            archive.writestr(member, _PROPERTIES.get(name) or clean(name, body), way)
    return out.getvalue()


def _in_order(members: Members) -> Iterator[tuple[str, bytes]]:
    yield from sorted(members.items(), key=lambda one: one[0] != "mimetype")


def _clean_word(name: str, body: bytes) -> bytes:
    if name.endswith(".rels"):
        return _without_thumbnail(_RELATION, body)
    if name.endswith(".xml"):
        return _DATES.sub(b"", _AUTHORS.sub(rb'\1=""', body))
    return _picture(body)


def _clean_open_text(name: str, body: bytes) -> bytes:
    if name == "META-INF/manifest.xml":
        return _without_thumbnail(re.compile(rb"<manifest:file-entry\b[^>]*/>"), body)
    if name.endswith(".xml"):
        return _CREATORS.sub(rb"<\1></\1>", body)
    return _picture(body)


def _without_thumbnail(entry: re.Pattern[bytes], body: bytes) -> bytes:
    return entry.sub(lambda one: b"" if b"thumbnail" in one.group().lower() else one.group(), body)


def _picture(body: bytes) -> bytes:
    if body.startswith(b"\xff\xd8\xff"):
        return without_metadata(body)
    return copy_of_png(body) if body.startswith(b"\x89PNG\r\n\x1a\n") else body
