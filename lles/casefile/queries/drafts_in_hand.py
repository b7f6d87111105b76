"""What was begun and is not recorded: the drafts in hand of a case, and those that one officer began."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, QuerySet, TextField
from django.db.models.expressions import RawSQL

from lles.casefile.access import Verb, within
from lles.casefile.models import Draft, Officer
from lles.casefile.prepared import Asked

IN_HAND = """casefile_draft.begins AND NOT EXISTS (SELECT FROM casefile_draft AS later
 WHERE later.case_id = casefile_draft.case_id AND later.kind = casefile_draft.kind
 AND later.subject = casefile_draft.subject AND later.revision > casefile_draft.revision AND later.ended)"""
_NAME = "trim(one.first_name || ' ' || one.last_name)"
ABOUT = f"""CASE casefile_draft.kind
WHEN 'conversation' THEN (SELECT {_NAME} FROM casefile_party AS one
  WHERE one.case_id = casefile_draft.case_id AND one.id::text = casefile_draft.subject)
WHEN 'check_answer' THEN (SELECT coalesce(
   (SELECT {_NAME} FROM casefile_party AS one WHERE one.id = asked.party_id),
   (SELECT {_NAME} FROM casefile_child AS one WHERE one.id = asked.child_id),
   (SELECT {_NAME} FROM casefile_otheradult AS one WHERE one.id = asked.adult_id))
  FROM casefile_check AS asked
  WHERE asked.case_id = casefile_draft.case_id AND asked.id::text = casefile_draft.subject) END"""
MOST = 50


@dataclass(frozen=True)
class DraftRow:
    """A draft in hand: its kind and subject, whom it is about where that is known, and who began it when."""

    kind: str
    subject: str
    about: str
    by: str
    at: datetime
    reference: str = ""


def draft_row(given: dict[str, Any]) -> DraftRow:
    """A draft in hand, from the column of the head of its case."""
    return DraftRow(**{**given, "about": given["about"] or "", "at": datetime.fromisoformat(given["at"])})


def drafts_begun_by(officer: Officer) -> Sequence[DraftRow]:
    """What an officer began on open cases and nobody has recorded, the latest first; of a case on which the
    officer works no more, nothing."""
    return [
        DraftRow(one.kind, one.subject, one.about or "", officer.name, one.at, one.case.reference)
        for one in _BEGUN.all_of(officer)
    ]


def _begun(officer: Officer) -> QuerySet[Draft]:
    mine = Draft.objects.filter(within(officer, Verb.WORK, "case__"), by_id=officer.pk, begins=True)
    return (
        mine.filter(case__closed_at=None)
        .annotate(in_hand=RawSQL(IN_HAND, (), BooleanField()), about=RawSQL(ABOUT, (), TextField()))
        .filter(in_hand=True)
        .select_related("case")
        .only("kind", "subject", "at", "case__reference")
        .order_by("-pk")[:MOST]
    )


_BEGUN: Asked[Any] = Asked(_begun)
