"""How the crawl asks about orders under section 8, and what is known for them in its cases."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from django.urls import reverse

from lles.casefile.access import Verb
from lles.casefile.changes.directions import record_order
from lles.casefile.models import Attached, Case, Officer
from lles.work.section_8.changes import (
    AttachedSaid,
    FosteringSaid,
    record_attached,
    record_care,
    record_fostering,
)
from lles.work.section_8.models import Fostering
from tests.crawl.ask import Ask, Typed
from tests.crawl.canary import HOME
from tests.crawl.rows import Row, case_row
from tests.crawl.typed import seen

NAMED = "Prohibited steps order"


def prepare(case: Case, by: Officer, at: datetime) -> None:
    """A child is in care, the father fosters it, and there is an order about the child; what was typed of
    it tells where the mother is."""
    since = at.date() - timedelta(days=40)
    child, father = case.children.order_by("pk")[0], case.parties.get(role="respondent")
    made_on = at.date() - timedelta(days=2)
    order = record_order(case=case, by=by, at=at, kind="", title=NAMED, made_on=made_on)
    condition = AttachedSaid("condition", father, ("parent",), "4", f"Not near {HOME.in_one_line()}.", "en")
    record_attached(case=case, by=by, at=at, order=order, said=condition)
    record_care(case=case, by=by, at=at, child=child, since=since, until=None, source="authority")
    said = FosteringSaid(since, None, None, None, None, "authority")
    record_fostering(case=case, by=by, at=at, child=child, party=father, said=said)


_DAY = timedelta(days=-3)
_TIME: Typed = {"stands": "ended", "source": "court", "since": _DAY, "until": _DAY}
_TERMS: Typed = {
    "only_about_living": "no",
    "varies": "unknown",
    "carries_notice": "no",
    "ends_on": _DAY,
}


_ATTACHED: Typed = {
    "kind": "condition", "ties": "parent", "paragraph": "4", "words": "He rings on Fridays.",
    "language_of_words": "en",
}  # fmt: skip


def _subject(route: str, number: Callable[[Case], int], typed: Callable[[Case], Typed]) -> Row:
    """A page about one thing of the case; of a case without it, a number that is nobody's."""

    def row(case: Case) -> Iterator[Ask]:
        path = reverse(route, args=(case.reference, number(case)))
        yield Ask(route, path)
        yield Ask(route, path, "POST")
        yield Ask(route, path, "POST", seen(case, typed(case)), filled=True)

    return row


def _child(case: Case) -> int:
    child = case.children.order_by("pk").first()
    return child.pk if child else 987654


def _order(case: Case) -> int:
    order = case.orders.filter(title=NAMED).order_by("pk").first()
    return order.pk if order else 987654


def _attached(case: Case) -> int:
    row = Attached.objects.filter(order__case=case, wrong=None).order_by("pk").last()
    return row.pk if row else 987654


def _fostering(case: Case) -> int:
    row = Fostering.objects.filter(case=case).order_by("pk").last()
    return row.pk if row else 987654


def _of_adult(case: Case) -> Typed:
    return {"party": str(case.parties.get(role="respondent").pk)}


ROWS: dict[str, Row] = {
    "section_8:facts": case_row("section_8:facts"),
    "section_8:care": _subject("section_8:care", _child, lambda case: _TIME),
    "section_8:fostering": _subject(
        "section_8:fostering",
        _fostering,
        lambda case: {**_TIME, **_of_adult(case), "child": str(_child(case))},
    ),
    "section_8:terms": _subject("section_8:terms", _order, lambda case: _TERMS),
    "section_8:notice": _subject(
        "section_8:notice", _order, lambda case: {**_of_adult(case), "way": "served", "on": _DAY}
    ),
    "section_8:condition": _subject(
        "section_8:condition", _order, lambda case: {**_of_adult(case), **_ATTACHED}
    ),
}
ROWS["section_8:wrong"] = _subject(
    "section_8:wrong", _attached, lambda case: {"why": "It is another order.", "language_of_words": "en"}
)
ROWS["section_8:discharge"] = _subject("section_8:discharge", _attached, lambda case: {"order": "none"})
NEEDS = {route: Verb.SEE if route == "section_8:facts" else Verb.WORK for route in ROWS}
