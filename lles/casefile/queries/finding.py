"""Finding a case by its numbers or its people: candidates first, then the cases with their people."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat, JSONObject, Trim

from lles.casefile.access import Verb, cases, within
from lles.casefile.models import Case, Child, Officer, Party
from lles.casefile.queries.cases import search_form

SHOWN_AT_MOST = 50
CANDIDATES = 200
_SHOWN = ("reference", "court_code", "court_name", "pathway", "closed_at", "officer__name")


@dataclass(frozen=True)
class PersonFound:
    """A person of a case as a list names them: two things that identify, and the role of an adult."""

    name: str
    born_on: date | None
    role: str = ""


@dataclass(frozen=True)
class CaseFound:
    """A case of a list with its people."""

    case: Case
    children: tuple[PersonFound, ...]
    adults: tuple[PersonFound, ...]


def found(officer: Officer, words: str) -> tuple[CaseFound, ...]:
    """The cases an officer may see whose numbers or people match what was typed, the latest first."""
    wanted = search_form(words)
    if not wanted:
        return ()
    candidates = set(_candidates(officer, words, wanted))
    return listed(cases(officer).filter(pk__in=candidates)) if candidates else ()


def open_cases_of(officer: Officer, at_most: int = 100) -> tuple[CaseFound, ...]:
    """The open cases an officer may see, the latest first."""
    return listed(cases(officer).filter(closed_at=None), at_most)


def listed(which: QuerySet[Case], at_most: int = SHOWN_AT_MOST) -> tuple[CaseFound, ...]:
    """Cases with their people, in one statement."""
    people = {"name": Trim(Concat(F("first_name"), Value(" "), F("last_name"))), "born_on": F("born_on")}
    children = Child.objects.filter(case=OuterRef("pk")).order_by("pk")
    adults = Party.objects.filter(case=OuterRef("pk")).order_by("role", "number", "pk")
    annotated = which.select_related("officer").annotate(
        children_=ArraySubquery(children.values(one=JSONObject(**people))),
        adults_=ArraySubquery(adults.values(one=JSONObject(**people, role=F("role")))),
    )
    return tuple(
        CaseFound(case, _people(case.children_), _people(case.adults_))
        for case in annotated.only(*_SHOWN).order_by("-opened_at", "-pk")[:at_most]
    )


def _candidates(officer: Officer, words: str, wanted: str) -> Iterable[int]:
    names = within(officer, Verb.SEE, "case__")
    for part in wanted.split():
        names &= Q(search_name__contains=part)
    children, parties = (
        people.objects.filter(names).order_by("-pk").values_list("case_id", flat=True)[:CANDIDATES]
        for people in (Child, Party)
    )
    if not any(map(str.isdigit, words)):
        return children.union(parties)
    number = Q(law__in=(Case.PRIVATE, Case.PUBLIC), court_number=re.sub(r"[\s-]", "", words))
    numbered = cases(officer).filter(Q(reference=words.strip().upper()) | number).order_by()
    return children.union(parties, numbered.values_list("pk", flat=True))


def _people(rows: Sequence[dict[str, str]]) -> tuple[PersonFound, ...]:
    return tuple(
        PersonFound(
            row["name"], date.fromisoformat(row["born_on"]) if row["born_on"] else None, row.get("role", "")
        )
        for row in rows
    )
