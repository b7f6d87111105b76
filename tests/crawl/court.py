"""How the crawl asks the pages of what happens at court."""

from collections.abc import Callable, Iterator, Mapping

from django.utils import timezone

from lles.casefile.changes.directions import KEYED
from lles.casefile.models import Case
from lles.work.first_hearing.forms.orders import ANOTHER
from lles.work.first_hearing.queries.orders import KEY, READ
from tests.crawl.ask import Ask, Data
from tests.crawl.rows import Row, case_row

ORDER: Data = {
    "title": "Directions", "ends_involvement": "no", "kind-0": "in_its_words",
    "words-0": "The father may ask the school.", "same": ANOTHER,
}  # fmt: skip


def _direction(case: Case) -> list[int | str]:
    live = case.directions.filter(superseded_at=None, kind="section_7_report", discharge=None)
    return [live[0].pk if live else 0]


def _order(case: Case) -> list[int | str]:
    waiting = case.tasks.filter(kind=READ, ended_at=None).values_list("subject", flat=True)
    return [int(waiting[0]) if waiting else 0]


def _recorded(case: Case) -> list[int | str]:
    keyed = case.orders.filter(court_key__startswith=KEYED).order_by("pk").first()
    return [keyed.pk if keyed else 0]


def _paper(case: Case) -> list[int | str]:
    waiting = case.tasks.filter(kind=KEY, ended_at=None).values_list("subject", flat=True)
    return [int(waiting[0]) if waiting else 0]


def _record_order(case: Case) -> Iterator[Ask]:
    yield from case_row("first_hearing:record_order", ORDER)(case)
    yield from case_row("first_hearing:record_order", ORDER, subject=_paper)(case)


def _amend(case: Case) -> Iterator[Ask]:
    order = case.orders.order_by("pk").first()
    data: Data = {"order": str(order.pk if order else 0), "words": "a report"}
    yield from case_row("first_hearing:amend", data, subject=_direction)(case)


def _held(case: Case) -> list[int | str]:
    recorded = case.hearing_records.order_by("pk").values_list("hearing", flat=True)
    return [recorded[0] if recorded else 0]


def _to_record(case: Case) -> list[int | str]:
    come = case.hearings.filter(starts_at__lt=timezone.now(), going_ahead=True, records=None)
    return [come[0].pk if come else 0]


def _there(case: Case) -> dict[str, str]:
    return {f"there-{one}": "spoken" for one in case.parties.values_list("pk", flat=True)}


def _record(route: str, subject: Callable[[Case], list[int | str]]) -> Row:
    def row(case: Case) -> Iterator[Ask]:
        data: Data = {**_there(case), "ends_involvement": "no", "advice": "A report is needed."}
        yield from case_row(route, data, subject=subject)(case)

    return row


COURT: Mapping[str, Row] = {
    "first_hearing:orders": case_row("first_hearing:orders"),
    "first_hearing:record_order": _record_order,
    "first_hearing:hearing": case_row("first_hearing:hearing", subject=_held),
    "first_hearing:record_hearing": _record("first_hearing:record_hearing", _to_record),
    "first_hearing:correct": _record("first_hearing:correct", _held),
    "first_hearing:read_order": case_row(
        "first_hearing:read_order", {"ends_involvement": "no"}, subject=_order
    ),
    "first_hearing:day_of_order": case_row(
        "first_hearing:day_of_order",
        {"made_on-day": "1", "made_on-month": "1", "made_on-year": "2026", "words": "It says so."},
        subject=_recorded,
    ),
    "first_hearing:wrong_order": case_row(
        "first_hearing:wrong_order", {"what": "never", "words": "It says so."}, subject=_recorded
    ),
    "first_hearing:amend": _amend,
    "first_hearing:direction": case_row("first_hearing:direction", {"how": "By word."}, subject=_direction),
    "first_hearing:lift": case_row("first_hearing:lift", {"words": "It agreed."}, subject=_direction),
}
