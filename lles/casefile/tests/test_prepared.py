"""Statements that are planned once say the same as the mapper, and touch no other statement."""

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from lles.casefile.access import OWN_OPEN_CASES, cases
from lles.casefile.models import Case, Exclusion, Officer
from lles.casefile.queries.prepared import rows_of


def own_open(officer: Officer) -> list[int]:
    return sorted(pk for pk, _ in rows_of(OWN_OPEN_CASES, {"officer": officer.pk}))


def allowed(officer: Officer) -> list[int]:
    return sorted(cases(officer).filter(officer=officer, closed_at=None).values_list("pk", flat=True))


def test_ones_own_cases_are_those_that_the_mapper_gives(
    case: Case, own: Officer, teammate: Officer, manager: Officer
) -> None:
    assert own_open(own) == allowed(own) == [case.pk]
    assert own_open(teammate) == allowed(teammate) == []
    shut = Exclusion.objects.create(
        case=case, officer=own, relation="family", began_at=timezone.now(), began_by=manager
    )
    assert own_open(own) == allowed(own) == []
    Exclusion.objects.filter(pk=shut.pk).update(ended_at=timezone.now(), ended_by=manager)
    assert own_open(own) == allowed(own) == [case.pk]
    Case.objects.filter(pk=case.pk).update(closed_at=timezone.now() + timedelta(days=1))
    assert own_open(own) == allowed(own) == []


def test_only_what_is_named_is_prepared(case: Case, own: Officer) -> None:
    own_open(own)
    own_open(own)
    list(Case.objects.filter(reference=case.reference))
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        prepared = [statement for (statement,) in cursor.fetchall()]
    assert sum("own.officer_id" in one for one in prepared) == 1
    assert not any('casefile_case"."reference" =' in one for one in prepared)
