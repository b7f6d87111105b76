"""PDFs, written anew: the pages and their forms, without scripts, attached files and metadata."""

import io
import zlib
from collections.abc import Iterator

import pikepdf

from lles.links.uploads.facts import MOST_PAGES, MOST_PIXELS, MOST_UNPACKED, NotTaken
from lles.links.uploads.pictures import without_metadata

_ACTS = frozenset({
    "/JS", "/JavaScript", "/AA", "/OpenAction", "/EmbeddedFiles", "/EF", "/AF", "/XFA", "/RichMediaContent",
    "/RichMediaSettings",
})  # fmt: skip
_TELLS = frozenset({"/Metadata", "/PieceInfo", "/LastModified"})
_ACTIONS = frozenset({
    "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/Movie",
    "/Sound", "/RichMediaExecute", "/ResetForm", "/SetOCGState", "/Trans", "/GoTo3DView",
})  # fmt: skip
_HELD_BY_NOTES = ("/FS", "/Sound", "/Movie", "/3DD")
_DEEPEST = 100
_STEP = 1024 * 1024


def copy_of_pdf(content: bytes) -> bytes:
    """The PDF without what could act or tell; its pages stay as they are."""
    try:
        with pikepdf.open(io.BytesIO(content), attempt_recovery=False) as document:
            return _cleaned(document)
    except pikepdf.PasswordError:
        raise NotTaken("encrypted") from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RecursionError):
        raise NotTaken("damaged") from None


def _cleaned(document: pikepdf.Pdf) -> bytes:
    if not 1 <= len(document.pages) <= MOST_PAGES:
        raise NotTaken("damaged")
    if document.Root.get("/NeedsRendering"):
        raise NotTaken("needs_its_program")
    left = MOST_UNPACKED
    for item in document.objects:
        if isinstance(item, pikepdf.Stream):
            left -= _unpacked(item, left)
        _clean(item, 0)
    if "/Info" in document.trailer:
        del document.trailer["/Info"]
    return _written(document)


def _written(document: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    document.save(
        out, fix_metadata_version=False, deterministic_id=True, compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
    )  # fmt: skip
    return out.getvalue()


def _clean(item: object, depth: int) -> None:
    """Takes from an object, and from what stands directly in it, what acts and what tells."""
    if depth > _DEEPEST:
        raise NotTaken("damaged")
    if isinstance(item, pikepdf.Stream):
        _clean_dictionary(item, depth)
        _clean_picture(item)
    elif isinstance(item, pikepdf.Dictionary):
        _clean_dictionary(item, depth)
    elif isinstance(item, pikepdf.Array):
        for inner in list(item):
            if not (isinstance(inner, pikepdf.Object) and inner.is_indirect):
                _clean(inner, depth + 1)


def _clean_dictionary(item: pikepdf.Object, depth: int) -> None:
    for name in _unwanted(item):
        del item[name]
    for name in list(item.keys()):
        inner = item[name]
        if isinstance(inner, pikepdf.Object) and not inner.is_indirect:
            _clean(inner, depth + 1)


def _unwanted(item: pikepdf.Object) -> Iterator[str]:
    names = set(item.keys())
    yield from names & (_ACTS | _TELLS)
    if str(item.get("/S", "")) in _ACTIONS:
        yield from names - {"/Type", "/Parent"} - _ACTS - _TELLS
    elif item.get("/Type") == "/Annot" or ("/Subtype" in names and "/Rect" in names):
        yield from (name for name in _HELD_BY_NOTES if name in names)
        if str(item.get("/Subtype", "")) != "/Widget":
            yield from names & {"/T", "/M", "/CreationDate"}


def _clean_picture(item: pikepdf.Stream) -> None:
    if item.get("/Subtype") != "/Image":
        return
    width, height = item.get("/Width", 0), item.get("/Height", 0)
    if isinstance(width, int) and isinstance(height, int) and width * height > MOST_PIXELS:
        raise NotTaken("too_many_pixels")
    if str(item.get("/Filter", "")) == "/DCTDecode":
        raw = item.read_raw_bytes()
        if raw.startswith(b"\xff\xd8") and (plain := without_metadata(raw)) != raw:
            parms = item.get("/DecodeParms")
            known = parms if isinstance(parms, pikepdf.Dictionary | pikepdf.Array) else None
            item.write(plain, filter=pikepdf.Name.DCTDecode, decode_parms=known)


def _unpacked(item: pikepdf.Stream, most: int) -> int:
    """How large a stream is once unpacked; one that is packed twice is made to be large."""
    filters = item.get("/Filter", "")
    names = [str(one) for one in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    packed = names.count("/FlateDecode") + names.count("/LZWDecode")
    if packed > 1:
        raise NotTaken("unpacks_too_large")
    if names[:1] != ["/FlateDecode"]:
        return 0
    size, unpacking, rest = 0, zlib.decompressobj(), item.read_raw_bytes()
    try:
        while rest:
            size += len(unpacking.decompress(rest, _STEP))
            if size > most:
                raise NotTaken("unpacks_too_large")
            rest = unpacking.unconsumed_tail
    except zlib.error:
        return size
    return size
