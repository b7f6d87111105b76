"""The list of a court and a day: the hearings of the cases that the reader may see, by the hour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import BooleanField, Exists, OuterRef, Prefetch, Q, QuerySet, Value, When
from django.db.models import Case as Either

from lles.casefile.access import Verb, within
from lles.casefile.changes.directions import KEYED
from lles.casefile.models import CourtDuty, Hearing, Officer
from lles.casefile.queries.court import day_of, was_adjourned
from lles.casefile.rules.courts import court_or_code
from lles.casefile.timeline import LONDON
from lles.law.bilingual import Language
from lles.work.first_hearing.models import HearingRecord

SHOWN_AT_MOST = 200
WINDOW = timedelta(days=90)


@dataclass(frozen=True)
class Listed:
    """A hearing of a day: the moment it begins on that day, whether anything is recorded of it, whether the
    reader works on its case, and whether they say who goes to court for it."""

    hearing: Hearing
    at: datetime
    is_recorded: bool
    may_work: bool
    may_send: bool

    @property
    def duty(self) -> CourtDuty | None:
        """Who goes to court in place of the officer of the case; not whoever was sent for another day."""
        return next((one for one in self.hearing.duties.all() if one.on == day_of(self.hearing)), None)

    @property
    def is_adjourned(self) -> bool:
        """Whether it was adjourned: what happened in the room can be recorded."""
        return not self.hearing.going_ahead and was_adjourned(self.hearing)

    @property
    def is_keyed(self) -> bool:
        """Whether an officer listed it by hand."""
        return self.hearing.court_key.startswith(KEYED)


def courts_of(officer: Officer, on: date, language: Language) -> Sequence[tuple[str, str]]:
    """The courts that hear cases this officer may see, some time before a day or after it: each by its key,
    with its name."""
    near = _seen(officer).filter(starts_at__gte=_midnight(on) - WINDOW, starts_at__lt=_midnight(on) + WINDOW)
    courts = near.order_by().values_list("case__court_code", "case__court_name").distinct()
    named = {code or name: court_or_code(code, name).said(language) for code, name in courts if code or name}
    return sorted(named.items(), key=lambda one: one[1].casefold())


def hearings_of_day(officer: Officer, on: date, court: str = "") -> tuple[Listed, ...]:
    """The hearings of a day, in one court or in all, which the officer may see; those that do not take place
    stand among them, since somebody may come to them."""
    begins, ends = _midnight(on), _midnight(on + timedelta(days=1))
    that_day = Q(starts_at__lt=ends) & (Q(starts_at__gte=begins) | Q(ends_at__gte=begins))
    found = _in_court(_seen(officer).filter(that_day), court)
    return tuple(sorted(_of_day(_with_people(found, officer), on), key=lambda one: (one.at, one.hearing.pk)))


def next_day(officer: Officer, on: date, court: str = "") -> date | None:
    """The next day after a day on which a hearing that the officer may see goes ahead; None where none is
    listed."""
    ahead = _in_court(_seen(officer).filter(going_ahead=True), court)
    later = ahead.filter(starts_at__gte=_midnight(on + timedelta(days=1))).order_by("starts_at")
    first = later.values_list("starts_at", flat=True).first()
    return first.astimezone(LONDON).date() if first else None


def _in_court(found: QuerySet[Hearing], court: str) -> QuerySet[Hearing]:
    if not court:
        return found
    return found.filter(Q(case__court_code=court) | Q(case__court_code="", case__court_name=court))


def _seen(officer: Officer) -> QuerySet[Hearing]:
    return Hearing.objects.filter(within(officer, Verb.SEE, "case__"))


def _with_people(found: QuerySet[Hearing], officer: Officer) -> QuerySet[Hearing]:
    recorded = Exists(HearingRecord.objects.filter(hearing=OuterRef("pk")))
    told = found.annotate(
        may_work_=_holds(officer, Verb.WORK), may_send_=_holds(officer, Verb.ALLOCATE), recorded_=recorded
    )
    standing = Prefetch("duties", CourtDuty.objects.filter(ended_at=None).select_related("officer"))
    people = told.select_related("case__officer").prefetch_related("case__children", standing)
    return people.order_by("starts_at", "pk")[:SHOWN_AT_MOST]


def _holds(officer: Officer, verb: Verb) -> Either:
    held = When(within(officer, verb, "case__"), then=Value(True))
    return Either(held, default=Value(False), output_field=BooleanField())


def _of_day(found: QuerySet[Hearing], on: date) -> Iterator[Listed]:
    for one in found:
        if at := _moment(one, on):
            recorded, works, sends = (getattr(one, name) for name in ("recorded_", "may_work_", "may_send_"))
            yield Listed(one, at, recorded, works, sends)


def _moment(hearing: Hearing, on: date) -> datetime | None:
    """When a hearing begins on a day; none where it sits on other days alone."""
    days = [datetime.fromisoformat(begins) for begins, _ in hearing.days]
    moments = days or ([hearing.starts_at] if hearing.starts_at else [])
    return min((one for one in moments if one.astimezone(LONDON).date() == on), default=None)


def _midnight(on: date) -> datetime:
    return datetime.combine(on, time(), LONDON)
