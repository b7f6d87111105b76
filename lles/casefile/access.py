"""Who may do what: roles are verbs times reach, read from one table; what one may not see does not exist."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import cache, partial
from pathlib import Path

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Now

from lles.casefile.models import Case, CourtDuty, Exclusion, Hearing, KeptSight, Officer
from lles.casefile.passage import is_new
from lles.casefile.prepared import Asked
from lles.law.bilingual import Text


class Verb(StrEnum):
    """What one may do with a case, or with the service; who files signs as the officer of the law."""

    SEE = "see"
    WORK = "work"
    FILE = "file"
    APPROVE = "approve"
    ALLOCATE = "allocate"
    FUND = "fund"
    ANSWER = "answer"
    ADMINISTER = "administer"


class Reach(StrEnum):
    """Over which cases a verb holds; `court` are those to whose hearings one goes, in the days around them,
    and `service` is for what concerns no case."""

    OWN = "own"
    COURT = "court"
    TEAM = "team"
    AREA = "area"
    ALL = "all"
    SERVICE = "service"


IN_PERSON = frozenset({Reach.OWN, Reach.COURT})  # by what one has been given oneself
AROUND_A_HEARING = timedelta(days=7)  # to prepare before it, and to record after it


@dataclass(frozen=True)
class Role:
    """A role of the table: its name in both languages and its verbs for each reach."""

    slug: str
    name: Text
    grants: tuple[tuple[Reach, frozenset[Verb]], ...]

    def reaches(self, verb: Verb) -> Iterator[Reach]:
        """The reaches over which this role grants a verb."""
        return (reach for reach, verbs in self.grants if verb in verbs)


@cache
def roles() -> dict[str, Role]:
    """The table of roles, in the order in which it is written."""
    with Path(__file__).with_name("roles.toml").open("rb") as file:
        table = tomllib.load(file)
    return {slug: _role(slug, row) for slug, row in table.items()}


def _role(slug: str, row: dict[str, object]) -> Role:
    name = row.pop("name")
    grants = tuple((Reach(reach), frozenset(map(Verb, _listed(verbs)))) for reach, verbs in row.items())
    return Role(slug, Text.from_data(name), grants)


def _listed(verbs: object) -> list[str]:
    if not isinstance(verbs, list):
        raise TypeError(f"verbs of a role are a list, not {verbs!r}")
    return [str(verb) for verb in verbs]


def reaches(officer: Officer, verb: Verb) -> frozenset[Reach]:
    """Everything over which an officer holds a verb, by any of their roles."""
    held = (roles()[slug] for slug in officer.roles if slug in roles())
    return frozenset(reach for role in held for reach in role.reaches(verb))


def within(officer: Officer, verb: Verb, through: str = "") -> Q:
    """The cases over which an officer holds a verb; a sealed case is for its officer, those who approve, and
    those of the rest who were named; a case from which the officer is shut out does not exist for them.

    It is a condition on cases, or with `through` ("case__") on rows that belong to one.
    """
    allowed = _reached(officer, verb, through)
    if officer.is_service:
        return allowed
    own = Q(**{f"{through}officer_id": officer.pk})
    keeps = own | _reached(officer, Verb.APPROVE, through) | _named(officer, through)
    return allowed & (Q(**{f"{through}sealed": False}) | keeps) & ~shut_out_from(officer, through)


def holds_over(officer: Officer, verb: Verb, case: Case) -> bool:
    """Whether a verb of an officer reaches a case by its officer, office and area, restricted or not."""
    reach, office = reaches(officer, verb), officer.office
    return bool(
        Reach.ALL in reach
        or (Reach.OWN in reach and case.officer_id == officer.pk)
        or (Reach.COURT in reach and _duties(officer).filter(hearing__case=case).exists())
        or (Reach.TEAM in reach and office and office.pk == case.office_id)
        or (Reach.AREA in reach and office and case.office and office.area == case.office.area)
    )


def _reached(officer: Officer, verb: Verb, through: str) -> Q:
    reach, reached = reaches(officer, verb), Q(**{f"{through}pk__in": []})
    if Reach.OWN in reach:
        reached |= Q(**{f"{through}officer_id": officer.pk})
    if Reach.COURT in reach:
        reached |= Q(**{f"{through}pk__in": _duties(officer).values("hearing__case_id")})
    if officer.office_id and Reach.TEAM in reach:
        reached |= Q(**{f"{through}office_id": officer.office_id})
    if officer.office and Reach.AREA in reach:
        reached |= Q(**{f"{through}office__area": officer.office.area})
    if Reach.ALL in reach:
        reached |= Q(**{f"{through}pk__isnull": False})
    return reached


def _duties(officer: Officer) -> QuerySet[CourtDuty]:
    """Where an officer is on duty these days: at hearings of the day for which they were sent that go ahead,
    or that an officer adjourned in the room."""
    ahead = Q(hearing__starts_at__lte=Now() + AROUND_A_HEARING)
    since = Now() - AROUND_A_HEARING
    lately = Q(hearing__starts_at__gte=since) | Q(hearing__ends_at__gte=since)
    stands = Q(hearing__going_ahead=True) | Q(hearing__status=Hearing.ADJOURNED_BY_HAND)
    that_day = Q(hearing__starts_at__date=F("on"))
    return CourtDuty.objects.filter(ahead, lately, stands, that_day, officer_id=officer.pk, ended_at=None)


def _named(officer: Officer, through: str) -> Q:
    named = KeptSight.objects.filter(officer_id=officer.pk, ended_at=None)
    return Q(**{f"{through}pk__in": named.values("case_id")})


def shut_out_from(officer: Officer, through: str = "") -> Q:
    """The cases from which an officer is shut out."""
    exclusions = Exclusion.objects.filter(officer_id=officer.pk, ended_at=None)
    return Q(**{f"{through}pk__in": exclusions.values("case_id")})


def shut_to_somebody(through: str = "") -> Q:
    """The cases from which anybody is shut out."""
    return Q(**{f"{through}pk__in": Exclusion.objects.filter(ended_at=None).values("case_id")})


OWN_OPEN_CASES = """
SELECT own.id, own.reference FROM casefile_case AS own
WHERE own.officer_id = %(officer)s::bigint AND own.closed_at IS NULL AND NOT EXISTS (
 SELECT FROM casefile_exclusion AS shut
 WHERE shut.case_id = own.id AND shut.officer_id = %(officer)s::bigint AND shut.ended_at IS NULL)
"""  # what `within` says of an officer's own cases, for the statements that are planned once


HEARINGS_ON_DUTY = f"""
SELECT duty.hearing_id FROM casefile_courtduty AS duty
JOIN casefile_hearing AS sits ON sits.id = duty.hearing_id
JOIN casefile_case AS theirs ON theirs.id = sits.case_id
WHERE duty.officer_id = %(officer)s::bigint AND duty.ended_at IS NULL AND %(goes_to_court)s::boolean
AND sits.going_ahead AND (sits.starts_at AT TIME ZONE 'Europe/London')::date = duty.on
AND sits.starts_at <= now() + interval '{AROUND_A_HEARING.days} days'
AND theirs.officer_id IS DISTINCT FROM %(officer)s::bigint
AND (NOT theirs.sealed OR EXISTS (
 SELECT FROM casefile_keptsight AS kept
 WHERE kept.case_id = theirs.id AND kept.officer_id = %(officer)s::bigint AND kept.ended_at IS NULL))
AND NOT EXISTS (
 SELECT FROM casefile_exclusion AS shut
 WHERE shut.case_id = theirs.id AND shut.officer_id = %(officer)s::bigint AND shut.ended_at IS NULL)"""
"""The hearings to which an officer goes for cases of others, as far as they see these; asks for the officer,
and for `goes_to_court`."""


def goes_to_court(officer: Officer) -> bool:
    """Whether an officer sees cases of others by going to their hearings."""
    return Reach.COURT in reaches(officer, Verb.SEE)


def cases(officer: Officer, verb: Verb = Verb.SEE) -> QuerySet[Case]:
    """The cases over which an officer holds a verb."""
    return Case.objects.filter(within(officer, verb))


def may(officer: Officer, verb: Verb, case: Case | None) -> bool:
    """Whether an officer may do this to the case, or to the service where there is no case."""
    if case is None:
        return bool(reaches(officer, verb))
    if officer.is_service and Reach.ALL in reaches(officer, verb):
        return True
    if is_new(case):
        return holds_over(officer, verb, case)  # nobody has restricted it, nor was shut out of it
    return _ONE[verb].of(officer, case.pk) is not None


def _one(verb: Verb, officer: Officer, key: int) -> QuerySet[Case]:
    return cases(officer, verb).filter(pk=key).only("pk")


_ONE: Mapping[Verb, Asked[Case]] = {verb: Asked(partial(_one, verb)) for verb in Verb}
