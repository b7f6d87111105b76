"""Finding a case by its numbers or its people: candidates first, then the cases with their people."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import TrigramStrictWordSimilarity
from django.db.models import F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat, JSONObject, Trim

from lles.casefile.access import Verb, cases, within
from lles.casefile.models import Case, Child, Officer, Order, Party
from lles.casefile.queries.cases import search_form
from lles.casefile.register import perhaps_of_kind
from lles.casefile.rules.names import forms_of, is_near, words_of
from lles.law.bilingual import Text

SHOWN_AT_MOST = 50
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
    if exactly := listed(cases(officer).filter(pk__in=_candidates(officer, words, wanted))):
        return Found(exactly)
    if kind := perhaps_of_kind(words):
        with_one = Order.objects.filter(kind=kind.name).values("case_id")
        return Found(listed(cases(officer).filter(pk__in=with_one)), order=kind.title)
    nearest = _nearest(officer, wanted)
    alike = listed(cases(officer).filter(pk__in=nearest)) if nearest else ()
    return Found(tuple(sorted(alike, key=lambda one: nearest.index(one.case.pk))), are_alike=True)


def open_cases_of(officer: Officer, at_most: int = 100) -> tuple[CaseFound, ...]:
    """The open cases an officer may see, the latest first."""
    return listed(cases(officer).filter(closed_at=None), at_most)


def listed(which: QuerySet[Case], at_most: int = SHOWN_AT_MOST) -> tuple[CaseFound, ...]:
    """Cases with their people, in one statement."""
    people = {"name": Trim(Concat(F("first_name"), Value(" "), F("last_name"))), "born_on": F("born_on")}
    children = Child.objects.filter(case=OuterRef("pk")).order_by("pk")
    adults = Party.objects.filter(case=OuterRef("pk")).order_by("role", "number", "pk")
    of_adult = {**people, "role": F("role"), "former": F("previous_name")}
    annotated = which.select_related("officer").annotate(
        children_=ArraySubquery(children.values(one=JSONObject(**people))),
        adults_=ArraySubquery(adults.values(one=JSONObject(**of_adult))),
    )
    return tuple(
        CaseFound(case, _people(case.children_), _people(case.adults_))
        for case in annotated.only(*_SHOWN).order_by("-opened_at", "-pk")[:at_most]
    )


def _wanted(words: str) -> tuple[str, ...]:
    """The words that are looked for, each once; a name of patronymics alone is looked for as it is."""
    return tuple(dict.fromkeys(words_of(search_form(words))))


def _candidates(officer: Officer, words: str, wanted: Iterable[str]) -> QuerySet[Any, int]:
    names = within(officer, Verb.SEE, "case__")
    for part in wanted:
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
