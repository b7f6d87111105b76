"""Meetings: planned where the rules allow it, and what became of them."""

from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Reasons, change
from lles.casefile.models import Case, Child, Officer, Party
from lles.casefile.queries.service_law import calendar_in_force
from lles.casefile.timeline import Word, says
from lles.law.findings import Finding
from lles.work.meetings.models import Meeting
from lles.work.meetings.queries import meeting_facts
from lles.work.meetings.rules import check_meeting


def _meeting_findings(
    *,
    case: Case,
    starts_at: datetime,
    child: Child | None = None,
    welsh_offered: bool | None = None,
    **_: object,
) -> tuple[Finding, ...]:
    return tuple(check_meeting(meeting_facts(case, starts_at, child, welsh_offered), calendar_in_force()))


@change(needs=Verb.WORK, weighs=_meeting_findings)
def plan_meeting(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    way: str,
    starts_at: datetime,
    child: Child | None = None,
    party: Party | None = None,
    language: str = "",
    interpreter: str = "",
    welsh_offered: bool | None = None,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Meeting]:
    """Plans a meeting with a child or with an adult apart, in the language it will be held in."""
    meeting = Meeting.objects.create(
        case=case,
        child=child,
        party=party,
        way=way,
        starts_at=starts_at,
        language=language,
        interpreter=interpreter,
        welsh_offered=welsh_offered,
        planned_by=by,
        planned_at=at,
    )
    way_in_words = Word(f"meeting_way.{way}")
    return Done(meeting, says("meeting_planned", person=meeting.name, way=way_in_words, starts_at=starts_at))


@change(needs=Verb.WORK)
def settle_meeting(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    meeting: Meeting,
    outcome: str,
    language: str = "",
    interpreter: str = "",
    seen: int | None = None,
) -> Done[None]:
    """Records that a meeting was held and in which language, or that it was not held."""
    spoken = {"language": language, "interpreter": interpreter} if outcome == Meeting.HELD else {}
    Meeting.objects.filter(pk=meeting.pk).update(outcome=outcome, settled_at=at, **spoken)
    entry = says(
        "meeting_settled",
        person=meeting.name,
        starts_at=meeting.starts_at,
        outcome=Word(f"meeting_outcome.{outcome}"),
    )
    return Done(None, entry)
