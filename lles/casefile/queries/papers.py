"""Papers of a case that others gave us, and the files that still wait for the scanner."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lles.casefile.models import Case, Order, PaperOfOrder, ReceivedFile, ReceivedPaper
from lles.casefile.queries.court import NO_NAME, order_names
from lles.law.bilingual import Text

RECEIVED = "received-"  # before the number of such a paper, where an order names its paper by a key


@dataclass(frozen=True)
class OrderInPaper:
    """What is known of a paper: which order stands in it, or that none does, and how that is known."""

    order: Order | None
    why: str = ""
    name: Text = NO_NAME


def received_papers(case: Case) -> Sequence[ReceivedPaper]:
    """What came by post, by e-mail or by hand, the latest first."""
    return list(ReceivedPaper.objects.filter(case=case).select_related("file", "added_by"))


def received_paper_of(case: Case, pk: int) -> ReceivedPaper | None:
    """One of these papers of the case."""
    return ReceivedPaper.objects.filter(case=case, pk=pk).select_related("file").first()


def files_to_scan(at_most: int) -> Sequence[ReceivedFile]:
    """Files that nobody has scanned yet, the longest waiting first."""
    waiting = ReceivedFile.objects.filter(state__in=[ReceivedFile.WAITING, ReceivedFile.UNSCANNED])
    return list(waiting.order_by("pk")[:at_most])


def orders_in_papers(case: Case) -> Mapping[int, OrderInPaper]:
    """What is known of each paper that came, by its number: the last that somebody said, else the order that
    was recorded from it."""
    named = {one.paper_key: one for one in case.orders.filter(paper_key__startswith=RECEIVED)}
    recorded = {int(key.removeprefix(RECEIVED)): OrderInPaper(one) for key, one in named.items()}
    said = PaperOfOrder.objects.filter(paper__case=case).select_related("order").order_by("pk")
    known = {**recorded, **{one.paper_id: OrderInPaper(one.order, one.why) for one in said}}
    names = order_names(case, [one.order for one in known.values() if one.order is not None])
    return {
        pk: replace(one, name=names[one.order.pk]) if one.order is not None else one
        for pk, one in known.items()
    }


def papers_of_orders(case: Case) -> Mapping[int, Sequence[ReceivedPaper]]:
    """The papers in which each order stands, by the number of the order."""
    known = orders_in_papers(case)
    found: dict[int, list[ReceivedPaper]] = {}
    for paper in received_papers(case) if known else ():
        order = known[paper.pk].order if paper.pk in known else None
        if order is not None:
            found.setdefault(order.pk, []).append(paper)
    return found
