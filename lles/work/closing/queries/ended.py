"""Where the last work of a case has ended, so that somebody is asked whether the involvement of the service
ends."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db.models import DateTimeField, F, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, JSONObject, Length

from lles.casefile import register
from lles.casefile.access import OWN_OPEN_CASES
from lles.casefile.models import Case, Direction, Officer, Order
from lles.casefile.prepared import rows_of
from lles.casefile.register import Remark
from lles.casefile.timeline import LONDON, word


def going_on(about: QuerySet[Case]) -> Mapping[int, tuple[date, datetime]]:
    """The cases of which an order or the record of a hearing said last that our involvement goes on: its day,
    and when that came on the file."""
    ordered = Order.objects.filter(case__in=about).exclude(ends_involvement=None).exclude(made_on=None)
    at = Coalesce("created_at", "made_on", output_field=DateTimeField())
    rows = ordered.values_list("case", "made_on", "ends_involvement", at)
    said = [*register.involvement_said(about), *((case, tuple(row)) for case, *row in rows)]
    return {case: (day, at) for case, (day, ends, at) in dict(sorted(said)).items() if not ends}


_ORDERS = Order.objects.annotate(named=Length("kind")).filter(named__gt=0)
_DIRECTIONS = Direction.objects.all()


def _stands(rows: QuerySet[Order] | QuerySet[Direction], of: str) -> str:
    """Whether a case has any of these rows, as far as they stand: SQL over its number."""
    table = rows.model._meta.db_table
    return f"""EXISTS ({rows.order_by().values("pk").query} AND "{table}"."case_id" = {of})"""


def nothing_is_open(of: str) -> str:
    """Whether, in an open case, what the court ordered or directed has ended and nothing is left to be done,
    heard (today, later, or on no day yet) or answered: SQL over the number of the case."""
    return f"""(
  ({_stands(_ORDERS, of)} OR {_stands(_DIRECTIONS, of)})
  AND NOT EXISTS (SELECT FROM casefile_task AS t WHERE t.case_id = {of} AND t.ended_at IS NULL
    AND coalesce(t.until_on >= (now() AT TIME ZONE 'Europe/London')::date, true))
  AND NOT EXISTS (SELECT FROM casefile_hearing AS h WHERE h.case_id = {of} AND h.going_ahead
    AND coalesce(greatest(h.starts_at, h.ends_at) AT TIME ZONE 'Europe/London' >= date_trunc('day',
      now() AT TIME ZONE 'Europe/London'), true))
  AND NOT EXISTS (SELECT FROM casefile_check AS sent WHERE sent.case_id = {of}
    AND sent.asked_on IS NOT NULL AND sent.set_aside_at IS NULL
    AND NOT EXISTS (SELECT FROM casefile_checkanswer WHERE asked_id = sent.id)))"""


IS_NEEDED = f"casefile_case.closed_at IS NULL AND {nothing_is_open('casefile_case.id')}"
_OWN = f"SELECT mine.id FROM ({OWN_OPEN_CASES}) AS mine WHERE {nothing_is_open('mine.id')} ORDER BY mine.id"

_THIS = f"""SELECT mine.id FROM casefile_case AS mine
WHERE mine.id = %(case)s AND mine.closed_at IS NULL AND {nothing_is_open("mine.id")}"""

_SAID = """SELECT c.id, c.reference,
 (SELECT max(t.ended_at) FROM casefile_task AS t
  WHERE t.case_id = c.id AND t.kind <> ALL(%(papers)s::text[])),
 (SELECT max(said.at) FROM closing_goeson AS said WHERE said.case_id = c.id)
FROM casefile_case AS c WHERE c.id = ANY(%(cases)s::bigint[]) ORDER BY c.id"""


def at_their_end(officer: Officer, today: date) -> tuple[str, ...]:
    """The officer's own open cases in which the last work has ended, by their reference (CLO-INVOLVEMENT)."""
    found = [pk for (pk,) in rows_of(_OWN, {"officer": officer.pk})]
    return tuple(ended_among(found, today).values())


def is_at_its_end(case: Case, today: date) -> bool:
    """Whether somebody is to be asked about this case."""
    return bool(ended_among([pk for (pk,) in rows_of(_THIS, {"case": case.pk})], today))


def ended_among(cases: Sequence[int], today: date) -> Mapping[int, str]:
    """The cases with their references, of those in which nothing is open, in which no order is at work any
    more and no meeting is planned, and of which neither the court nor somebody here has said since the last
    work ended that our involvement goes on. What drops most of them is asked first."""
    rows = rows_of(_SAID, {"cases": list(cases), "papers": _papers()}) if cases else ()
    last = {case: done for case, _, done, kept in rows if _is_later(done, kept)}
    if goes_on := going_on(_about(last)) if last else {}:
        last = {case: done for case, done in last.items() if _has_ended_since(done, goes_on.get(case))}
    ended = set(last)
    for busy in (register.meetings_planned, partial(_at_work, today=today)):
        ended -= set(busy(_about(ended))) if ended else set()
    return {case: reference for case, reference, *_ in rows if case in ended}


def _about(cases: Collection[int]) -> QuerySet[Case]:
    return Case.objects.filter(pk__in=cases)


def _at_work(about: QuerySet[Case], today: date) -> Collection[int]:
    return {one.case for one in register.orders_running(about) if not one.ends_on or one.ends_on >= today}


def _papers() -> list[str]:
    """The tasks that are no work of a case: that what came in is read, or what leaves it is handed on."""
    return [one.name for one in register.task_kinds() if one.arrives or one.in_closed]


def _is_later(last: datetime | None, said: datetime | None) -> bool:
    return said is None or (last is not None and last > said)


def _has_ended_since(last: datetime | None, going_on: tuple[date, datetime] | None) -> bool:
    return going_on is None or (
        last is not None and last > going_on[1] and last.astimezone(LONDON).date() > going_on[0]
    )


def remarks_column(officer: Officer) -> JSONObject:
    """The case in which nothing is open, as a column of a statement about cases."""
    return JSONObject(case=F("pk"), today=RawSQL("(now() AT TIME ZONE 'Europe/London')::date", ()))


def remarks_from(column: Mapping[str, Any]) -> Sequence[Remark]:
    """Whether the involvement of the service ends, asked where the last work of the case has ended."""
    found = ended_among([int(column["case"])], date.fromisoformat(column["today"]))
    return tuple(Remark(word("remark.involvement"), "closing:closing", one) for one in found.values())
