"""Whether people of other cases are found at the same place or number, asked inside the store."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby, product
from operator import attrgetter

from django.db.models import QuerySet

from lles.casefile.locations.store import governed, governing, inside
from lles.casefile.models import Case, Location
from lles.casefile.prepared import Asked

_OF_CASE = attrgetter("case_id")
_SAYING = ("case_id", "owner", "governed_by", "kind", "flags", "opened")


@dataclass(frozen=True)
class Shared:
    """That a person of one case and one of another are found at the same place or number: never where."""

    owner: str
    other_case: int
    other: str
    kind: str
    protected: bool


@dataclass(frozen=True)
class Found:
    """By what the people of a case are found, read once: it tells marks, and no place."""

    case: Case
    rows: tuple[Location, ...] = field(repr=False)

    def marks(self) -> Mapping[str, tuple[str, ...]]:
        """For each person the marks of where they can be found now: they tell a change."""
        marks: dict[str, tuple[str, ...]] = {}
        for row in self.rows:
            if row.current:
                marks[row.owner] = (*marks.get(row.owner, ()), *row.found_by)
        return marks

    def with_others(self, at_most: int, people_at_most: int) -> tuple[Shared, ...]:
        """Who of other cases is found where these people are; what very many share says nothing."""
        return _shared(self.case, self.rows, at_most, people_at_most)


def found_in(case: Case) -> Found:
    """By what the people of a case are found."""
    with inside():
        return Found(case, tuple(_OF_A_CASE.all_of(case.pk)))


def _shared(case: Case, rows: Iterable[Location], at_most: int, people_at_most: int) -> tuple[Shared, ...]:
    with inside():
        own = [row for row in rows if _is_of_a_person(row)]
        marks = {mark for row in own for mark in row.found_by}
        others = _of_others(at_most).all_of(tuple(sorted(marks)), case.pk) if marks else ()
        found = [row for row in others if _is_of_a_person(row)]
        bearers = Counter(mark for row in found for mark in marks & set(row.found_by))
        telling = {mark for mark in bearers if bearers[mark] <= people_at_most}
        found = [row for row in found if telling & set(row.found_by)]
        of_cases = _OF_CASES.all_of((case.pk, *{row.case_id for row in found})) if found else ()
        by_case = groupby(sorted(of_cases, key=_OF_CASE), _OF_CASE)
    said = {case_id: governing(list(rows)) for case_id, rows in by_case}
    shared = (
        Shared(ours.owner, theirs.case_id, theirs.owner, mark.partition(":")[0], is_guarded)
        for ours, theirs in product(own, found)
        for is_guarded in (any(said[row.case_id][governed(row)] for row in (ours, theirs)),)
        for mark in telling & set(ours.found_by) & set(theirs.found_by)
    )
    return tuple(dict.fromkeys(shared))


def _marked() -> QuerySet[Location]:
    return Location.objects.exclude(found_by=[]).only(*_SAYING, "found_by", "current")


_OF_A_CASE = Asked(lambda case: _marked().filter(case_id=case))
_OF_CASES = Asked(lambda cases: Location.objects.filter(case_id__in=cases).only(*_SAYING))


@cache
def _of_others(at_most: int) -> Asked[Location]:
    """The details of other cases that bear one of some marks; planned for the very marks."""
    return Asked(
        lambda marks, case: _marked().filter(found_by__overlap=marks).exclude(case_id=case)[:at_most],
        is_search=True,
    )


def _is_of_a_person(row: Location) -> bool:
    return row.owner.startswith(("party:", "child:")) and not row.owner.endswith(":lawyer")
