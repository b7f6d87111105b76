"""Who could take a case, and how many open cases each of them has."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from lles.casefile.models import Case, Officer
from lles.casefile.queries.cases import officers_of


@dataclass(frozen=True)
class Candidate:
    """An officer who could take the case, with the number of open cases they have."""

    officer: Officer
    open_cases: int


def candidates(case: Case) -> Sequence[Candidate]:
    """The practitioners of the office of a case, whoever has least first."""
    could = [officer.pk for officer in officers_of(case.office)]
    carrying = Count("cases", filter=Q(cases__closed_at=None))
    people = Officer.objects.filter(pk__in=could, account__is_active=True).annotate(carried=carrying)
    return [Candidate(one, one.carried) for one in people.order_by("carried", "name")]
