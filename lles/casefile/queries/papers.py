"""Papers of a case that others gave us, and the files that still wait for the scanner."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lles.casefile.models import Case, Order, PaperOfOrder, ReceivedFile, ReceivedPaper, TakenBack
from lles.casefile.queries.court import NO_NAME, order_names
from lles.law.bilingual import Text

RECEIVED = "received-"  # before the number of such a paper, where an order names its paper by a key


@dataclass(frozen=True)
class OrderInPaper:
    """What is known of a paper: an order that stands in it, or that none does, and how that is known."""

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


def orders_in_papers(case: Case) -> Mapping[int, Sequence[OrderInPaper]]:
    """What is known of each paper that came, by its number: every order that stands in it, or that none does;
    nothing where the orders that somebody found in it were taken back."""
    gone = set(TakenBack.objects.filter(order__case=case).values_list("order", flat=True))
    known = {
        pk: [one for number, one in found.items() if number not in gone]
        for pk, found in _found_in_papers(case).items()
    }
    orders = [one.order for found in known.values() for one in found if one.order is not None]
    names = order_names(case, orders)
    return {
        pk: [replace(one, name=names[one.order.pk]) if one.order is not None else one for one in found]
        for pk, found in known.items()
        if found
    }


def papers_with(order: Order) -> Sequence[ReceivedPaper]:
    """The papers in which an order stands, also where it was taken back."""
    found = _found_in_papers(order.case)
    return [one for one in received_papers(order.case) if order.pk in found.get(one.pk, ())]


def _found_in_papers(case: Case) -> Mapping[int, Mapping[int | None, OrderInPaper]]:
    """What was found in each paper, by the number of the order: each that was recorded from it or that it is
    said to be of adds to it, and that it is none takes back what was said before."""
    found: dict[int, dict[int | None, OrderInPaper]] = {}
    for order in Order.every.filter(case=case, paper_key__startswith=RECEIVED):
        found.setdefault(int(order.paper_key.removeprefix(RECEIVED)), {})[order.pk] = OrderInPaper(order)
    said = PaperOfOrder.every.filter(paper__case=case).select_related("order").order_by("pk")
    for one in said:
        of_paper = found.setdefault(one.paper_id, {})
        if one.order is None:
            of_paper.clear()
        of_paper.pop(None, None)
        of_paper[one.order_id] = OrderInPaper(one.order, one.why)
    return found


def papers_of_orders(case: Case) -> Mapping[int, Sequence[ReceivedPaper]]:
    """The papers in which each order stands, by the number of the order."""
    known = orders_in_papers(case)
    found: dict[int, list[ReceivedPaper]] = {}
    for paper in received_papers(case) if known else ():
        for one in known.get(paper.pk, ()):
            if one.order is not None:
                found.setdefault(one.order.pk, []).append(paper)
    return found
