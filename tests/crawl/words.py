"""How the crawl asks for words that name a protected place: closed on their page, opened by a button."""

from collections.abc import Callable, Iterator, Mapping

from django.urls import reverse

from lles.casefile.models import Case, CheckFact, Concern, Entry
from tests.crawl.ask import Ask
from tests.crawl.rows import Row


def _opened(route: str, name: str, numbers: Callable[[Case], list[int]]) -> Row:
    def row(case: Case) -> Iterator[Ask]:
        path = reverse(route, args=(case.reference,))
        yield Ask(route, path)
        for number in [*numbers(case), 0]:
            yield Ask(route, path, "POST", {name: str(number)}, opens=True)

    return row


def _said(case: Case) -> list[int]:
    return list(Concern.objects.filter(case=case).values_list("pk", flat=True))


def _answered(case: Case) -> list[int]:
    return list(CheckFact.objects.filter(answer__asked__case=case).values_list("pk", flat=True))


def _lines(case: Case) -> list[int]:
    return list(Entry.objects.filter(case=case, kind="meeting_planned").values_list("pk", flat=True))


def _timeline(case: Case) -> Iterator[Ask]:
    yield from _opened("casefile:timeline", "entry", _lines)(case)
    path = reverse("casefile:timeline", args=(case.reference,))
    yield Ask("casefile:timeline", path, data={"before": str(case.entries.order_by("-pk")[3].pk)})


def _held_elsewhere(case: Case) -> list[int]:
    return list(case.hearings.exclude(venue="").values_list("pk", flat=True))


WORDS: Mapping[str, Row] = {
    "casefile:timeline": _timeline,
    "casefile:conversations": _opened("casefile:conversations", "said", _said),
    "intake:hearings": _opened("intake:hearings", "hearing", _held_elsewhere),
    "casefile:checks": _opened("casefile:checks", "fact", _answered),
}
