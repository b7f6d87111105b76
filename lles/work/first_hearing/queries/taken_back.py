"""Orders that were recorded wrongly here: what waits again without them, and what was sent under them."""

from collections.abc import Collection, Iterable, Sequence

from django.db.models import Q

from lles.casefile.changes.directions import KEYED
from lles.casefile.models import Case, Direction, Document, Order, ReceivedPaper, TakenBack
from lles.casefile.queries.papers import papers_with
from lles.casefile.register import is_taken, works
from lles.work.first_hearing.models import Discharge, HearingRecord
from lles.work.first_hearing.queries.orders import READ

WRONG = TakenBack.WHAT
TELL = "first_hearing.tell_of_order"


def documents_under(order: Order) -> Iterable[tuple[str, int]]:
    """The documents by which what an order directs was done."""
    done = Document.objects.filter(pk__in=Discharge.objects.filter(direction__order=order).values("document"))
    return list(done.order_by("pk").values_list("kind", "version"))


def kept_back_from(case: Case, kind: str) -> Collection[int]:
    """The parties whose last document of a kind was made under an order that was recorded wrongly: nobody is
    given it any more. Where the order stood twice, what was made under it holds of the other one."""
    wrong = TakenBack.objects.filter(order__case=case).exclude(what=TakenBack.TWICE)
    under = [tuple(one) for documents in wrong.values_list("documents", flat=True) for one in documents]
    versions = {version for name, version in under if name == kind}
    if not versions:
        return ()
    made = case.documents.filter(kind=kind).exclude(party=None).order_by("version")
    return [
        party for party, version in dict(made.values_list("party", "version")).items() if version in versions
    ]


def directed_anew(case: Case, order: Order, again: Iterable[int]) -> Sequence[Direction]:
    """What stands again without an order, and what is directed of its kind: as far as no other piece of work
    does it now, and it is not done."""
    doing = (work for work in works() if order.kind in [kind.name for kind in work.orders])
    own = [kind.name for work in doing for kind in work.directions]
    live = case.directions.filter(Q(pk__in=again) | Q(kind__in=own), superseded_at=None, discharge=None)
    found = live.select_related("child", "party").order_by("pk")
    return [one for one in found if not is_taken(case, one.kind)]


def orders_to_read_anew(case: Case, order: Order) -> Sequence[Order]:
    """The orders of no known kind that the court sent of the day of an order, and that somebody read beside
    it, or that want something by a day and direct nothing without it."""
    sent = case.orders.filter(made_on=order.made_on, kind="").exclude(made_on=None)
    read = [int(one) for one in case.tasks.filter(kind=READ).values_list("subject", flat=True)]
    wants = Q(directions=None) & ~Q(filing_due_on=None)
    return list(sent.exclude(court_key__startswith=KEYED).filter(Q(pk__in=read) | wants).order_by("pk"))


def papers_to_key_anew(order: Order) -> Sequence[ReceivedPaper]:
    """The papers from which an order was recorded wrongly; those of one that stood twice are of the other."""
    stood_twice = order.taken_back.what == TakenBack.TWICE
    return [] if stood_twice else [one for one in papers_with(order) if one.kind == "order"]


def hearing_ends_involvement(case: Case) -> bool:
    """Whether it is recorded of a hearing that the service's involvement ends."""
    return HearingRecord.objects.filter(case=case, corrected_by=None, ends_involvement=True).exists()


def order_to_tell_of(case: Case, pk: int) -> Order | None:
    """An order that was recorded wrongly and of which nobody has told whoever had a document yet."""
    waits = case.tasks.filter(kind=TELL, subject=str(pk), ended_at=None).exists()
    return Order.every.filter(case=case, pk=pk).select_related("taken_back").first() if waits else None


def sealed_under(case: Case, order: Order) -> Sequence[Document]:
    """The documents that were sealed under an order that was recorded wrongly, each in every version."""
    which = Q(pk=None)
    for kind, version in order.taken_back.documents:
        which |= Q(kind=kind, version=version)
    return list(case.documents.filter(which).select_related("party", "child").order_by("pk"))
