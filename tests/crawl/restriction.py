"""How the crawl asks who sees a case: restricting it, naming people, shutting one out and letting them in."""

from collections.abc import Iterator

from django.urls import reverse

from lles.casefile.models import Case
from lles.casefile.queries.restriction import to_be_named
from tests.crawl.ask import Ask, Data
from tests.crawl.rows import Row, case_row
from tests.crawl.typed import seen

WHY: Data = {"reason": "The family is known in the office."}


def _unseal(case: Case) -> Iterator[Ask]:
    return _of_a_restricted_case("casefile:unseal", case, WHY)


def _name_person(case: Case) -> Iterator[Ask]:
    return _of_a_restricted_case("casefile:name_person", case, {"named": str(to_be_named(case)[0].pk)})


def _of_a_restricted_case(route: str, case: Case, data: Data) -> Iterator[Ask]:
    path = reverse(route, args=(case.reference,))
    yield Ask(route, path)
    yield Ask(route, path, "POST")
    yield Ask(route, path, "POST", seen(case, data), filled=case.sealed)


def _named(case: Case) -> Iterator[Ask]:
    for named in [*case.kept_sights.filter(ended_at=None).values_list("pk", flat=True), 0]:
        path = reverse("casefile:end_naming", args=(case.reference, named))
        yield Ask("casefile:end_naming", path)
        yield Ask("casefile:end_naming", path, "POST", seen(case, WHY), filled=bool(named))


def _let_in(case: Case) -> Iterator[Ask]:
    for exclusion in [*case.exclusions.filter(ended_at=None).values_list("pk", flat=True), 0]:
        path = reverse("casefile:let_in", args=(case.reference, exclusion))
        yield Ask("casefile:let_in", path)
        yield Ask("casefile:let_in", path, "POST", seen(case, WHY), filled=bool(exclusion))


def _shut_out(case: Case) -> Iterator[Ask]:
    whom = f"party:{case.parties.order_by('pk')[0].pk}"
    told: Data = {"person": "teammate", "relation": "neighbour", "whom": whom, "words": "Next door."}
    yield from case_row("casefile:shut_out", told)(case)


RESTRICTION: dict[str, Row] = {
    "casefile:who_sees": case_row("casefile:who_sees"),
    "casefile:seal": case_row("casefile:seal", WHY),
    "casefile:unseal": _unseal,
    "casefile:name_person": _name_person,
    "casefile:end_naming": _named,
    "casefile:shut_out": _shut_out,
    "casefile:let_in": _let_in,
}
