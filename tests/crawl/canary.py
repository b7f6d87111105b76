"""The canary: one protected place, told in every written form, and the search for it in whatever leaves."""

import base64
import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from urllib.parse import quote, unquote_plus

from lles.links.pdf_reader import UnreadablePdf, places
from lles.site.synthetic.facts import Address

HOME = Address("187 Rhodfa'r Ehedydd Ŵyllt", "Wrexham", "Wrexham", "LL11 7KX")
BEFORE = Address("46 Cilgant y Fronfraith Gudd", "Wrexham", "Wrexham", "LL11 3CM")
PHONE, EMAIL = "07700 900738", "ehedydd.wyllt.738@example.org"

# What to look for once English letters and digits alone are left, small and without their marks.
TOKENS: Mapping[str, str] = {
    "street": "ehedyddwyllt",
    "street before": "fronfraithgudd",
    "postcode": "ll117kx",
    "postcode before": "ll113cm",
    "phone": "7700900738",
    "e-mail": "ehedyddwyllt738",
}
TOLD_BY: Mapping[str, frozenset[str]] = {  # what each kind of detail tells
    "address": frozenset({"street", "postcode"}),
    "earlier": frozenset({"street before", "postcode before"}),
    "phone": frozenset({"phone"}),
    "email": frozenset({"e-mail"}),
}
NO_LETTER = bytes(one for one in range(128) if not chr(one).isalnum())
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def written_forms() -> tuple[str, ...]:
    """The place as people and programs write it: the forms a leak may take."""
    return (
        HOME.in_one_line(), HOME.street.upper(), "Rhodfa’r Ehedydd Wyllt", "LL11 7KX", "ll117kx",
        "LL11\u00a07KX", "LL11-7KX", "LL11\n7KX",
        "07700 900738", "07700900738", "+44 7700 900738", "(07700) 900 738", EMAIL,
        EMAIL.upper(), quote(HOME.street), quote(HOME.postcode), "ehedydd.wyllt.738%40example.org",
        html.escape(HOME.street), "Rhodfa&#39;r Ehedydd &#372;yllt", "Ehedydd \\u0174yllt",
        unicodedata.normalize("NFD", HOME.street), BEFORE.in_one_line(), BEFORE.postcode,
    )  # fmt: skip


def told_by(details: Iterable[str]) -> frozenset[str]:
    """The names of the tokens that the chosen details of a document tell: each `party:7.phone`."""
    kinds = [detail.rpartition(".")[2] for detail in details]
    return frozenset(token for kind in kinds for token in TOLD_BY.get(kind, ()))


def found_in(content: bytes | str) -> frozenset[str]:
    """The names of the tokens that stand in some bytes: of a page, a header, a line of a log, or a PDF."""
    raw = content.encode() if isinstance(content, str) else content
    if raw[:5] == b"%PDF-":
        return frozenset(name for text in _texts_of_pdf(raw) for name in found_in(text))
    squeezed = {_squeezed(form) for form in set(_unwrapped(raw))}
    return frozenset(
        name
        for name, token in TOKENS.items()
        if any(token.encode() in form for form in squeezed) or any(form in raw for form in _in_base64(name))
    )


def _texts_of_pdf(raw: bytes) -> Iterator[str]:
    try:
        yield from (f"{place.name} {place.text}" for place in places(raw))
    except UnreadablePdf as error:
        raise AssertionError("a PDF left that nobody can read") from error


def _unwrapped(raw: bytes) -> Iterator[str]:
    text = raw.decode("utf-8", "replace")
    for _ in range(2):
        yield text
        text = ESCAPED.sub(lambda found: chr(int(found[1], 16)), unquote_plus(html.unescape(text)))
    yield text


def _squeezed(text: str) -> bytes:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return plain.encode("ascii", "ignore").translate(None, NO_LETTER)


@cache
def _in_base64(name: str) -> tuple[bytes, ...]:
    """The middle of a long token as base64 writes it, wherever in three bytes it begins."""
    plain = {"street": HOME.street, "e-mail": EMAIL}.get(name, "").encode()
    shifted = [base64.b64encode(b"\0" * shift + plain).rstrip(b"=") for shift in range(3) if plain]
    return tuple(coded[4 if at else 0 : len(coded) // 4 * 4 - 4] for at, coded in enumerate(shifted))
