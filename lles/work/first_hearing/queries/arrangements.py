"""What holds between hearings, on top of every page of a case: each arrangement in one line, without what
somebody typed of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import DateField, F, JSONField
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject

from lles.casefile.models import Officer
from lles.casefile.register import Remark
from lles.casefile.timeline import word
from lles.law.bilingual import Text
from lles.work.first_hearing.rules.arrangements import Arrangement, arrangements_that_hold, from_data

PAGE = "first_hearing:orders"
_RECORDED = """first_hearing_hearingrecord AS held
  WHERE held.case_id = casefile_case.id AND NOT EXISTS (
    SELECT FROM first_hearing_hearingrecord AS later WHERE later.corrects_id = held.id)"""
IS_NEEDED = f"""(casefile_case.closed_at IS NULL AND EXISTS (
  SELECT FROM {_RECORDED} AND held.arrangements <> '[]'::jsonb))"""
_ARRANGED = """(SELECT json_agg(held.arrangements ORDER BY hearing.starts_at NULLS FIRST, held.id)
  FROM casefile_hearing AS hearing, {recorded} AND hearing.id = held.hearing_id)"""
_NAMES = """(SELECT json_object_agg(id, trim(first_name || ' ' || last_name))
  FROM {table} WHERE case_id = casefile_case.id)"""
_TODAY = "(now() AT TIME ZONE 'Europe/London')::date"


def _json(sql: str) -> RawSQL:
    return RawSQL(sql, (), output_field=JSONField())


def remarks_column(officer: Officer) -> JSONObject:
    """What was arranged at each hearing, the first one first, who the people are, and today."""
    return JSONObject(
        arranged=_json(_ARRANGED.format(recorded=_RECORDED)),
        children=_json(_NAMES.format(table="casefile_child")),
        adults=_json(_NAMES.format(table="casefile_party")),
        today=RawSQL(_TODAY, (), output_field=DateField()),
        reference=F("reference"),
    )


def remarks_from(column: Mapping[str, Any]) -> Sequence[Remark]:
    """Each arrangement that holds today or will, in one line."""
    recorded = [[from_data(row) for row in rows] for rows in column["arranged"] or ()]
    holds = arrangements_that_hold(recorded, date.fromisoformat(column["today"]))
    people = (column["children"] or {}, column["adults"] or {})
    return tuple(Remark(said(one, *people), PAGE, column["reference"]) for one in holds)


def said(one: Arrangement, children: Mapping[str, str], adults: Mapping[str, str]) -> Text:
    """An arrangement in one line: what, for whom, and how long."""
    with_whom = [adults[str(one.party)]] if adults.get(str(one.party)) else []
    whom = [*(children[str(pk)] for pk in one.children if children.get(str(pk))), *with_whom]
    return word("remark.arrangement").fill(
        kind=word(f"arrangement.{one.kind}"), whom=", ".join(whom), how_long=how_long(one)
    )


def how_long(one: Arrangement) -> Text:
    """From which day and until when an arrangement holds."""
    if one.until is None:
        name = "next_from" if one.since else "next"
        return word(f"arrangement_until.{name}").fill(**({"since": one.since} if one.since else {}))
    if one.since is None:
        return word("arrangement_until.until").fill(until=one.until)
    return word("arrangement_until.both").fill(since=one.since, until=one.until)
