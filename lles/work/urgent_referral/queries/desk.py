"""The dangers that are open on one officer's own cases, for the first page of the day: one statement."""

from collections.abc import Sequence
from dataclasses import dataclass

from lles.casefile.access import OWN_OPEN_CASES
from lles.casefile.models import Officer
from lles.casefile.prepared import rows_of
from lles.casefile.timeline import word
from lles.law.bilingual import Text
from lles.work.urgent_referral.queries.facts import named

_OPEN = f"""
WITH mine AS MATERIALIZED ({OWN_OPEN_CASES})
SELECT mine.reference, referral.id,
 coalesce((SELECT string_agg(trim(child.first_name || ' ' || child.last_name), ', ' ORDER BY about.id)
  FROM urgent_referral_referredchild AS about JOIN casefile_child AS child ON child.id = about.child_id
  WHERE about.referral_id = referral.id), ''),
 EXISTS (SELECT FROM urgent_referral_recipient AS recipient WHERE recipient.referral_id = referral.id
  AND (recipient.phoned_at IS NOT NULL OR recipient.sent_at IS NOT NULL))
FROM mine JOIN urgent_referral_referral AS referral ON referral.case_id = mine.id
WHERE referral.closed_at IS NULL ORDER BY referral.seen_at, referral.id
"""


@dataclass(frozen=True)
class OpenDanger:
    """A danger that is open: the reference of its case, the number of the referral, and what a page says."""

    reference: str
    referral: int
    says: Text


def open_dangers(officer: Officer) -> Sequence[OpenDanger]:
    """The dangers that are open on an officer's own open cases, the longest first."""
    found = rows_of(_OPEN, {"officer": officer.pk})
    return [OpenDanger(reference, pk, _said(children, told)) for reference, pk, children, told in found]


def _said(children: str, told: bool) -> Text:
    about = named(filter(None, [children]))
    return word("remark.danger_open" if told else "remark.danger_untold").fill(children=about)
