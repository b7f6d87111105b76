"""Documents of both courts: their ids, and which were withdrawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, tzinfo

from lles.links.court import codes
from lles.links.court.facts import CourtPaper
from lles.links.court.reading import Field

NO_DOCUMENT = "00000000-0000-0000-0000-000000000000"
REDACTED = "*redacted*"


def paper_of(
    document: Field, category: str, *, restricted: bool = False, title: str = "", clock: tzinfo = UTC
) -> CourtPaper | None:
    """Read a document; its id may stand at the end of an address instead."""
    if not document:
        if title:
            document.reading.note("document_without_id", document.path, title)
        return None
    name = document.at("document_filename", "documentFileName").text()
    key = document.at("document_id", "documentId").text() or _last_of_address(document)
    if not key:
        document.reading.warn("document_without_id", document.path, document.value)
        return None
    created = document.at(
        "documentCreationDate", "document_creation_date", "uploadTimestamp", "upload_timestamp"
    )
    return CourtPaper(
        key=key,
        name=name or title,
        title=title,
        category=category,
        restricted=restricted,
        withdrawn=key == NO_DOCUMENT or REDACTED in f"{name} {title}".casefold(),
        created_at=created.moment(clock),
    )


def category_of(field: Field) -> str:
    """Read the category of a document; an unknown one is kept as text."""
    came = field.text()
    known = codes.CATEGORIES.get(codes.folded(came))
    if came and known is None:
        field.reading.note("unknown_code", field.path, came)
    return known or came


def each_once(papers: Iterable[tuple[Field, CourtPaper | None]]) -> tuple[CourtPaper, ...]:
    """Keep each document once: what one listing withholds or withdraws holds for all of them."""
    kept: dict[str, CourtPaper] = {}
    for field, paper in papers:
        if paper is None:
            continue
        if paper.key == NO_DOCUMENT:
            paper = replace(paper, key=_free(kept, paper.key))
        elif earlier := kept.get(paper.key.casefold()):
            paper = _together(earlier, paper, field)
        kept[paper.key.casefold()] = paper
    return tuple(kept.values())


def _together(earlier: CourtPaper, later: CourtPaper, field: Field) -> CourtPaper:
    if (earlier.name, earlier.title, earlier.category) != (later.name, later.title, later.category):
        field.reading.note("document_listed_twice", field.path, f"{later.name}, {later.category}")
    return replace(
        earlier,
        name=earlier.name or later.name,
        title=earlier.title or later.title,
        category=earlier.category or later.category,
        restricted=earlier.restricted or later.restricted,
        withdrawn=earlier.withdrawn or later.withdrawn,
        created_at=earlier.created_at or later.created_at,
    )


def _free(kept: dict[str, CourtPaper], key: str) -> str:
    place = 2
    while key in kept:
        key, place = f"{NO_DOCUMENT}~{place}", place + 1
    return key


def _last_of_address(document: Field) -> str:
    for name in ("document_url", "document_binary_url"):
        parts = document.at(name).text().split("?")[0].rstrip("/").removesuffix("/binary").split("/")
        if parts[-1]:
            return parts[-1]
    return ""
