"""What stands on top of a case whose parents live together: when arrangements cease, or that they have."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import DateField, F, JSONField
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject

from lles.casefile.models import Officer
from lles.casefile.queries.living_together import parents_together
from lles.casefile.register import Remark
from lles.casefile.timeline import word
from lles.law.bilingual import Text
from lles.law.living_together import Ceasing, ceasings_of
from lles.law.plurals import counted

PAGE = "living_together:times"
_STANDS = """one.case_id = casefile_case.id AND NOT one.is_wrong AND NOT EXISTS (
    SELECT FROM casefile_livingtogether AS later WHERE later.replaces_id = one.id)"""
IS_NEEDED = f"""(casefile_case.closed_at IS NULL AND EXISTS (
  SELECT FROM casefile_livingtogether AS one WHERE {_STANDS}))"""
_TIMES = f"""(SELECT json_agg(json_build_array(trim(a.first_name || ' ' || a.last_name),
    trim(b.first_name || ' ' || b.last_name), one.since, one.until, one.both_responsible)
    ORDER BY one.first_id, one.second_id, one.since, one.id)
  FROM casefile_livingtogether AS one
  JOIN casefile_party AS a ON a.id = one.first_id JOIN casefile_party AS b ON b.id = one.second_id
  WHERE {_STANDS})"""


_TODAY = "(now() AT TIME ZONE 'Europe/London')::date"


def remarks_column(officer: Officer) -> JSONObject:
    """The times as they stand, pair by pair, and today; neither where anybody lives nor who told us."""
    return JSONObject(
        times=RawSQL(_TIMES, (), output_field=JSONField()),
        today=RawSQL(_TODAY, (), output_field=DateField()),
        reference=F("reference"),
    )


def remarks_from(column: Mapping[str, Any]) -> Sequence[Remark]:
    """That arrangements have ceased today, or on which day they will (S8-TOGETHER)."""
    times = [
        (first, second, date.fromisoformat(since), date.fromisoformat(until) if until else None, both)
        for first, second, since, until, both in column["times"] or ()
    ]
    found = ((one.names, each) for one in parents_together(times) for each in ceasings_of(one))
    today, reference = date.fromisoformat(column["today"]), column["reference"]
    return tuple(Remark(_said(names, each, today), PAGE, reference, is_warning=True) for names, each in found)


def _said(names: Text, ceasing: Ceasing, today: date) -> Text:
    """In one line; the page says it in full."""
    if ceasing.on > today:
        return word("remark.together_ceases").fill(names=names, since=ceasing.since, on=ceasing.on)
    count = counted("month", ceasing.months.n)
    ceased = word("remark.together_ceased")
    return ceased.fill(names=names, since=ceasing.since, on=ceasing.on, count=count)
