"""Applications that are being keyed: which were started, the courts to choose from, and cases of their
number."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from lles.casefile import drafts
from lles.casefile.access import Verb, cases, within
from lles.casefile.drafts import Written
from lles.casefile.models import Case, Officer
from lles.casefile.prepared import Asked
from lles.casefile.rules.courts import court_name, courts_in_wales
from lles.law.bilingual import Language
from lles.links.court.facts import CourtCase
from lles.work.intake.models import Arrival, Registration
from lles.work.intake.queries import sees_held

LATEST_CASES = 3000
BETWEEN = "|"


def draft_kind(registration: Registration) -> str:
    """The kind of the shared drafts of a registration: one for each of its pages."""
    return f"registration-{registration.pk}"


def written(officer: Officer, registration: Registration) -> Mapping[str, Written]:
    """What was typed on each page, by its name; a page that was taken out has ended."""
    return drafts.all_shared(by=officer, kind=draft_kind(registration))


def started(officer: Officer) -> Sequence[Registration]:
    """The registrations that wait to be finished, the longest first; for those who register."""
    if not sees_held(officer):
        return ()
    going_on = Registration.objects.filter(ended_at=None).filter(
        Q(arrival=None) | Q(arrival__settled_at=None)
    )
    return list(going_on.select_related("started_by", "arrival").order_by("pk"))


def registration_for(officer: Officer, pk: int) -> Registration | None:
    """One registration, for those who register; one that is a case by now, for those who see that case."""
    if not sees_held(officer):
        return None
    return _FOR.of(officer, pk)


_FOR = Asked(
    lambda officer, pk: Registration.objects.filter(
        Q(case=None) | within(officer, Verb.SEE, "case__"), pk=pk
    ).select_related("arrival", "case", "started_by", "ended_by")
)


def going_on(registration: Registration) -> bool:
    """Whether it can still be keyed: neither it nor its arrival has ended otherwise."""
    arrival = registration.arrival
    return registration.ended_at is None and (arrival is None or arrival.settled_at is None)


def registration_of(arrival: Arrival) -> Registration | None:
    """The registration in which an arrival is keyed."""
    return Registration.objects.filter(arrival=arrival, ended_at=None).select_related("started_by").first()


def is_a_case(said: CourtCase) -> bool:
    """Whether a case bears the number of an application, whoever may see it."""
    numbers = _numbers(said)
    return bool(numbers) and bool(_BEARING.all_of(numbers))


def _numbers(said: CourtCase) -> tuple[str, ...]:
    return tuple(number for number in (said.number, said.family_man_number) if number)


@dataclass(frozen=True)
class SameNumber:
    """Cases that bear the number already: their references as far as this officer sees them."""

    references: tuple[str, ...]
    is_hidden: bool


def same_number(officer: Officer, said: CourtCase) -> SameNumber:
    """Whether an application is a case already, and which."""
    numbers = _numbers(said)
    known = _OF_NUMBER.all_of(officer, numbers) if numbers else ()
    seen = tuple(one.reference for one in known if one.is_seen)  # type: ignore[attr-defined]  # annotated
    return SameNumber(seen, bool(known) and not seen)


def _bearing(numbers: Collection[str]) -> QuerySet[Case]:
    return Case.objects.filter(Q(court_number__in=numbers) | Q(family_man_number__in=numbers))


_BEARING = Asked(lambda numbers: _bearing(numbers).only("pk"))
_OF_NUMBER = Asked(
    lambda officer, numbers: _bearing(numbers).annotate(
        is_seen=Exists(cases(officer).filter(pk=OuterRef("pk")))
    )
)


def _one_of_each_court() -> QuerySet[Case]:
    latest = Case.objects.filter(closed_at=None).exclude(court_name="").order_by("-opened_at", "-pk")
    named = Case.objects.filter(pk__in=latest.values("pk")[:LATEST_CASES])
    each = ("court_code", "court_name")
    return named.order_by(*each).distinct(*each).only(*each)


_COURTS = Asked(_one_of_each_court)


def courts_to_choose(language: Language) -> tuple[tuple[str, str], ...]:
    """The courts we know, by their names in one language: those in Wales, and those of our latest cases."""
    seen = [(one.court_code, one.court_name) for one in _COURTS.all_of()]
    wales = {(code, names.en): names for code, names in courts_in_wales()}
    known = wales | {one: court_name(*one) for one in seen}
    chosen: dict[str, str] = {}
    for (code, name), names in known.items():
        chosen.setdefault(names.said(language), BETWEEN.join((code, name)))
    return tuple((value, said) for said, value in sorted(chosen.items()))


def court_chosen(value: str) -> tuple[str, str]:
    """The code and the name of a court that was chosen."""
    code, _, name = value.partition(BETWEEN)
    return code, name
