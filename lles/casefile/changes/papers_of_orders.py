"""Which order stands in a paper that came by post, by e-mail or by hand; or that none does."""

from collections.abc import Mapping
from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.models import Case, Officer, Order, PaperOfOrder, ReceivedPaper
from lles.casefile.queries.court import order_name
from lles.casefile.queries.papers import RECEIVED, papers_of_orders, received_paper_of
from lles.casefile.register import Event
from lles.casefile.timeline import Fact, Word, says


def keyed(
    order: Order, paper_key: str, by: Officer, at: datetime
) -> tuple[tuple[Event, Mapping[str, object]], ...]:
    """Inside a change: keeps in which paper an order stands that is recorded, and tells the pieces of work
    that this paper is keyed."""
    if not paper_key:
        return ()
    number = paper_key.removeprefix(RECEIVED)
    paper = received_paper_of(order.case, int(number)) if number != paper_key else None
    if paper is not None:
        PaperOfOrder.objects.create(paper=paper, order=order, by=by, at=at)
    return ((Event.ORDER_KEYED, {"paper_key": paper_key, "is_order": True}),)


def papers_go_along(order: Order, other: Order, why: str, by: Officer, at: datetime) -> None:
    """Inside a change: the papers of an order that stood twice are those of the other one."""
    for paper in papers_of_orders(order.case).get(order.pk, ()):
        PaperOfOrder.objects.create(paper=paper, order=other, why=why, by=by, at=at)


@change(needs=Verb.WORK)
def say_order_of_paper(
    *, case: Case, by: Officer, at: datetime, paper: ReceivedPaper, order: Order | None, why: str,
    instead: bool = False, seen: int | None = None,
) -> Done[PaperOfOrder]:  # fmt: skip
    """Records in which order that stands here already a paper is found, beside those that it is known to be
    of or `instead` of them, or that it is no order of the court, and how that is known; the paper waits no
    longer to be recorded as an order."""
    if instead and order is not None:
        PaperOfOrder.objects.create(paper=paper, order=None, why=why, by=by, at=at)
    row = PaperOfOrder.objects.create(paper=paper, order=order, why=why, by=by, at=at)
    if order is None:
        entry = says("paper_is_no_order", received_on=paper.received_on, why=why)
    else:
        made_on: Fact = order.made_on or Word("value.nothing")
        title = order_name(case, order)
        entry = says(
            "paper_is_of_order", received_on=paper.received_on, title=title, made_on=made_on, why=why
        )
    about = {"paper_key": f"{RECEIVED}{paper.pk}", "is_order": order is not None}
    return Done(row, entry, ((Event.ORDER_KEYED, about),))
