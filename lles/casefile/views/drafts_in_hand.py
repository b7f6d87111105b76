"""What was begun and is not recorded, as a page says it: what, by whom, when, and where one goes on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lles.casefile import register
from lles.casefile.views.addresses import address

if TYPE_CHECKING:
    from datetime import datetime

    from lles.casefile.access import Verb
    from lles.casefile.queries.drafts_in_hand import DraftRow
    from lles.law.bilingual import Language


@dataclass(frozen=True)
class DraftLine:
    """A draft in hand in the language of the page; without an address for whoever may not write on it."""

    title: str
    by: str
    at: datetime
    href: str
    reference: str


def draft_lines(
    drafts: Iterable[DraftRow], reference: str, may: Collection[Verb], language: Language
) -> Iterator[DraftLine]:
    """Each draft in hand as a line; what no page writes any more is not offered."""
    kinds = register.draft_kinds()
    for one in drafts:
        if (kind := kinds.get(one.kind)) is None:
            continue
        case, title = one.reference or reference, kind.title.said(language)
        href = address(kind.page, args=(case, *kind.where(one.subject))) if kind.needs in may else ""
        yield DraftLine(f"{title}: {one.about}" if one.about else title, one.by, one.at, href, case)
