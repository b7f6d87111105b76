"""Danger that somebody sees: the closed words for it, and the moment by which it is told."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from lles.casefile.rules.law import casefile_law
from lles.law.calendar import Calendar
from lles.law.due import Due, DueDay, reckons
from lles.law.jurisdiction import Nation
from lles.law.periods import working_days_after
from lles.law.plurals import counted

URGENT = "SG-URGENT"
ANYWHERE = (Nation.ENGLAND, Nation.WALES)
HARM = (
    "physical", "domestic_abuse", "sexual", "emotional", "neglect", "taken", "self_harm", "exploitation",
    "other",
)  # fmt: skip
SAFE = ("not_safe", "safe", "unknown")
DECISIONS = (
    "attends", "protected", "strategy", "section_47", "assessment", "open_already", "early_help", "no_action",
    "other",
)  # fmt: skip


@dataclass(frozen=True)
class DangerFacts:
    """When danger was seen, by the clock of London, and in which nations the children live."""

    seen_at: datetime
    nations: frozenset[Nation]


@reckons(URGENT)
def immediate_risk_is_referred_at_once(facts: DangerFacts) -> Due:
    """The moment by which somebody who protects has been told; of two nations the shorter time counts
    (SG-URGENT)."""
    provision = casefile_law()[URGENT]
    known = [nation for nation in ANYWHERE if nation in facts.nations] or ANYWHERE
    hours = min(provision.number("hours", facts.seen_at.date(), nation) for nation in known)
    by = (facts.seen_at.astimezone(UTC) + timedelta(hours=hours)).astimezone(facts.seen_at.tzinfo)
    says = provision.sentence("due", seen=facts.seen_at, hours=hours, due=by)
    at_time = by.time().replace(second=0, microsecond=0, fold=0)
    return Due(by.date(), at_time, URGENT, None, None, None, (), says)


@reckons("RA-TIME")
def risk_is_assessed_by(suspected_on: date, calendar: Calendar) -> Due:
    """The day by which an assessment of a risk that was suspected is with the court: no statute has one
    (Children Act 1989, section 16A; RA-TIME)."""
    provision = casefile_law()["RA-TIME"]
    n = provision.number("working_days", suspected_on)
    by = working_days_after(suspected_on, n, calendar, provision=provision)
    says = provision.sentence("by", suspected=suspected_on, count=counted("working_day", n), due=by.result)
    return Due(by.result, None, provision.id, None, None, None, (by,), says)


def moment_of(due: DueDay) -> datetime | None:
    """The moment of a due day that has an hour."""
    if not isinstance(due, Due) or due.at_time is None:
        return None
    return datetime.combine(due.on, due.at_time, ZoneInfo("Europe/London"))
