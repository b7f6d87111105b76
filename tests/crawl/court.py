"""How the crawl asks the pages of what happens at court."""

from collections.abc import Iterator, Mapping

from lles.casefile.models import Case
from lles.work.first_hearing.queries.orders import READ
from tests.crawl.ask import Ask, Data
from tests.crawl.rows import Row, case_row

ORDER: Data = {
    "title": "Directions", "ends_involvement": "no", "kind-0": "in_its_words",
    "words-0": "The father may ask the school.",
}  # fmt: skip


def _direction(case: Case) -> list[int | str]:
    live = case.directions.filter(superseded_at=None, kind="section_7_report", discharge=None)
    return [live[0].pk if live else 0]


def _order(case: Case) -> list[int | str]:
    waiting = case.tasks.filter(kind=READ, ended_at=None).values_list("subject", flat=True)
    return [int(waiting[0]) if waiting else 0]


def _amend(case: Case) -> Iterator[Ask]:
    order = case.orders.order_by("pk").first()
    data: Data = {"order": str(order.pk if order else 0), "words": "a report"}
    yield from case_row("first_hearing:amend", data, subject=_direction)(case)


COURT: Mapping[str, Row] = {
    "first_hearing:orders": case_row("first_hearing:orders"),
    "first_hearing:record_order": case_row("first_hearing:record_order", ORDER),
    "first_hearing:read_order": case_row(
        "first_hearing:read_order", {"ends_involvement": "no"}, subject=_order
    ),
    "first_hearing:amend": _amend,
    "first_hearing:direction": case_row("first_hearing:direction", {"how": "By word."}, subject=_direction),
    "first_hearing:lift": case_row("first_hearing:lift", {"words": "It agreed."}, subject=_direction),
}
