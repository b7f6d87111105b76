"""What a service changes of the calendar and of Pathfinder; every due day that follows moves at once."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db.models import F

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Refused, change
from lles.casefile.changes.due_days import derive_due_days
from lles.casefile.models import Case, ClosedDay, Officer, PathfinderArea, Task
from lles.casefile.queries.service_law import knowing_the_calendar
from lles.casefile.timeline import says
from lles.law.bilingual import Text
from lles.law.calendar import court_calendar

# A reckoning depends on the days between its start and its result alone (the start may lie after it).
SPANS = """(casefile_task.due_on = %s OR jsonb_path_exists(casefile_task.due, '$.reckonings[*] ?
    ((@.starts <= $day && @.result >= $day) || (@.result <= $day && @.starts >= $day))',
    jsonb_build_object('day', %s::text)))"""


class AlreadySet(Refused):
    """The service has said something of this day or area already, or it stands so in the table."""

    name = "already_set"


@change(needs=Verb.ADMINISTER)
def close_day(*, by: Officer, at: datetime, day: date, name_en: str, name_cy: str) -> Done[ClosedDay]:
    """Closes a day, such as a proclaimed holiday; what is due over it moves."""
    _refuse_outside(day)
    if ClosedDay.objects.filter(day=day, withdrawn_at=None).exists() or day in court_calendar().closed:
        raise AlreadySet(f"{day} is closed")
    row = ClosedDay.objects.create(day=day, is_closed=True, name_en=name_en, name_cy=name_cy)
    entry = says("day_closed", day=day, name=Text(name_en, name_cy), cases=_derived_over(day, at))
    return Done(row, entry, subject=_of(day))


@change(needs=Verb.ADMINISTER)
def open_day(*, by: Officer, at: datetime, day: date) -> Done[ClosedDay]:
    """Makes a working day of one that the shipped table closes, such as a holiday that was moved."""
    if ClosedDay.objects.filter(day=day, withdrawn_at=None).exists() or day not in court_calendar().closed:
        raise AlreadySet(f"{day} is no closed day of the table")
    row = ClosedDay.objects.create(day=day, is_closed=False)
    return Done(row, says("day_opened", day=day, cases=_derived_over(day, at)), subject=_of(day))


@change(needs=Verb.ADMINISTER)
def withdraw_day(*, by: Officer, at: datetime, row: ClosedDay) -> Done[None]:
    """Takes back what the service has said of a day; the shipped table holds again."""
    if not ClosedDay.objects.filter(pk=row.pk, withdrawn_at=None).update(withdrawn_at=at):
        raise AlreadySet(f"{row.day} is withdrawn")
    return Done(
        None, says("day_withdrawn", day=row.day, cases=_derived_over(row.day, at)), subject=_of(row.day)
    )


@change(needs=Verb.ADMINISTER)
def set_area(
    *,
    by: Officer,
    at: datetime,
    area: str,
    name_en: str,
    name_cy: str,
    starts: date,
    ends: date | None,
    court_codes: Sequence[str],
    court_names: Sequence[str],
) -> Done[PathfinderArea]:
    """Sets from when to when the courts of an area follow Pathfinder; cases that have a pathway keep it."""
    PathfinderArea.objects.filter(area=area, withdrawn_at=None).update(withdrawn_at=at)
    row = PathfinderArea.objects.create(
        area=area, name_en=name_en, name_cy=name_cy, starts=starts, ends=ends,
        court_codes=list(court_codes), court_names=list(court_names),
    )  # fmt: skip
    named = Text(name_en, name_cy)
    entry = (
        says("area_set_to", area=named, starts=starts, ends=ends)
        if ends
        else says("area_set", area=named, starts=starts)
    )
    return Done(row, entry, subject=f"area:{area}"[:80])


@change(needs=Verb.ADMINISTER)
def withdraw_area(*, by: Officer, at: datetime, row: PathfinderArea) -> Done[None]:
    """Takes back what the service has set of an area; the shipped table holds again."""
    if not PathfinderArea.objects.filter(pk=row.pk, withdrawn_at=None).update(withdrawn_at=at):
        raise AlreadySet(f"{row.area} is withdrawn")
    named = Text(row.name_en, row.name_cy)
    return Done(None, says("area_withdrawn", area=named), subject=f"area:{row.area}"[:80])


def _of(day: date) -> str:
    return f"closed_day:{day.isoformat()}"


def _refuse_outside(day: date) -> None:
    court_calendar().refuse_outside(day.year)


def _derived_over(day: date, at: datetime) -> int:
    """Derives again every stored day whose reckoning passes over a day; in how many cases there was one."""
    over = Task.objects.filter(ended_at=None, due__isnull=False).extra(
        where=[SPANS], params=[day, day.isoformat()]
    )
    with knowing_the_calendar():
        return sum(1 for case in _locked(over.values_list("case_id", flat=True)) if _derived(case, at))


def _locked(which: Iterable[int]) -> Iterable[Case]:
    return Case.objects.select_for_update(of=("self",)).filter(pk__in=set(which)).order_by("pk")


def _derived(case: Case, at: datetime) -> bool:
    derive_due_days(case, at)
    Case.objects.filter(pk=case.pk).update(version=F("version") + 1)
    return True
