"""Who could take a case, how many open cases each of them has, and who is left out and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from lles.casefile.access import cases
from lles.casefile.models import Case, Officer
from lles.casefile.queries.arrangements import findings_of_each
from lles.casefile.queries.cases import officers_of
from lles.law.findings import Finding


@dataclass(frozen=True)
class Candidate:
    """An officer who could take the case, with the number of open cases they have."""

    officer: Officer
    open_cases: int


@dataclass(frozen=True)
class LeftOut:
    """A practitioner of the office who cannot be given the case: what the law says, or a closed account."""

    officer: Officer
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Choice:
    """Everybody whose name one might look for: those who could take the case, and those who could not."""

    candidates: Sequence[Candidate]
    left_out: Sequence[LeftOut]


def choice(case: Case, reader: Officer, on: date) -> Choice:
    """The practitioners of the office of a case, whoever has least first; only cases that the reader may see
    are counted."""
    could = [officer.pk for officer in officers_of(case.office)]
    people = list(
        Officer.objects.filter(pk__in=could, account__isnull=False)
        .select_related("account")
        .order_by("name", "pk")
    )
    bars = findings_of_each(case, people, on)
    carried = _carried(people, reader)
    active = {one.pk for one in people if one.account and one.account.is_active}
    free = [Candidate(one, carried.get(one.pk, 0)) for one in people if one.pk in active and not bars[one.pk]]
    return Choice(
        sorted(free, key=lambda one: one.open_cases),
        [LeftOut(one, bars[one.pk]) for one in people if one.pk not in active or bars[one.pk]],
    )


def _carried(people: Sequence[Officer], reader: Officer) -> dict[int, int]:
    seen = cases(reader).filter(closed_at=None, officer__in=people).order_by()
    return dict(seen.values_list("officer").annotate(Count("pk")))
