"""The store of location data: its own table, database role and key; unknown means protected."""

import hashlib
import hmac
import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, product
from operator import attrgetter

from cryptography.fernet import Fernet
from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet

from lles.casefile.models import Case, Location
from lles.casefile.rules.confidentiality import ProtectedDetail, protection
from lles.casefile.rules.found_by import found_by_phone, found_by_place

ROLE = "lles_locations"
ADDRESS, EARLIER, PHONE, EMAIL, LIVES_WITH = "address", "earlier", "phone", "email", "lives_with"
LIVING, REFUGE = "living", "refuge"
HIDDEN = {ADDRESS: "hidden_address", PHONE: "hidden_phone", EMAIL: "hidden_email"}
_FLAG_OF = {PHONE: PHONE, EMAIL: EMAIL} | {hidden: kind for kind, hidden in HIDDEN.items()}


@dataclass(frozen=True)
class Detail:
    """One thing that says where a person can be found, as it came: lines of text, and what was said of it."""

    owner: str
    kind: str
    lines: tuple[str, ...]
    flag: bool | None
    source: str
    governed_by: str = ""


@dataclass(frozen=True)
class Kept:
    """One detail as the store holds it, opened on purpose for somebody who may see it."""

    owner: str
    kind: str
    lines: tuple[str, ...]
    source: str
    protected: bool
    current: bool
    governed_by: str = ""


@contextmanager
def _inside() -> Iterator[None]:
    within_another = connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {ROLE}")  # the end of the transaction takes it back
        try:
            yield
        finally:
            if within_another and not connection.needs_rollback:
                cursor.execute("RESET ROLE")


def keep(case: Case, details: Iterable[Detail], at: datetime, *, stands: bool = True) -> bool:
    """Keeps what came, adding what is said of its confidentiality; nothing is ever taken away. True if
    anything is new. What no longer stands (an older answer) is kept and protects, and displaces nothing."""
    with _inside():
        known = {_place(row): row for row in Location.objects.filter(case_id=case.pk).order_by("pk")}
        before = {row.pk: _changing(row) for row in known.values()}
        news = [
            _join(known, sealed_row(case.pk, detail, at), stands) for detail in details if any(detail.lines)
        ]
        Location.objects.bulk_create([row for row in known.values() if row.pk is None])
        changed = [row for row in known.values() if row.pk in before and before[row.pk] != _changing(row)]
        Location.objects.bulk_update(changed, ["flags", "current", "governed_by"])
        return any(news)


def sealed_row(case_id: int, detail: Detail, at: datetime) -> Location:
    """One detail as a row of the store, encrypted, not yet written."""
    return Location(
        case_id=case_id,
        owner=detail.owner,
        governed_by=detail.governed_by,
        kind=detail.kind,
        source=detail.source,
        value=_cipher().encrypt(json.dumps(detail.lines).encode()),
        mark=_mark(detail.kind, "\n".join(detail.lines)),
        found_by=_found_by(detail),
        flags=[detail.flag],
        received_at=at,
    )


def _place(row: Location) -> tuple[str, str, str, str]:
    return row.owner, row.kind, row.source, row.mark


def _changing(row: Location) -> tuple[object, ...]:
    return row.flags, row.current, row.governed_by


def _join(known: dict[tuple[str, str, str, str], Location], came: Location, stands: bool) -> bool:
    """Joins one detail to those known: a new one displaces the one of its place, a known one stands again.
    A home of which first one and then another was said to be the carer is governed by nobody's flag."""
    row = known.get(_place(came))
    if row is None:
        for other in known.values():
            if stands and _place(other)[:3] == _place(came)[:3]:
                other.current = False
        came.current = stands
        known[_place(came)] = came
        return True
    changed = bool(row.flags[-1] != came.flags[0]) or row.governed_by != came.governed_by
    row.governed_by = row.governed_by if row.governed_by == came.governed_by else ""
    row.flags = [*row.flags, *came.flags] if changed else row.flags
    row.current = row.current or stands
    return changed


def of_case(case: Case, owner: str | None = None) -> tuple[Kept, ...]:
    """Every detail of a case, or of one person in it, opened; the caller records who looks."""
    with _inside():
        rows = list(Location.objects.filter(case_id=case.pk).order_by("pk"))
    governing = _governing(rows)
    return tuple(_opened(row, governing) for row in rows if owner is None or row.owner == owner)


def protected_for(case: Case, reader: str) -> tuple[ProtectedDetail, ...]:
    """What one reader must not learn: every protected detail that is not that reader's own."""
    kept = of_case(case)
    return tuple(
        detail
        for one in kept
        if one.protected and reader not in (one.owner, one.governed_by)
        for detail in sought(one.kind, one.lines, one.owner)
    )


def is_protected(case: Case, owner: str) -> bool:
    """Whether anything that says where this person can be found is protected."""
    said = [protected for one, protected in _protections(case) if one == owner]
    return not said or any(said)


def protected_owners(case: Case) -> frozenset[str]:
    """Of whom something is held that is protected; no detail is opened for it."""
    return frozenset(owner for owner, protected in _protections(case) if protected)


def open_owners(case: Case) -> frozenset[str]:
    """Of whom something is held and nothing of it is protected; whoever is not among these is protected."""
    said = _protections(case)
    return frozenset(owner for owner, _ in said) - {owner for owner, protected in said if protected}


def _protections(case: Case) -> list[tuple[str, bool]]:
    """Whose each detail is and whether it is protected, without the details."""
    with _inside():
        rows = list(Location.objects.filter(case_id=case.pk).defer("value", "mark", "found_by"))
    governing = _governing(rows)
    return [(row.owner, governing[_governed(row)]) for row in rows]


def _governing(rows: Sequence[Location]) -> dict[tuple[str, str], bool]:
    stated: dict[tuple[str, str], list[bool | None]] = {}
    opened: dict[tuple[str, str], bool] = {}
    in_refuge = {_governed(row) for row in rows if row.kind == REFUGE}
    for row in rows:
        key = _governed(row)
        said = stated.setdefault(key, [])
        said.extend(flag for flag in row.flags if flag or not row.governed_by)
        opened[key] = opened.get(key, False) or row.opened
    return {
        key: protection(flags, opened=opened[key], refuge=key in in_refuge) for key, flags in stated.items()
    }


def _governed(row: Location) -> tuple[str, str]:
    """By whose flag, and by which of that person's flags, a detail is governed."""
    return row.governed_by or row.owner, _flag_of(row.kind)


def _flag_of(kind: str) -> str:
    return _FLAG_OF.get(kind, ADDRESS)


def _opened(row: Location, governing: dict[tuple[str, str], bool]) -> Kept:
    lines = tuple(json.loads(_cipher().decrypt(bytes(row.value))))
    protected = governing[_governed(row)]
    return Kept(row.owner, row.kind, lines, row.source, protected, row.current, row.governed_by)


def sought(kind: str, lines: tuple[str, ...], owner: str) -> Iterator[ProtectedDetail]:
    """What a text is searched for on account of one detail."""
    if kind == PHONE:
        yield ProtectedDetail("phone", lines[0], owner)
    elif kind == EMAIL:
        yield ProtectedDetail("email", lines[0], owner)
    elif kind in (ADDRESS, EARLIER):
        yield ProtectedDetail("address", lines, owner)


@dataclass(frozen=True)
class Shared:
    """That a person of one case and one of another are found at the same place or number: never where."""

    owner: str
    other_case: int
    other: str
    kind: str
    protected: bool


def shared_with_others(case: Case, at_most: int, people_at_most: int) -> tuple[Shared, ...]:
    """Who of other cases is found where the people of a case are; what very many share says nothing."""
    with _inside():
        own = [row for row in _marked().filter(case_id=case.pk) if _is_of_a_person(row)]
        marks = {mark for row in own for mark in row.found_by}
        others = _marked().filter(found_by__overlap=sorted(marks)).exclude(case_id=case.pk)[:at_most]
        found = [row for row in others if _is_of_a_person(row)] if marks else []
        bearers = Counter(mark for row in found for mark in marks & set(row.found_by))
        telling = {mark for mark in bearers if bearers[mark] <= people_at_most}
        found = [row for row in found if telling & set(row.found_by)]
        of_cases = Location.objects.filter(case_id__in={case.pk, *(row.case_id for row in found)})
        by_case = groupby(sorted(of_cases.only(*_SAYING) if found else (), key=_OF_CASE), _OF_CASE)
    governing = {case_id: _governing(list(rows)) for case_id, rows in by_case}
    shared = (
        Shared(ours.owner, theirs.case_id, theirs.owner, mark.partition(":")[0], is_guarded)
        for ours, theirs in product(own, found)
        for is_guarded in (any(governing[row.case_id][_governed(row)] for row in (ours, theirs)),)
        for mark in telling & set(ours.found_by) & set(theirs.found_by)
    )
    return tuple(dict.fromkeys(shared))


def marks_of(case: Case) -> Mapping[str, tuple[str, ...]]:
    """For each person of a case the marks of where they can be found: they tell a change, and no place."""
    with _inside():
        rows = list(_marked().filter(case_id=case.pk, current=True))
    return {
        own: tuple(m for row in rows if row.owner == own for m in row.found_by)
        for own in {r.owner for r in rows}
    }


_OF_CASE = attrgetter("case_id")
_SAYING = ("case_id", "owner", "governed_by", "kind", "flags", "opened")


def _marked() -> QuerySet[Location]:
    return Location.objects.exclude(found_by=[]).only(*_SAYING, "found_by")


def _is_of_a_person(row: Location) -> bool:
    return row.owner.startswith(("party:", "child:")) and not row.owner.endswith(":lawyer")


def _found_by(detail: Detail) -> list[str]:
    text = "\n".join(detail.lines)
    if detail.kind == PHONE:
        said = found_by_phone(text)
    elif detail.kind == EMAIL:
        said = iter([(EMAIL, text)])
    else:
        said = found_by_place(detail.lines if detail.kind == EARLIER else (text,))
    return list(dict.fromkeys(f"{kind}:{_mark(kind, one)[:48]}" for kind, one in said))


def _mark(kind: str, text: str) -> str:
    folded = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text).casefold()
        if letter.isalnum() or letter == "@"
    )
    return hmac.new(
        settings.LLES_LOCATION_KEY.encode(), f"{kind}:{folded}".encode(), hashlib.sha256
    ).hexdigest()


def sealed(content: bytes) -> bytes:
    """Words into which a location may have been typed, closed with the key of the store."""
    return _cipher().encrypt(content)


def opened(content: bytes) -> bytes:
    """Words that were closed with the key of the store."""
    return _cipher().decrypt(content)


def _cipher() -> Fernet:
    return Fernet(settings.LLES_LOCATION_KEY)
