"""One case through the eyes of one officer: the case, what the officer may do with it, and the head of its
pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Value, When
from django.db.models import Case as Either

from lles.casefile.access import Verb, cases, within
from lles.casefile.models import Case, Child, Hearing, Officer, Party
from lles.casefile.timeline import LONDON
from lles.law.calendar import Calendar, YearOutsideTable

DOING = (Verb.WORK, Verb.APPROVE, Verb.ALLOCATE)


@dataclass(frozen=True)
class Seen:
    """A case as an officer has it, and the verbs the officer holds over it."""

    case: Case
    may: frozenset[Verb]


def seen_by(officer: Officer, reference: str) -> Seen | None:
    """The case of a reference as this officer may have it; None where for them there is none."""
    held = {
        f"may_{verb}": Either(
            When(within(officer, verb), then=Value(True)), default=Value(False), output_field=BooleanField()
        )
        for verb in DOING
    }
    found = cases(officer).select_related("office", "officer").annotate(**held)
    case = found.filter(reference=reference.upper()).first()
    if case is None:
        return None
    return Seen(case, frozenset({Verb.SEE, *(verb for verb in DOING if getattr(case, f"may_{verb}"))}))


@dataclass(frozen=True)
class Head:
    """What every page of a case says on top: who it is about, the hearings, and how much is open."""

    children: tuple[Child, ...]
    parties: tuple[Party, ...]
    hearings: tuple[Hearing, ...]
    works: frozenset[str]
    open_tasks: int
    open_checks: int

    def next_hearing(self, now: datetime) -> Hearing | None:
        """The next hearing that goes ahead; one that began today is still the next."""
        today = now.astimezone(LONDON).date()
        coming = [h for h in self.hearings if h.going_ahead and h.starts_at and _day(h.starts_at) >= today]
        return min(coming, key=lambda hearing: (hearing.starts_at, hearing.pk), default=None)


_HEAD = """
SELECT
 (SELECT json_agg(row ORDER BY row.id) FROM (SELECT id, first_name, last_name, born_on, language, nation
    FROM casefile_child WHERE case_id = %(case)s) AS row),
 (SELECT json_agg(row ORDER BY row.role, row.number, row.id) FROM (SELECT id, role, number, first_name, last_name,
    born_on, language, language_asked_on, is_organisation FROM casefile_party WHERE case_id = %(case)s) AS row),
 (SELECT json_agg(row ORDER BY row.starts_at, row.id) FROM (SELECT id, type_code, type_words, status, starts_at,
    venue, going_ahead FROM casefile_hearing WHERE case_id = %(case)s) AS row),
 (SELECT json_agg(DISTINCT split_part(kind, '.', 1)) FROM casefile_task WHERE case_id = %(case)s),
 (SELECT count(*) FROM casefile_task WHERE case_id = %(case)s AND ended_at IS NULL),
 (SELECT count(*) FROM casefile_check AS one WHERE case_id = %(case)s
    AND NOT EXISTS (SELECT 1 FROM casefile_checkanswer WHERE asked_id = one.id))
"""


def head_of(case: Case) -> Head:
    """The head of the pages of a case, in one statement."""
    with connection.cursor() as cursor:
        cursor.execute(_HEAD, {"case": case.pk})
        row = cursor.fetchone()
    assert row is not None
    children, parties, hearings, works, tasks, checks = row
    return Head(
        children=tuple(Child(case=case, **_typed(one, "born_on")) for one in children or ()),
        parties=tuple(
            Party(case=case, **_typed(one, "born_on", "language_asked_on")) for one in parties or ()
        ),
        hearings=tuple(Hearing(case=case, **_timed(one)) for one in hearings or ()),
        works=frozenset(works or ()),
        open_tasks=tasks,
        open_checks=checks,
    )


def _typed(row: Mapping[str, Any], *days: str) -> dict[str, Any]:
    return {**row, **{name: date.fromisoformat(row[name]) for name in days if row[name]}}


def _timed(row: Mapping[str, Any]) -> dict[str, Any]:
    starts = row["starts_at"]
    return {**row, "starts_at": datetime.fromisoformat(starts) if starts else None}


def age_on(born_on: date, day: date) -> int:
    """Whole years since birth."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def working_days_until(day: date, today: date, calendar: Calendar) -> int | None:
    """How many working days lie ahead up to and with a day; None where the table of closed days ends
    before it."""
    try:
        days: Sequence[date] = [today + timedelta(n) for n in range(1, (day - today).days + 1)]
        return sum(calendar.is_working(one) for one in days)
    except YearOutsideTable:
        return None


def _day(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()
