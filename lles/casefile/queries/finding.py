"""Finding a case by its numbers or its people: candidates first, then the cases with their people."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import TrigramStrictWordSimilarity
from django.db import connection
from django.db.models import F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat, JSONObject, Trim

from lles.casefile.access import Verb, cases, within
from lles.casefile.models import Case, Child, Officer, Order, Party
from lles.casefile.prepared import Asked
from lles.casefile.queries.cases import search_form
from lles.casefile.register import perhaps_of_kind
from lles.casefile.rules.names import forms_of, is_near, words_of
from lles.law.bilingual import Text

SHOWN_AT_MOST = 50
OPEN_AT_MOST = 100
CANDIDATES = 200
_SHOWN = ("reference", "court_code", "court_name", "pathway", "closed_at", "officer__name")


@dataclass(frozen=True)
class PersonFound:
    """A person of a case as a list names them, with what tells two of one name apart."""

    name: str
    born_on: date | None
    role: str = ""
    former: str = ""


@dataclass(frozen=True)
class CaseFound:
    """A case of a list with its people."""

    case: Case
    children: tuple[PersonFound, ...]
    adults: tuple[PersonFound, ...]


@dataclass(frozen=True)
class Found:
    """What was found, and whether only by names that are like the one asked for, or by the kind of order that
    was named."""

    cases: tuple[CaseFound, ...] = ()
    are_alike: bool = False
    order: Text | None = None

    @property
    def is_full(self) -> bool:
        """Whether there may be more than is shown."""
        return len(self.cases) == SHOWN_AT_MOST


def found(officer: Officer, words: str) -> Found:
    """The cases an officer may see whose numbers or people match what was typed, the latest first; where none
    does and a kind of order is named, the cases with such an order; else those whose people have names like
    it, the nearest first."""
    wanted = _wanted(words)
    if not wanted:
        return Found()
    parts = map(connection.ops.prep_for_like_query, wanted)
    number = (words.strip().upper(), re.sub(r"[\s-]", "", words).upper())
    if any(map(str.isdigit, words)):
        exactly = _NUMBERED.all_of(officer, *number, *parts)
    else:
        exactly = _NAMED.all_of(officer, *parts)
    if exactly:
        return Found(tuple(map(_found, exactly)))
    if kind := perhaps_of_kind(words):
        with_one = Order.objects.filter(kind=kind.name).values("case_id")
        return Found(listed(cases(officer).filter(pk__in=with_one)), order=kind.title)
    nearest = _nearest(officer, wanted)
    alike = listed(cases(officer).filter(pk__in=nearest)) if nearest else ()
    return Found(tuple(sorted(alike, key=lambda one: nearest.index(one.case.pk))), are_alike=True)


def open_cases_of(officer: Officer) -> tuple[CaseFound, ...]:
    """The open cases an officer may see, the latest first."""
    return tuple(map(_found, _OPEN.all_of(officer)))


def listed(which: QuerySet[Case]) -> tuple[CaseFound, ...]:
    """Cases with their people, in one statement."""
    return tuple(map(_found, _with_people(which, SHOWN_AT_MOST)))


def _with_people(which: QuerySet[Case], at_most: int) -> QuerySet[Case]:
    named = {"name": Trim(Concat(F("first_name"), Value(" "), F("last_name"))), "born_on": F("born_on")}
    people = {**named, "former": F("previous_name")}
    children = Child.objects.filter(case=OuterRef("pk")).order_by("pk")
    adults = Party.objects.filter(case=OuterRef("pk")).order_by("role", "number", "pk")
    of_adult = {**people, "role": F("role")}
    annotated = which.select_related("officer").annotate(
        children_=ArraySubquery(children.values(one=JSONObject(**people))),
        adults_=ArraySubquery(adults.values(one=JSONObject(**of_adult))),
    )
    return annotated.only(*_SHOWN).order_by("-opened_at", "-pk")[:at_most]


def _open(officer: Officer) -> QuerySet[Case]:
    return _with_people(cases(officer).filter(closed_at=None), OPEN_AT_MOST)


_OPEN = Asked(_open)


def _found(case: Any) -> CaseFound:
    return CaseFound(case, _people(case.children_), _people(case.adults_))


def _wanted(words: str) -> tuple[str, ...]:
    """The words that are looked for, each once; a name of patronymics alone is looked for as it is."""
    return tuple(dict.fromkeys(words_of(search_form(words))))


def _named(officer: Officer, *parts: str) -> QuerySet[Case]:
    return _among(officer, _bearing(officer, parts))


def _numbered(officer: Officer, reference: str, number: str, *parts: str) -> QuerySet[Case]:
    at_court = Q(law__in=(Case.PRIVATE, Case.PUBLIC), court_number=number) | Q(family_man_number=number)
    numbered = cases(officer).filter(Q(reference=reference) | at_court).order_by()
    return _among(officer, (*_bearing(officer, parts), numbered.values_list("pk", flat=True)))


_NAMED, _NUMBERED = Asked(_named, is_search=True), Asked(_numbered, is_search=True)


def _among(officer: Officer, candidates: Sequence[QuerySet[Any, int]]) -> QuerySet[Case]:
    first, *others = candidates
    return _with_people(cases(officer).filter(pk__in=first.union(*others)), SHOWN_AT_MOST)


def _bearing(officer: Officer, parts: Iterable[str]) -> Sequence[QuerySet[Any, int]]:
    names = within(officer, Verb.SEE, "case__")
    for part in parts:
        names &= Q(search_name__contains=part)
    return [
        people.objects.filter(names).order_by("-pk").values_list("case_id", flat=True)[:CANDIDATES]
        for people in (Child, Party)
    ]


def _nearest(officer: Officer, wanted: Sequence[str]) -> list[int]:
    """The cases of people with a name like the words, the nearest first: by trigrams, then word by word."""
    names = within(officer, Verb.SEE, "case__")
    for part in wanted:
        names &= _like(part)
    asked = " ".join(wanted)
    children, parties = (
        people.objects.filter(names)
        .annotate(nearness=TrigramStrictWordSimilarity(asked, "search_name"))
        .order_by("-nearness", "-pk")
        .values_list("nearness", "case_id", "search_name")[:CANDIDATES]
        for people in (Child, Party)
    )
    rows = sorted(children.union(parties, all=True), reverse=True)
    return list(dict.fromkeys(case for _, case, name in rows if _bears(name, wanted)))[:SHOWN_AT_MOST]


def _like(part: str) -> Q:
    like = Q()
    for form in (part, *sorted(forms_of(part))):
        like |= Q(search_name__trigram_strict_word_similar=form)
    return like


def _bears(name: str, wanted: Iterable[str]) -> bool:
    borne = words_of(name)
    pairs = {f"{one}{other}" for one, other in pairwise(borne)}
    return all(any(is_near(part, word) for word in (*borne, *pairs)) for part in wanted)


def _people(rows: Sequence[dict[str, str]]) -> tuple[PersonFound, ...]:
    return tuple(
        PersonFound(
            row["name"],
            date.fromisoformat(row["born_on"]) if row["born_on"] else None,
            row.get("role", ""),
            row.get("former", ""),
        )
        for row in rows
    )
