"""What an officer needs in hand at court, on one screen: from the casefile and the register alone, and never
a place or a number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from lles.casefile import register
from lles.casefile.models import Case, Check, Conversation, Document
from lles.casefile.queries.checks import WITH_FACTS, CheckRow, rows_of
from lles.casefile.queries.head import Head, HearingRow
from lles.casefile.queries.named_bodies import naming_in
from lles.casefile.queries.work import TaskRow, open_tasks


@dataclass(frozen=True)
class Letter:
    """What was last sealed for the court of what the checks brought: its kind, its version, and each
    language of it with how far it is."""

    documents: tuple[Document, ...]

    @property
    def first(self) -> Document:
        """One of its languages, for what they share."""
        return self.documents[0]


@dataclass(frozen=True)
class Brief:
    """The brief of one case; `named` are the checks of which it says who was asked."""

    hearing: HearingRow | None
    open_checks: tuple[CheckRow, ...]
    named: frozenset[int]
    letter: Letter | None
    conversations: dict[int, Conversation]
    deadlines: tuple[TaskRow, ...]


def brief_of(case: Case, head: Head, today: date) -> Brief:
    """The next hearing, the open checks, the letter, the last conversation with each adult by the adult's
    number, and what is due."""
    checks = case.checks.filter(kind__in=Check.OF_ADULTS, set_aside_at=None)
    is_open = checks.filter(
        Q(answers=None) | Q(overtaken_at__isnull=False, asked_anew__answers=None)
    ).distinct()
    asked = list(is_open.select_related("party", "adult", "child").prefetch_related(WITH_FACTS, "chases"))
    naming = naming_in(case)
    return Brief(
        hearing=head.next_hearing(today),
        open_checks=rows_of(asked, today),
        named=frozenset(one.pk for one in asked if naming.tells(one, None)),
        letter=_letter(case),
        conversations=_last(
            case.conversations.filter(wrong=None).select_related("by").order_by("began_at", "pk")
        ),
        deadlines=open_tasks(case, today),
    )


def _letter(case: Case) -> Letter | None:
    made: Sequence[Document] = list(
        case.documents.filter(kind__in=register.documents_resting_on_checks(), reader="court")
        .select_related("filing")
        .order_by("-made_at", "-version", "pk")
    )
    if not made:
        return None
    last = made[0]
    return Letter(tuple(one for one in made if (one.kind, one.version) == (last.kind, last.version)))


def _last(held: Iterable[Conversation]) -> dict[int, Conversation]:
    return {one.party_id: one for one in held}
