"""What every page of a case says while a danger is open: a column of the case."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db.models import F, JSONField
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject

from lles.casefile.models import Officer
from lles.casefile.register import Remark
from lles.casefile.timeline import word
from lles.work.urgent_referral.queries.facts import named

PAGE = "urgent_referral:referrals"
IS_NEEDED = """EXISTS (SELECT FROM urgent_referral_referral
    WHERE case_id = casefile_case.id AND closed_at IS NULL)"""
_OPEN = """(SELECT json_agg(json_build_object(
    'children', (SELECT string_agg(trim(child.first_name || ' ' || child.last_name), ', ' ORDER BY about.id)
      FROM urgent_referral_referredchild about JOIN casefile_child child ON child.id = about.child_id
      WHERE about.referral_id = referral.id),
    'told', EXISTS (SELECT FROM urgent_referral_recipient recipient WHERE recipient.referral_id = referral.id
      AND (recipient.phoned_at IS NOT NULL OR recipient.sent_at IS NOT NULL))) ORDER BY referral.seen_at)
  FROM urgent_referral_referral referral
  WHERE referral.case_id = casefile_case.id AND referral.closed_at IS NULL)"""


def remarks_column(officer: Officer) -> JSONObject:
    """The open dangers of a case: the children, and whether anybody was told."""
    return JSONObject(open=RawSQL(_OPEN, (), output_field=JSONField()), reference=F("reference"))


def remarks_from(column: Mapping[str, Any]) -> Sequence[Remark]:
    """A danger of which nobody was told says so plainly; one that is open stands there until it is closed."""
    return tuple(_said(column["open"] or (), column["reference"]))


def _said(open_: Sequence[Mapping[str, Any]], reference: str) -> Iterator[Remark]:
    for one in open_:
        name = "danger_open" if one["told"] else "danger_untold"
        says = word(f"remark.{name}").fill(children=named(filter(None, [one["children"]])))
        yield Remark(says, PAGE, reference, is_warning=not one["told"])
