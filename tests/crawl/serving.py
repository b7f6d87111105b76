"""How the crawl asks about serving documents on people."""

from collections.abc import Callable, Iterator, Mapping

from django.urls import reverse

from lles.casefile.models import Case
from tests.crawl.ask import Ask, Data
from tests.crawl.typed import seen


def _each(route: str, *data: Data) -> Callable[[Case], Iterator[Ask]]:
    """The page of each document that somebody is to have, and of one that is not there."""

    def row(case: Case) -> Iterator[Ask]:
        for pk in [*case.servings.values_list("pk", flat=True), 0]:
            path = reverse(route, args=(case.reference, pk))
            yield Ask(route, path)
            yield Ask(route, path, "POST")
            yield from (Ask(route, path, "POST", seen(case, one), filled=pk != 0) for one in data)

    return row


def _envelopes(case: Case) -> Iterator[Ask]:
    for pk in [*case.servings.values_list("pk", flat=True), 0]:
        path = reverse("casefile:envelope", args=(case.reference, pk))
        yield Ask("casefile:envelope", path, "POST", opens=True)


def _give(case: Case) -> Iterator[Ask]:
    for pk in [*case.documents.exclude(child=None).values_list("pk", flat=True), 0]:
        path = reverse("casefile:give_to_child", args=(case.reference, pk))
        yield Ask("casefile:give_to_child", path)
        yield Ask("casefile:give_to_child", path, "POST")
        data = seen(case, {"way": "read_out"})
        yield Ask("casefile:give_to_child", path, "POST", data, filled=pk != 0)


SERVING: Mapping[str, Callable[[Case], Iterator[Ask]]] = {
    "casefile:serving": _each(
        "casefile:serving",
        {"way": "post", "clock": "0:00", "reason-SRV-WAY": "She said so."},
        {"way": "at_court", "clock": "0:00"},
    ),
    "casefile:envelope": _envelopes,
    "casefile:check_address": _each("casefile:check_address", {"letters": "yes"}),
    "casefile:came_back": _each("casefile:came_back", {}),
    "casefile:give_to_child": _give,
}
