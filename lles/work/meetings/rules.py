"""The rules of meetings, pure: when a child may be seen, in office hours, and in the child's language."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path

from lles.casefile.rules.language import child_is_offered_welsh_too
from lles.law.calendar import Calendar
from lles.law.due import Due, reckons
from lles.law.findings import Finding, Weight
from lles.law.jurisdiction import Nation, officers_work_in_office_hours
from lles.law.pathway import Pathway
from lles.law.provisions import Law, load

NO_CHILD = "SG-NOCHILD"


@cache
def meetings_law() -> Law:
    """The provisions of meetings by their ids."""
    return load(Path(__file__).parent / "law.toml")


@dataclass(frozen=True)
class ChildSessionFacts:
    """A meeting or call with a child, planned or over, and the first hearing of the case."""

    pathway: Pathway
    session_on: date
    first_hearing_on: date | None
    took_place: bool = False


@dataclass(frozen=True)
class MeetingFacts:
    """A meeting that is planned: when in London, for an officer of which nation and with which office hours,
    and with which child."""

    starts_at: datetime
    office_nation: str
    with_child: ChildSessionFacts | None = None
    child_nation: str = ""
    welsh_offered: bool | None = None
    office_hours: Mapping[str, Sequence[str]] = field(default_factory=dict)


def child_may_be_seen_before_any_hearing(pathway: Pathway) -> bool:
    """Whether the bar of the older programme does not apply, as on Pathfinder (PF-CHILD)."""
    return pathway is not Pathway.CAP


def child_is_not_seen_before_the_first_hearing(facts: ChildSessionFacts) -> Finding | None:
    """Under the older programme nobody meets or speaks to the child before the first hearing; where the child
    made contact, or it happened otherwise, that is recorded with a reason (SG-NOCHILD)."""
    hearing = facts.first_hearing_on
    if child_may_be_seen_before_any_hearing(facts.pathway):
        return None
    if hearing is not None and facts.session_on > hearing:
        return None
    provision, about = meetings_law()[NO_CHILD], (("session_on", facts.session_on.isoformat()),)
    if facts.took_place:
        return _took_place(hearing)
    if hearing is None:
        return provision.finding(facts=about)
    return provision.finding("until", facts=about, hearing=hearing)


def _took_place(hearing: date | None) -> Finding:
    provision = meetings_law()[NO_CHILD]
    if hearing is None:
        return provision.finding("took_place", weight=Weight.WARNS)
    return provision.finding("took_place_until", weight=Weight.WARNS, hearing=hearing)


@reckons(NO_CHILD)
def overtaken_session_is_settled_by(session_on: date) -> Due:
    """The day by which a session that a hearing has overtaken is put off or settled: its own (SG-NOCHILD)."""
    says = meetings_law()[NO_CHILD].sentence("overtaken", session=session_on)
    return Due(session_on, None, NO_CHILD, None, None, None, (), says)


def check_meeting(facts: MeetingFacts, calendar: Calendar) -> Iterator[Finding]:
    """All that the rules have to say of a meeting before it is planned (SG-NOCHILD, JUR-HOURS, CYM-CHILD)."""
    if facts.with_child:
        found = child_is_not_seen_before_the_first_hearing(facts.with_child)
        offered = child_is_offered_welsh_too(facts.child_nation, facts.welsh_offered)
        yield from (finding for finding in (found, offered) if finding)
    nation = Nation(facts.office_nation or Nation.UNKNOWN)
    outside = officers_work_in_office_hours(facts.starts_at, calendar, nation, facts.office_hours)
    yield from (outside,) if outside else ()
