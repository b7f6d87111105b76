"""Meetings: planned where the rules allow it, and what became of them."""

from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Reasons, change
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.models import Case, Child, Officer, Party
from lles.casefile.passage import is_new
from lles.casefile.queries.service_law import calendar_of_office
from lles.casefile.register import Event, Occasion
from lles.casefile.timeline import Word, says
from lles.law.findings import Finding
from lles.work.meetings.models import Meeting
from lles.work.meetings.queries import OVERTAKEN, held_too_early, meeting_facts, overtaken
from lles.work.meetings.rules import check_meeting


def _meeting_findings(
    *,
    case: Case,
    at: datetime,
    starts_at: datetime,
    child: Child | None = None,
    welsh_offered: bool | None = None,
    **_: object,
) -> tuple[Finding, ...]:
    return tuple(
        check_meeting(
            meeting_facts(case, starts_at, child, welsh_offered, at), calendar_of_office(case.office)
        )
    )


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
    """Plans a meeting with a child or with an adult apart, in the language it will be held in; one that took
    place unplanned is recorded by the same way."""
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


def _settling_findings(*, meeting: Meeting, outcome: str, **_: object) -> tuple[Finding, ...]:
    was_planned = meeting.planned_at < meeting.starts_at
    found = held_too_early(meeting) if outcome == Meeting.HELD and was_planned else None
    return (found,) if found else ()


@change(needs=Verb.WORK, weighs=_settling_findings)
def settle_meeting(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    meeting: Meeting,
    outcome: str,
    language: str = "",
    interpreter: str = "",
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[None]:
    """Records that a meeting was held and in which language, or that it was not held. A session with a child
    before the first hearing is recorded with its reason, and the court is told (SG-NOCHILD)."""
    spoken = {"language": language, "interpreter": interpreter} if outcome == Meeting.HELD else {}
    Meeting.objects.filter(pk=meeting.pk).update(outcome=outcome, settled_at=at, **spoken)
    entry = says(
        "meeting_settled",
        person=meeting.name,
        starts_at=meeting.starts_at,
        outcome=Word(f"meeting_outcome.{outcome}"),
    )
    end_tasks(
        case=case, by=the_service(), at=at, kind=OVERTAKEN, outcome="session_settled", subject=str(meeting.pk)
    )
    is_told = outcome == Meeting.HELD and held_too_early(meeting) is not None
    return Done(None, entry, ((Event.TELLS_MORE, {}),) if is_told else ())


def hearings_changed(occasion: Occasion) -> None:
    """Opens a task for each planned session with a child that lies before the first hearing now, and ends
    that of each which no longer does."""
    case, at = occasion.case, occasion.at
    for subject, is_overtaken in ({} if is_new(case) else overtaken(case)).items():
        if is_overtaken:
            open_task(case=case, by=the_service(), at=at, kind=OVERTAKEN, subject=subject)
        else:
            end_tasks(
                case=case, by=the_service(), at=at, kind=OVERTAKEN, outcome="session_may_be", subject=subject
            )
