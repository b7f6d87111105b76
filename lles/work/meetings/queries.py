"""What the file says for the rules of meetings, and the meetings of a case for their page."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from lles.casefile.access import OWN_OPEN_CASES
from lles.casefile.documents import COURT
from lles.casefile.models import Case, Child, Officer, Task
from lles.casefile.prepared import rows_of
from lles.casefile.queries.court import day_of, first_hearing
from lles.casefile.register import HeldMeeting, Telling
from lles.casefile.timeline import LONDON, word
from lles.law.bilingual import Text
from lles.law.due import DueDay
from lles.law.findings import Finding
from lles.law.pathway import Pathway
from lles.work.meetings.models import Meeting
from lles.work.meetings.rules import (
    ChildSessionFacts,
    MeetingFacts,
    child_is_not_seen_before_the_first_hearing,
    overtaken_session_is_settled_by,
)

OVERTAKEN = "meetings.overtaken"


@dataclass(frozen=True)
class Planned:
    """A meeting, and what stands in its way since a hearing moved, or stood when it was held."""

    meeting: Meeting
    barred: Finding | None


def meeting_facts(
    case: Case, starts_at: datetime, child: Child | None, welsh_offered: bool | None, now: datetime
) -> MeetingFacts:
    """A meeting as the rules weigh it; what lies before now took place."""
    local = starts_at.astimezone(LONDON)
    office, hours = (case.office.nation, case.office.hours) if case.office else ("", {})
    if child is None:
        return MeetingFacts(local, office, office_hours=hours)
    session = _session(case, local, took_place=starts_at <= now)
    return MeetingFacts(local, office, session, child.nation, welsh_offered, hours)


def meetings_of(case: Case) -> Sequence[Planned]:
    """The meetings of a case, the latest first, each weighed against the hearing as it is listed now."""
    held = Meeting.objects.filter(case=case).select_related("child", "party", "planned_by")
    return [Planned(one, _barred(case, one)) for one in held.order_by("-starts_at", "-pk")]


@dataclass(frozen=True)
class MeetingAhead:
    """A meeting that is planned, as a page of many cases names it."""

    reference: str
    way: str
    starts_at: datetime
    name: str
    interpreter: str


_AHEAD = f"""
SELECT mine.reference, m.way, m.starts_at,
 trim(coalesce(k.first_name || ' ' || k.last_name, p.first_name || ' ' || p.last_name)), m.interpreter
FROM ({OWN_OPEN_CASES}) AS mine JOIN meetings_meeting AS m ON m.case_id = mine.id
LEFT JOIN casefile_child AS k ON k.id = m.child_id LEFT JOIN casefile_party AS p ON p.id = m.party_id
WHERE m.outcome = '' AND m.starts_at >= %(since)s::timestamptz
ORDER BY m.starts_at, m.id LIMIT %(at_most)s::bigint
"""


def meetings_ahead(officer: Officer, since: datetime, at_most: int = 12) -> tuple[MeetingAhead, ...]:
    """The meetings planned in an officer's own open cases from a moment on, the next first."""
    rows = rows_of(_AHEAD, {"officer": officer.pk, "since": since, "at_most": at_most})
    return tuple(MeetingAhead(*row) for row in rows)


def meetings_held(case: Case) -> Iterator[HeldMeeting]:
    """The meetings of a case that took place, for whatever else they count."""
    for one in Meeting.objects.filter(case=case, outcome=Meeting.HELD):
        owner = f"child:{one.child_id}" if one.child_id else f"party:{one.party_id}"
        yield HeldMeeting(one.pk, one.way, one.starts_at, owner)


def meetings_planned(about: QuerySet[Case]) -> frozenset[int]:
    """The cases in which a meeting has no outcome yet."""
    return frozenset(Meeting.objects.filter(case__in=about, outcome="").values_list("case", flat=True))


def meeting_of(case: Case, pk: int) -> Meeting | None:
    """A meeting of the case that has no outcome yet."""
    return Meeting.objects.filter(case=case, pk=pk, outcome="").select_related("child", "party").first()


def children_wait(case: Case, now: datetime) -> Finding | None:
    """Why the children cannot be seen today, if they cannot."""
    return child_is_not_seen_before_the_first_hearing(_session(case, now))


def held_too_early(meeting: Meeting) -> Finding | None:
    """What there is to say of a session with a child that is held, or is recorded as held: that it was before
    the first hearing."""
    if meeting.child_id is None:
        return None
    session = _session(meeting.case, meeting.starts_at, took_place=True)
    return child_is_not_seen_before_the_first_hearing(session)


def overtaken(case: Case) -> Mapping[str, bool]:
    """The sessions with a child that are planned in a case, by their numbers, and whether a hearing has
    overtaken them."""
    planned = Meeting.objects.filter(case=case, outcome="").exclude(child=None)
    return {str(one.pk): _barred(case, one) is not None for one in planned}


def settled_by(task: Task) -> DueDay | None:
    """The day by which an overtaken session is put off or settled."""
    of_one = int(task.subject) if task.subject.isdigit() else 0
    meeting = Meeting.objects.filter(case=task.case, pk=of_one).first()
    return overtaken_session_is_settled_by(_day(meeting)) if meeting else None


def sessions_named(subjects: Collection[str]) -> Mapping[str, Text]:
    """What a task about a session is called: with whom it is."""
    found = Meeting.objects.filter(pk__in=[int(one) for one in subjects if one.isdigit()]).select_related(
        "child"
    )
    return {str(one.pk): word(f"task.{OVERTAKEN}_of").fill(child=one.name) for one in found}


def told_to(case: Case, reader: str) -> Sequence[Telling]:
    """What a document may say of the sessions: to the court, that a child was met or spoken to before the
    first hearing."""
    held = case.meetings.filter(outcome=Meeting.HELD).exclude(child=None) if reader == COURT else ()
    return tuple(
        Telling(word("told.child_before_hearing").fill(child=one.name, day=_day(one)), one.settled_at)
        for one in held
        if one.settled_at and held_too_early(one)
    )


def _day(meeting: Meeting) -> date:
    return meeting.starts_at.astimezone(LONDON).date()


def _session(case: Case, at: datetime, *, took_place: bool = False) -> ChildSessionFacts:
    hearing = day_of(first_hearing(case))
    return ChildSessionFacts(Pathway(case.pathway), at.astimezone(LONDON).date(), hearing, took_place)


def _barred(case: Case, meeting: Meeting) -> Finding | None:
    if meeting.child_id is None or meeting.outcome == Meeting.NOT_HELD:
        return None
    took_place = meeting.outcome == Meeting.HELD
    return child_is_not_seen_before_the_first_hearing(
        _session(case, meeting.starts_at, took_place=took_place)
    )
