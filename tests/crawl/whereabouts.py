"""How the crawl asks for the pages on which somebody's whereabouts are recorded, protected and opened."""

from collections.abc import Iterator

from django.urls import reverse

from lles.casefile.models import Case
from lles.casefile.queries.people import statements_waiting
from tests.crawl.ask import Ask, Data
from tests.crawl.canary import HOME
from tests.crawl.typed import seen

TOLD: Data = {
    "kind": "address", "text": f"{HOME.street}\n{HOME.postcode}", "private": "unknown", "replaces": "no",
    "said_by": "person",
}  # fmt: skip
PUT_RIGHT: Data = {
    "first_name": "Siân", "last_name": "Morus", "previous_name": "Rees", "gender": "female",
    "because": "document", "words": "Her passport.",
}  # fmt: skip
SAID: Data = {"about": "phone", "made_by": "person", "words": "They may ring me."}


def _mother(case: Case) -> str:
    return f"party-{case.parties.get(role='applicant').pk}"


def _record(case: Case) -> Iterator[Ask]:
    yield from _form("casefile:record_whereabouts", case, TOLD)


def _ask(case: Case) -> Iterator[Ask]:
    yield from _form("casefile:ask_to_open", case, SAID)


def _put_right(case: Case) -> Iterator[Ask]:
    yield from _form("casefile:put_right", case, PUT_RIGHT)


def _form(route: str, case: Case, data: Data) -> Iterator[Ask]:
    path = reverse(route, args=(case.reference, _mother(case)))
    yield Ask(route, path)
    yield Ask(route, path, "POST")
    yield Ask(route, path, "POST", seen(case, data), filled=True)


def _protect(case: Case) -> Iterator[Ask]:
    path = reverse("casefile:protect", args=(case.reference, _mother(case)))
    yield Ask("casefile:protect", path, "POST", {"about": "email"})
    yield Ask("casefile:protect", path, "POST", {"about": "nothing"})


def _decide(case: Case) -> Iterator[Ask]:
    for statement in [*(one.pk for one in statements_waiting(case)), 0]:
        path = reverse("casefile:decide_opening", args=(case.reference, statement))
        yield Ask("casefile:decide_opening", path)
        yield Ask("casefile:decide_opening", path, "POST")
        decided = seen(case, {"confirmed": "no"})
        yield Ask("casefile:decide_opening", path, "POST", decided, filled=statement != 0)


def _left(case: Case) -> Iterator[Ask]:
    path = reverse("casefile:left_before", args=(case.reference,))
    yield Ask("casefile:left_before", path)
    yield Ask("casefile:left_before", path, "POST")
    yield Ask("casefile:left_before", path, "POST", seen(case, {"done": "He was warned."}), filled=True)


WHEREABOUTS = {
    "casefile:left_before": _left,
    "casefile:record_whereabouts": _record,
    "casefile:put_right": _put_right,
    "casefile:protect": _protect,
    "casefile:ask_to_open": _ask,
    "casefile:decide_opening": _decide,
}
