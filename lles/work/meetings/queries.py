"""What the file says for the rules of meetings, and the meetings of a case for their page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from lles.casefile.access import OWN_OPEN_CASES
from lles.casefile.models import Case, Child, Officer
from lles.casefile.prepared import rows_of
from lles.casefile.queries.court import day_of, first_hearing
from lles.casefile.register import HeldMeeting
from lles.casefile.timeline import LONDON
from lles.law.findings import Finding
from lles.law.pathway import Pathway
from lles.work.meetings.models import Meeting
from lles.work.meetings.rules import (
    ChildSessionFacts,
    MeetingFacts,
    child_is_not_seen_before_the_first_hearing,
)


@dataclass(frozen=True)
class Planned:
    """A meeting, and what stands in its way since a hearing moved."""

    meeting: Meeting
    barred: Finding | None


def meeting_facts(
    case: Case, starts_at: datetime, child: Child | None, welsh_offered: bool | None
) -> MeetingFacts:
    """A meeting as the rules weigh it."""
    local = starts_at.astimezone(LONDON)
    office, hours = (case.office.nation, case.office.hours) if case.office else ("", {})
    if child is None:
        return MeetingFacts(local, office, office_hours=hours)
    return MeetingFacts(local, office, _session(case, local), child.nation, welsh_offered, hours)


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


def meeting_of(case: Case, pk: int) -> Meeting | None:
    """A meeting of the case that has no outcome yet."""
    return Meeting.objects.filter(case=case, pk=pk, outcome="").select_related("child", "party").first()


def children_wait(case: Case, now: datetime) -> Finding | None:
    """Why the children cannot be seen today, if they cannot."""
    return child_is_not_seen_before_the_first_hearing(_session(case, now))


def _session(case: Case, at: datetime) -> ChildSessionFacts:
    hearing = day_of(first_hearing(case))
    return ChildSessionFacts(Pathway(case.pathway), at.astimezone(LONDON).date(), hearing)


def _barred(case: Case, meeting: Meeting) -> Finding | None:
    if meeting.child_id is None or meeting.outcome:
        return None
    return child_is_not_seen_before_the_first_hearing(_session(case, meeting.starts_at))
