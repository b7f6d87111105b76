"""How the crawl asks what is known of people from other cases, and orders by which leave is needed."""

from collections.abc import Callable, Iterator, Mapping

from django.db.models import F, Q
from django.urls import reverse

from lles.casefile.models import Case
from lles.work.earlier_involvement.models import Candidate
from tests.crawl.ask import Ask, Data
from tests.crawl.typed import seen

Numbers = Callable[[Case], list[int]]


def _each(route: str, of: Numbers, data: Data) -> Callable[[Case], Iterator[Ask]]:
    """The page of each thing of a case, and of one that is not there."""

    def row(case: Case) -> Iterator[Ask]:
        for pk in [*of(case), 0]:
            path = reverse(route, args=(case.reference, pk))
            yield Ask(route, path)
            yield Ask(route, path, "POST", seen(case, data), filled=pk != 0)

    return row


def _matches(case: Case) -> list[int]:
    both = Q(case__office=F("other_case__office"), case__sealed=F("other_case__sealed"))
    known = Candidate.objects.filter(Q(case=case) | Q(other_case=case), both)
    return list(known.values_list("pk", flat=True))


def _filter_orders(case: Case) -> list[int]:
    return list(case.filter_orders.values_list("pk", flat=True))


def _leave(case: Case) -> list[int]:
    return list(case.leave_questions.values_list("pk", flat=True))


def _waiting(_: Case) -> Iterator[Ask]:
    yield Ask("earlier_involvement:waiting", reverse("earlier_involvement:waiting"))


def _known(case: Case) -> Iterator[Ask]:
    yield Ask("earlier_involvement:known", reverse("earlier_involvement:known", args=(case.reference,)))


def _look(case: Case) -> Iterator[Ask]:
    path = reverse("earlier_involvement:look", args=(case.reference,))
    yield Ask("earlier_involvement:look", path)
    yield Ask("earlier_involvement:look", path, "POST", {"a": "b"}, filled=True)


def _filter_order(case: Case) -> Iterator[Ask]:
    path = reverse("earlier_involvement:filter_order", args=(case.reference,))
    barred = [str(case.parties.get(role="applicant").pk)]
    children = [str(case.children.order_by("pk")[0].pk)]
    order: Data = {"barred": barred, "children": children, "length": "months", "months": "24"}
    yield Ask("earlier_involvement:filter_order", path)
    yield Ask("earlier_involvement:filter_order", path, "POST")
    yield Ask("earlier_involvement:filter_order", path, "POST", seen(case, order), filled=True)


EARLIER: Mapping[str, Callable[[Case], Iterator[Ask]]] = {
    "earlier_involvement:waiting": _waiting,
    "earlier_involvement:known": _known,
    "earlier_involvement:look": _look,
    "earlier_involvement:decide": _each(
        "earlier_involvement:decide", _matches, {"decision": "not", "reason": "No."}
    ),
    "earlier_involvement:filter_order": _filter_order,
    "earlier_involvement:withdraw": _each(
        "earlier_involvement:withdraw", _filter_orders, {"reason": "Wrong file."}
    ),
    "earlier_involvement:leave": _each(
        "earlier_involvement:leave", _leave, {"answer": "refused", "reason": "The court said so."}
    ),
}
