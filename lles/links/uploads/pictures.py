"""Photographs and scans, copied segment by segment: the picture without its place, time, device or note."""

import re
import struct
import zlib
from collections.abc import Iterator

from lles.links.uploads.facts import MOST_PIXELS, NotTaken

_NEXT_MARKER = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_SCAN, _END, _NOTE = 0xDA, 0xD9, 0xFE
_APPLICATION = range(0xE0, 0xF0)
_MOST_SEGMENTS = 2_000
_ACTS = (b"<script", b"<html", b"<svg", b"<?php", b"<!doctype", b"%pdf-")
_PNG = b"\x89PNG\r\n\x1a\n"
_DRAWS = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD"})
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_STEP = 1024 * 1024


def copy_of_jpeg(content: bytes) -> bytes:
    """A JPEG picture without its metadata and without what follows its end."""
    kept, at, sized = [b"\xff\xd8"], 2, False
    for _ in range(_MOST_SEGMENTS):
        marker, begin, end = _segment(content, at)
        if marker == _END:
            if not sized:
                raise NotTaken("damaged")
            _no_second_kind(content[end:])
            return b"".join((*kept, b"\xff\xd9"))
        if marker in _FRAMES:
            sized = _frame_is_bearable(content[begin:end])
        kept.append(_jpeg_segment(marker, content[begin:end]))
        at = end
        if marker == _SCAN:
            at = _end_of_scan(content, end)
            kept.append(content[end:at])
    raise NotTaken("damaged")


def without_metadata(content: bytes) -> bytes:
    """A JPEG picture inside another file: its head is cleaned, what follows the first scan stays as it is."""
    kept, at = [b"\xff\xd8"], 2
    try:
        for _ in range(_MOST_SEGMENTS):
            marker, begin, end = _segment(content, at)
            if marker in (_SCAN, _END):
                break
            kept.append(_jpeg_segment(marker, content[begin:end]))
            at = end
    except NotTaken:
        pass
    return b"".join((*kept, content[at:]))


def _segment(content: bytes, at: int) -> tuple[int, int, int]:
    """The marker at a place, and where its segment begins and ends."""
    while content[at : at + 2] == b"\xff\xff":
        at += 1
    if len(content) < at + 2 or content[at] != 0xFF:
        raise NotTaken("damaged")
    marker = content[at + 1]
    if marker == _END:
        return marker, at, at + 2
    length = int.from_bytes(content[at + 2 : at + 4], "big")
    if length < 2 or len(content) < at + 2 + length:
        raise NotTaken("damaged")
    return marker, at + 4, at + 2 + length


def _end_of_scan(content: bytes, at: int) -> int:
    found = _NEXT_MARKER.search(content, at)
    if found is None:
        raise NotTaken("damaged")
    return found.start()


def _frame_is_bearable(body: bytes) -> bool:
    if len(body) < 6:
        raise NotTaken("damaged")
    _, height, width = struct.unpack_from(">BHH", body)
    _no_flood(width, height)
    return True


def _no_flood(width: int, height: int) -> None:
    if not width or not height:
        raise NotTaken("damaged")
    if width * height > MOST_PIXELS:
        raise NotTaken("too_many_pixels")


def _jpeg_segment(marker: int, body: bytes) -> bytes:
    if marker == _NOTE or marker in _APPLICATION:
        _no_second_kind(body)
        body = _of_application(marker, body)
        if not body:
            return b""
    return b"\xff" + bytes([marker]) + (len(body) + 2).to_bytes(2, "big") + body


def _of_application(marker: int, body: bytes) -> bytes:
    """What is kept of a segment of an application: the size, the colours, and which way is up."""
    if marker == 0xE0 and body.startswith(b"JFIF\0"):
        return body[:12] + b"\0\0"
    if marker == 0xEE and body.startswith(b"Adobe"):
        return body[:12]
    if marker == 0xE1 and body.startswith(b"Exif\0\0"):
        return _way_up(body[6:])
    return b""


def _way_up(tiff: bytes) -> bytes:
    """Exif that says which way is up and nothing else, or nothing."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 10:
        return b""
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    for place in range(start + 2, min(start + 2 + 12 * 64, len(tiff) - 11), 12):
        tag, kind, count = struct.unpack_from(f"{order}HHI", tiff, place)
        if (tag, kind, count) == (0x0112, 3, 1):
            (way,) = struct.unpack_from(f"{order}H", tiff, place + 8)
            return _orientation(way) if 2 <= way <= 8 else b""
    return b""


def _orientation(way: int) -> bytes:
    return b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHH", 0x0112, 3, 1, way, 0) + b"\0\0\0\0"


def _no_second_kind(rest: bytes) -> None:
    """What is left out of a picture is not another file in disguise."""
    low = rest.lower()
    if any(mark in low for mark in _ACTS) or rest.startswith((b"MZ", b"PK\x03\x04", b"\x7fELF")):
        raise NotTaken("two_kinds")


def copy_of_png(content: bytes) -> bytes:
    """A PNG picture with the chunks that draw it and no others."""
    kept, pixels, head = [_PNG], [], b""
    for kind, body in _chunks(content):
        if kind == b"IHDR":
            head = body
        if kind == b"IDAT":
            pixels.append(body)
        if kind in _DRAWS:
            kept.append(_chunk(kind, body))
        else:
            _no_second_kind(body)
    _unpacks_to_its_size(head, pixels)
    return b"".join(kept)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    for _ in range(_MOST_SEGMENTS * 20):
        (length,) = struct.unpack(">I", content[at : at + 4].rjust(4, b"\xff"))
        kind, body = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        if len(body) != length or content[at + 8 + length : at + 12 + length] != _sum(kind, body):
            raise NotTaken("damaged")
        yield kind, body
        at += 12 + length
        if kind == b"IEND":
            _no_second_kind(content[at:])
            return
    raise NotTaken("damaged")


def _sum(kind: bytes, body: bytes) -> bytes:
    return zlib.crc32(kind + body).to_bytes(4, "big")


def _chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + _sum(kind, body)


def _unpacks_to_its_size(head: bytes, pixels: list[bytes]) -> None:
    if len(head) != 13 or not pixels:
        raise NotTaken("damaged")
    width, height, depth, colour = struct.unpack_from(">IIBB", head)
    _no_flood(width, height)
    most = height * (width * _CHANNELS.get(colour, 4) * max(depth, 8) // 8 + 1) * 2 + _STEP
    unpacking, size = zlib.decompressobj(), 0
    try:
        for step in _steps(unpacking, pixels):
            size += step
            if size > most:
                raise NotTaken("unpacks_too_large")
    except zlib.error:
        raise NotTaken("damaged") from None
    if not unpacking.eof:
        raise NotTaken("damaged")


def _steps(unpacking: "zlib._Decompress", pixels: list[bytes]) -> Iterator[int]:
    for part in pixels:
        rest = part
        while rest:
            yield len(unpacking.decompress(rest, _STEP))
            rest = unpacking.unconsumed_tail
