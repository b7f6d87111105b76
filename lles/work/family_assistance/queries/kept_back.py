"""The documents that nobody is given any more: they tell of an end by the court that was recorded wrongly, or
ask for consent to an order that came to nothing."""

from collections.abc import Collection
from typing import TypeVar

from django.db.models import Exists, OuterRef, QuerySet

from lles.casefile.models import Case
from lles.work.family_assistance.models import CameToNothing, CourtAnswer, Issued, NotSent, Wrong
from lles.work.family_assistance.rules.papers import Paper

Row = TypeVar("Row", Issued, NotSent)
TELLS_THE_END = (Paper.END, Paper.CLOSING, Paper.CHILDS_CLOSING)


def tell_a_wrong_end(rows: QuerySet[Row]) -> QuerySet[Row]:
    """Of some documents, or of who got none, those of the time in which an end by the court stood that was
    recorded wrongly."""
    wrong = Wrong.objects.filter(answer__answer=CourtAnswer.ENDED, assistance=OuterRef("assistance"))
    stood = wrong.filter(answer__at__lte=OuterRef("at"), at__gt=OuterRef("at"))
    return rows.filter(Exists(stood), kind__in=TELLS_THE_END)


def ask_for_nothing(issued: QuerySet[Issued]) -> QuerySet[Issued]:
    """Of some documents the forms for consent to an order that came to nothing."""
    over = CameToNothing.objects.filter(wrong=None).values("assistance")
    return issued.filter(kind=Paper.CONSENT, assistance__in=over)


def kept_back_from(case: Case, kind: str) -> Collection[int]:
    """The adults whose last document of a kind is one that nobody is given any more."""
    if kind not in (*TELLS_THE_END, Paper.CONSENT):
        return ()
    issued = Issued.objects.filter(assistance__case=case, kind=kind)
    versions = {one.version for one in (*tell_a_wrong_end(issued), *ask_for_nothing(issued))}
    made = case.documents.filter(kind=kind).exclude(party=None).order_by("version")
    last = dict(made.values_list("party", "version"))
    return [party for party, version in last.items() if version in versions]
