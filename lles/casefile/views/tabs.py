"""The pages of a case, as the navigation on top of each: the most used, and the others folded away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from lles.casefile import register
from lles.casefile.queries.head import Head
from lles.casefile.views.addresses import address
from lles.law.bilingual import Language

if TYPE_CHECKING:
    from lles.casefile.models import Case


ALWAYS = tuple(f"casefile:{name}" for name in ("case", "tasks", "checks", "conversations", "timeline"))


@dataclass(frozen=True)
class Tab:
    """One page of a case: its name, where it is, whether it is open, how much is open on it, and whether it
    stands behind "More pages"."""

    text: str
    href: str
    active: bool
    count: int = 0
    folded: bool = False


def tabs_of(case: Case, head: Head, here: str, language: Language) -> tuple[Tab, ...]:
    """The pages of a case: those used most, and the others folded away; the one that is open never is."""
    of_works = [
        (work.case_page[0], work.case_page[1].said(language), 0)
        for work in register.works()
        if work.case_page and (work.is_of_every_case or not work.tasks or work.name in head.works)
    ]
    pages = (
        ("casefile:case", _("Summary"), 0),
        ("casefile:tasks", _("Tasks"), head.open_tasks),
        ("casefile:checks", _("Checks"), head.open_checks),
        ("casefile:conversations", _("Conversations"), 0),
        ("casefile:timeline", _("Timeline"), 0),
        ("casefile:people", _("People"), 0),
        *of_works,
        ("casefile:documents", _("Documents"), 0),
    )
    return tuple(
        Tab(text, address(name, args=(case.reference,)), name == here, count, name not in (*ALWAYS, here))
        for name, text, count in pages
    )
