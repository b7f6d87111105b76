"""Documents: made from frozen facts for one reader in one language, and kept under their hash."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from pathlib import Path

from django.conf import settings

from lles.law.bilingual import Language
from lles.links.pdf import RenderingProcess, UnprintableText
from lles.links.pdf_reader import Place, UnreadablePdf, places
from lles.links.store import Store

__all__ = ["COURT", "Made", "UnprintableText", "make", "protecting_store", "received_store", "store"]
COURT = "court"


@dataclass(frozen=True)
class Made:
    """A document in its final bytes: for whom, in which language, under which file name."""

    kind: str
    reader: str
    language: Language
    title: str
    content: bytes

    @property
    def file_name(self) -> str:
        """The reader by role and the language; no person's name and no place stands in a file name."""
        return f"{self.reader}.{self.language}.pdf"

    @cached_property
    def places(self) -> tuple[Place, ...] | None:
        """Every text of it with where it stands, read from the bytes once; None where they cannot be read."""
        try:
            return (Place("file name", self.file_name), Place("title", self.title), *places(self.content))
        except UnreadablePdf:
            return None


def make(
    template: Path,
    data: Mapping[str, object],
    *,
    kind: str,
    reader: str,
    language: Language,
    title: str,
    made_at: datetime,
) -> Made:
    """Renders one document for one reader in one language."""
    moment = made_at.replace(microsecond=0)
    content = _renderer().render(template, data, language=language, title=title, made_at=moment)
    return Made(kind, reader, language, title, content)


@cache
def _renderer() -> RenderingProcess:
    """Documents are set in a process of their own, so that its memory never counts against a web worker."""
    fonts = Path(settings.LLES_FONTS)
    return RenderingProcess(fonts=fonts if fonts.is_dir() else None)


def store() -> Store:
    """Where the bytes of documents and answers are kept, encrypted, under their hash."""
    return Store(Path(settings.LLES_STORE), settings.LLES_STORE_KEY)


def paper_store() -> Store:
    """Where papers of the court stand: a C8 holds addresses, so they are sealed with the key of the
    locations."""
    return Store(Path(settings.LLES_STORE) / "papers", settings.LLES_LOCATION_KEY)


def received_store() -> Store:
    """Where files stand that others gave us: they may hold addresses, so they are sealed with the key of the
    locations."""
    return Store(Path(settings.LLES_STORE) / "given", settings.LLES_LOCATION_KEY)


def protecting_store() -> Store:
    """Where documents stand that were made for a body that protects: they may say where somebody is on
    purpose, so they are sealed with the key of the locations."""
    return Store(Path(settings.LLES_STORE) / "protecting", settings.LLES_LOCATION_KEY)
