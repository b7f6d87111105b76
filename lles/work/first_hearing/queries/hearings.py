"""The hearings of a case: which can be recorded, what was recorded of each, and the facts for the rules."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from lles.casefile.changes.directions import Directed
from lles.casefile.models import Case, Hearing
from lles.casefile.queries.court import day_of, going_ahead, hearing_on_its_day, was_adjourned
from lles.casefile.queries.of_case import left_by_the_closing
from lles.casefile.timeline import LONDON, word
from lles.law.bilingual import Text
from lles.law.findings import Finding
from lles.work.first_hearing.models import Agreement, HearingRecord
from lles.work.first_hearing.rules.hearings import REPORTS, HeldFacts, dispute_resolution_follows_the_report

LOOK = "first_hearing.look_at_record"


@dataclass(frozen=True)
class HearingRow:
    """A hearing whose day has come, the record of it that stands, and whether an agreement was drafted."""

    hearing: Hearing
    record: HearingRecord | None
    is_drafted: bool

    @property
    def is_adjourned(self) -> bool:
        """Whether it was adjourned: by an officer in the room, or by the court."""
        return not self.hearing.going_ahead


def held_facts(
    case: Case,
    hearing: Hearing,
    somebody_was_there: bool,
    following: tuple[str, datetime] | None,
    directions: Sequence[Directed],
) -> HeldFacts:
    """A hearing as the rules weigh it: with what is directed there, and what stood directed already."""
    days = [*_reports_awaited(case), *(one.due_on for one in directions if one.kind in REPORTS)]
    return HeldFacts(
        type_code=hearing.type_code,
        somebody_was_there=somebody_was_there,
        next_type=following[0] if following else "",
        next_on=following[1].astimezone(LONDON).date() if following else None,
        reports_due_on=tuple(day for day in days if day is not None),
    )


def hearings_to_record(case: Case, today: date) -> tuple[HearingRow, ...]:
    """The hearings whose day has come and that go ahead or were adjourned, since the parties may have come;
    the latest first, with their records."""
    records = {one.hearing_id: one for one in _standing(case)}
    sat = [one for one in case.hearings.all() if going_ahead(one) or was_adjourned(one)]
    come = [one for one in sat if (day_of(one) or today) <= today]
    drafted = set(Agreement.objects.filter(hearing__case=case).values_list("hearing", flat=True))
    return tuple(HearingRow(one, records.get(one.pk), one.pk in drafted) for one in reversed(come))


def hearing_to_record(case: Case, pk: int, today: date) -> Hearing | None:
    """A hearing whose day has come and of which nothing is recorded."""
    found = (row.hearing for row in hearings_to_record(case, today) if row.record is None)
    return next((one for one in found if one.pk == pk), None)


def _reports_awaited(case: Case) -> list[date | None]:
    live = case.directions.filter(kind__in=REPORTS, superseded_at=None, discharge=None)
    return list(live.values_list("due_on", flat=True))


@dataclass(frozen=True)
class HearingAhead:
    """A hearing of a later day, and what is odd about that day."""

    hearing: Hearing
    finding: Finding | None


def hearings_ahead(case: Case, today: date) -> tuple[HearingAhead, ...]:
    """The hearings that go ahead on a later day, however they were listed or moved (DRA-MARK)."""
    ahead = [one for one in case.hearings.all() if going_ahead(one) and (day_of(one) or today) > today]
    awaited = tuple(day for day in _reports_awaited(case) if day is not None) if ahead else ()
    found = (HeldFacts("", False, one.type_code, day_of(one), awaited) for one in ahead)
    weighed = map(dispute_resolution_follows_the_report, found)
    return tuple(HearingAhead(*one) for one in zip(ahead, weighed, strict=True))


def hearing_to_adjourn(case: Case, pk: int) -> Hearing | None:
    """A hearing that goes ahead, also one of which it is recorded what happened before it was adjourned."""
    return case.hearings.filter(pk=pk, going_ahead=True).exclude(starts_at=None).first()


def recorded_in(case: Case) -> frozenset[int]:
    """The hearings of a case of which anything is recorded."""
    return frozenset(HearingRecord.objects.filter(case=case).values_list("hearing", flat=True))


def ends_involvement(about: QuerySet[Case]) -> Mapping[int, tuple[date, bool, datetime]]:
    """Whether the service's involvement ends as the record of the latest hearing of each case says, with its
    day and the moment of that record."""
    records = HearingRecord.objects.filter(case__in=about, corrected_by=None).select_related("hearing")
    days = [(one, day_of(one.hearing)) for one in records]
    return dict(sorted((one.case_id, (day, one.ends_involvement, one.at)) for one, day in days if day))


def spoken_at_court(case: Case) -> Mapping[int, date | None]:
    """The adults with whom somebody spoke at a hearing, by their numbers, and the last day of that."""
    held = sorted(_standing(case), key=lambda one: (one.hearing.starts_at or one.at, one.pk))
    return {
        int(pk): day_of(one.hearing)
        for one in held
        for pk, how in one.attendance.items()
        if how == HearingRecord.SPOKEN
    }


def hearing_to_look_at(case: Case, pk: int) -> Hearing | None:
    """A hearing of which the court says otherwise than what is recorded, and nobody has looked yet."""
    waits = case.tasks.filter(kind=LOOK, subject=str(pk), ended_at=None).exists()
    return case.hearings.filter(pk=pk).first() if waits else None


def titles_of_hearings(subjects: Collection[str]) -> Mapping[str, Text]:
    """At which hearing somebody has to look, by its number."""
    found = Hearing.objects.filter(pk__in=[int(one) for one in subjects if one.isdigit()])
    title = word("task.first_hearing.look_at")
    return {str(one.pk): title.fill(hearing=hearing_on_its_day(one, as_it_came=False)) for one in found}


def hearings_left_unlooked(case: Case) -> Sequence[int]:
    """The hearings at which somebody had still to look when the case was closed."""
    return left_by_the_closing(case, LOOK)


def record_of(case: Case, hearing: int) -> HearingRecord | None:
    """The record of a hearing that stands."""
    return _standing(case).filter(hearing=hearing).first()


def records_of(case: Case, hearing: int) -> Sequence[HearingRecord]:
    """Every record of a hearing, the one that stands first."""
    all_ = HearingRecord.objects.filter(case=case, hearing=hearing)
    return list(all_.select_related("hearing", "next_hearing", "order", "by").order_by("-pk"))


def _standing(case: Case) -> QuerySet[HearingRecord]:
    found = HearingRecord.objects.filter(case=case, corrected_by=None)
    return found.select_related("hearing", "next_hearing", "order", "by")
