"""How the crawl asks about introductory letters."""

from collections.abc import Callable, Iterator, Mapping

from django.urls import reverse

from lles.casefile.models import Case
from tests.crawl.ask import Ask, Data
from tests.crawl.typed import seen


def _letters(case: Case) -> Iterator[Ask]:
    yield Ask("introductions:letters", reverse("introductions:letters", args=(case.reference,)))


def _decide(case: Case) -> Iterator[Ask]:
    path = reverse("introductions:decide", args=(case.reference,))
    decided: Data = {
        **{f"goes-{one.pk}": "at_risk" for one in case.parties.all()},
        **{f"because-{one.pk}": "She is afraid." for one in case.parties.all()},
    }
    yield Ask("introductions:decide", path)
    yield Ask("introductions:decide", path, "POST")
    yield Ask("introductions:decide", path, "POST", seen(case, decided), filled=True)


def _previews(case: Case) -> Iterator[Ask]:
    adults = [one.pk for one in case.parties.exclude(role="other")]
    for party, language in [(pk, language) for pk in adults for language in ("en", "cy")] + [(0, "pl")]:
        path = reverse("introductions:preview", args=(case.reference, party, language))
        yield Ask("introductions:preview", path, a_file=True)


INTRODUCTIONS: Mapping[str, Callable[[Case], Iterator[Ask]]] = {
    "introductions:letters": _letters,
    "introductions:decide": _decide,
    "introductions:preview": _previews,
}
