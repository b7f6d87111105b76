"""The whole register asked for the people of a case: candidates by index, at most 200 a way; the rule"""

import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings as site
from django.db import connection

from lles.casefile.locations import Found
from lles.casefile.models import Case
from lles.casefile.queries.cases import search_form
from lles.casefile.rules.names import forms_of, words_of
from lles.work.earlier_involvement.rules.choosing import Pair, chosen
from lles.work.earlier_involvement.rules.matching import (
    Known,
    Match,
    Reason,
    match,
    nearly,
    settings,
    swapped,
)

AT_MOST = 200
FORMS_AT_MOST = 8
_COLUMNS = {
    "child": "'child', id, case_id, first_name, last_name, previous_name, born_on",
    "party": "'party', id, case_id, first_name, last_name, previous_name, born_on",
}
# The names as the planner does not read them: for each it would weigh every common name of the register,
# which takes longer than the search. By the day of birth, or its lack, there is an index all the same.
_NAMES = "ANY(ARRAY(SELECT unnest(%(names)s::text[])))"
_WAYS = (
    # the same day of birth, or the day and month swapped, and a name or one word of it in common
    "born_on = ANY(%(days)s)"
    f" AND (string_to_array(search_name, ' ') && %(words)s OR search_name %% {_NAMES})",
    # nearly the same day of birth, and a name like it
    "born_on = ANY(%(nearly)s)"
    " AND EXISTS (SELECT FROM unnest(%(names)s::text[]) AS name WHERE similarity(search_name, name) >= 0.5)",
    # a day of birth that one of the two cases does not know, and a name like it
    f"born_on IS NULL AND search_name %% {_NAMES}",
    "search_name %% ANY(%(undated)s)",  # these it has to read, or it may go through the whole register
    # found at one place: which, the store of locations keeps to itself
    "id = ANY(%(here)s)",
)


@dataclass(frozen=True)
class Person:
    """A person of a case under the name the file knows, `party:12` or `child:7`."""

    owner: str
    case_id: int
    known: Known


def people_of(case: Case) -> tuple[Person, ...]:
    """Everybody of a case who is a person and has a name."""
    adults = (
        Person(f"party:{one.pk}", case.pk, Known(one.name, one.previous_name, one.born_on))
        for one in case.parties.all()
        if not one.is_organisation
    )
    children = (
        Person(f"child:{one.pk}", case.pk, Known(one.name, one.previous_name, one.born_on))
        for one in case.children.all()
    )
    return tuple(one for one in (*children, *adults) if one.known.name)


def _person(kind: str, row: Sequence[object]) -> Person:
    pk, case_id, first, last, former, born_on = row
    assert isinstance(case_id, int)
    known = Known(f"{first} {last}".strip(), str(former), _day(born_on))
    return Person(f"{kind}:{pk}", case_id, known)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def identities(places: Mapping[str, tuple[str, ...]], people: Iterable[Person]) -> Mapping[str, str]:
    """For each person one mark of all by which they are known; it changes when any of it changes."""
    return {one.owner: _identity(one.known, places.get(one.owner, ())) for one in people}


def _identity(known: Known, places: Iterable[str]) -> str:
    said = "|".join((known.name, known.former, str(known.born_on), *sorted(places)))
    return hmac.new(site.LLES_LOCATION_KEY.encode(), said.encode(), hashlib.sha256).hexdigest()[:32]


def matches(case: Case, people: Sequence[Person], places: Found) -> tuple[Pair, ...]:
    """Who of the whole register may be one of these people, the nearest first."""
    shared = places.with_others(AT_MOST, settings()["people_at_most"])
    contacts: dict[tuple[str, str], set[Reason]] = {}
    for one in shared:
        contacts.setdefault((one.owner, one.other), set()).add(Reason(f"same_{one.kind}", one.protected))
    found = _candidates(case, people, {one.other for one in shared})
    return chosen(pair for ours in people for theirs in found if (pair := _pair(ours, theirs, contacts)))


def _pair(ours: Person, theirs: Person, contacts: Mapping[tuple[str, str], Iterable[Reason]]) -> Pair | None:
    found = match(ours.known, theirs.known, _telling(contacts.get((ours.owner, theirs.owner), ())))
    return Pair(ours.owner, theirs.owner, theirs.case_id, found) if isinstance(found, Match) else None


def _telling(contacts: Iterable[Reason]) -> tuple[Reason, ...]:
    """Each way of finding somebody once: one guarded copy guards it."""
    guarded = {one.code: any(two.guarded for two in contacts if two.code == one.code) for one in contacts}
    return tuple(Reason(code, is_guarded) for code, is_guarded in sorted(guarded.items()))


def _candidates(case: Case, people: Sequence[Person], owners: Iterable[str]) -> tuple[Person, ...]:
    asked = _asked(people) | {"case": case.pk, "most": AT_MOST}
    parts = [_part(table, way) for table in ("child", "party") for way in _WAYS]
    known = {table: [int(one[6:]) for one in owners if one.startswith(table)] for table in _COLUMNS}
    statement = " UNION ".join(f"({part})" for part in parts)
    with connection.cursor() as cursor:
        cursor.execute(statement, asked | {"here_child": known["child"], "here_party": known["party"]})
        return tuple(_person(row[0], row[1:]) for row in cursor.fetchall())


def _part(table: str, way: str) -> str:
    bodies = " AND NOT is_organisation" if table == "party" else ""
    where = way.replace("%(here)s", f"%(here_{table})s")
    others = f"{where} AND case_id <> %(case)s{bodies}"
    return f"SELECT {_COLUMNS[table]} FROM casefile_{table} WHERE {others} LIMIT %(most)s"


def _asked(people: Sequence[Person]) -> dict[str, Any]:
    dated = [one.known.born_on for one in people if one.known.born_on]
    undated = [one.known for one in people if not one.known.born_on]
    known = [one.known for one in people]
    words = {
        form
        for one in known
        for name in one.names
        for word in words_of(name)
        for form in (word, *forms_of(word))
    }
    return {
        "days": sorted({*dated, *(day for one in dated if (day := swapped(one)))}),
        "nearly": sorted({day for one in dated for day in nearly(one)}),
        "words": sorted(words),
        "names": sorted({name for one in known for name in _written(one)}),
        "undated": sorted({name for one in undated for name in _written(one)}),
    }


def _written(known: Known) -> set[str]:
    """The name as the register may have written it: as it is, as it was, by other forms of its first word."""
    names = {search_form(name) for name in known.names}
    first, *rest = words_of(known.name) or ("",)
    return names | {" ".join((form, *rest)) for form in sorted(forms_of(first))[:FORMS_AT_MOST]}
