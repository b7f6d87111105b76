"""The table of locations: what is kept, what of it is protected, and from whom."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import datetime

from django.db import connection, transaction
from psycopg.pq import TransactionStatus

from lles.casefile.inserting import insert
from lles.casefile.locations.details import (
    ADDRESS,
    EARLIER,
    EMAIL,
    HIDDEN,
    PHONE,
    REFUGE,
    Detail,
    Kept,
)
from lles.casefile.locations.sealing import cipher, found_by, mark
from lles.casefile.locations.whose import Closed, Whose, whose
from lles.casefile.models import Case, Location
from lles.casefile.once import once
from lles.casefile.passage import held, wrote
from lles.casefile.prepared import Asked
from lles.casefile.rules.confidentiality import SOURCE, ProtectedDetail, protection

ROLE = "lles_locations"
RECORDED = "recorded"
_FLAG_OF = {PHONE: PHONE, EMAIL: EMAIL} | {hidden: kind for kind, hidden in HIDDEN.items()}


@contextmanager
def inside() -> Iterator[None]:
    """Works as the role that alone may read the table, until the end of the block."""
    bounds = nullcontext() if connection.in_atomic_block else transaction.atomic()
    with bounds, connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {ROLE}")  # the end of the transaction takes it back
        try:
            yield
        finally:
            if connection.connection.info.transaction_status != TransactionStatus.INERROR:
                cursor.execute("RESET ROLE")  # after an error, the rollback to a savepoint takes it back


def keep(case: Case, details: Iterable[Detail], at: datetime, *, stands: bool = True) -> bool:
    """Keeps what came, adding what is said of its confidentiality; nothing is ever taken away. True if
    anything is new. What no longer stands (an older answer) is kept and protects, and displaces nothing."""
    with inside():
        known = {
            _place(row): row for row in held(Location.objects.filter(case_id=case.pk).order_by("pk"), case)
        }
        before = {row.pk: _changing(row) for row in known.values()}
        news = [
            _join(known, sealed_row(case.pk, detail, at), stands) for detail in details if any(detail.lines)
        ]
        insert(row for row in known.values() if row.pk is None)
        wrote(case, Location)
        changed = [row for row in known.values() if row.pk in before and before[row.pk] != _changing(row)]
        Location.objects.bulk_update(changed, ["flags", "current", "governed_by", "opened"])
        return any(news) or bool(changed)


def sealed_row(case_id: int, detail: Detail, at: datetime) -> Location:
    """One detail as a row of the store, encrypted, not yet written."""
    return Location(
        case_id=case_id,
        owner=detail.owner,
        governed_by=detail.governed_by,
        kind=detail.kind,
        source=detail.source,
        value=cipher().encrypt(json.dumps(detail.lines).encode()),
        mark=mark(detail.kind, "\n".join(detail.lines)),
        found_by=found_by(detail),
        flags=[detail.flag],
        received_at=at,
    )


def _place(row: Location) -> tuple[str, str, str, str]:
    return row.owner, row.kind, row.source, row.mark


def _changing(row: Location) -> tuple[object, ...]:
    return row.flags, row.current, row.governed_by, row.opened


def _join(known: dict[tuple[str, str, str, str], Location], came: Location, stands: bool) -> bool:
    """Joins one detail to those known: what stands now displaces what stood in its place.
    A home of which first one and then another was said to be the carer is governed by nobody's flag."""
    row = known.get(_place(came))
    for other in known.values() if stands else ():
        if other is not row and _place(other)[:3] == _place(came)[:3]:
            other.current = False
    if row is None:
        came.current = stands
        known[_place(came)] = came
        return True
    changed = bool(row.flags[-1] != came.flags[0]) or row.governed_by != came.governed_by
    row.governed_by = row.governed_by if row.governed_by == came.governed_by else ""
    row.flags = [*row.flags, *came.flags] if changed else row.flags
    row.opened = row.opened and not (changed and came.flags[0])  # who asks for privacy anew has it
    row.current = row.current or (stands and not _is_left(known.values(), row))
    return changed


def _is_left(known: Iterable[Location], row: Location) -> bool:
    """Whether the person told us later of another place, whatever the court still sends."""
    later = (one for one in known if one.source == RECORDED and one.current and one is not row)
    return any((one.owner, one.kind) == (row.owner, row.kind) and one.pk > row.pk for one in later if one.pk)


@once
def of_case(case: Case, owner: str | None = None) -> tuple[Kept, ...]:
    """Every detail of a case, or of one person in it, opened; the caller records who looks."""
    with inside():
        rows = list(Location.objects.filter(case_id=case.pk).order_by("pk"))
    said = governing(rows)
    return tuple(_opened(row, said) for row in rows if owner is None or row.owner == owner)


def protected_for(case: Case, reader: str) -> tuple[ProtectedDetail, ...]:
    """What one reader must not learn: every protected detail that is not that reader's own."""
    return protected_among(of_case(case), reader)


def protected_among(kept: Iterable[Kept], reader: str) -> tuple[ProtectedDetail, ...]:
    """The same of details that are opened already."""
    return tuple(
        detail
        for one in kept
        if one.protected and reader not in (one.owner, one.governed_by)
        for detail in sought(one.kind, one.lines, one.owner)
    )


def is_protected(case: Case, owner: str) -> bool:
    """Whether anything that says where this person can be found is protected."""
    said = [one.protected for one in _closed(case) if one.owner == owner]
    return not said or any(said)


def owners_in(case: Case) -> Whose:
    """Of whom something is held that is protected, and who has an address; no detail is opened for it."""
    return whose(_closed(case))


def protected_owners(case: Case) -> frozenset[str]:
    """Of whom something is held that is protected; no detail is opened for it."""
    return owners_in(case).protected


def open_owners(case: Case) -> frozenset[str]:
    """Of whom something is held and nothing of it is protected; whoever is not among these is protected."""
    closed = _closed(case)
    return frozenset(one.owner for one in closed) - whose(closed).protected


def _closed(case: Case) -> list[Closed]:
    """Whose each detail is and whether it is protected, without the details."""
    with inside():
        rows = _FLAGS.all_of(case.pk)
    said = governing(rows)
    return [Closed(row.owner, row.kind, said[governed(row)], row.current, row.governed_by) for row in rows]


_FLAGS = Asked(lambda case: Location.objects.filter(case_id=case).defer("value", "mark", "found_by"))


def governing(rows: Sequence[Location]) -> dict[tuple[str, str], bool]:
    """Whether what each person's flag of a kind governs is protected."""
    stated: dict[tuple[str, str], list[bool | None]] = {}
    opened: dict[tuple[str, str], bool] = {}
    in_refuge = {governed(row) for row in rows if row.kind == REFUGE}
    for row in rows:
        key = governed(row)
        said = stated.setdefault(key, [])
        said.extend(flag for flag in row.flags if flag or not row.governed_by)
        opened[key] = opened.get(key, True) and row.opened
    return {
        key: protection(flags, opened=opened[key], refuge=key in in_refuge) for key, flags in stated.items()
    }


def governed(row: Location) -> tuple[str, str]:
    """By whose flag, and by which of that person's flags, a detail is governed."""
    return row.governed_by or row.owner, flag_of(row.kind)


def flag_of(kind: str) -> str:
    """Which of a person's flags governs a kind of detail."""
    return _FLAG_OF.get(kind, ADDRESS)


def _opened(row: Location, said: dict[tuple[str, str], bool]) -> Kept:
    lines = tuple(json.loads(cipher().decrypt(bytes(row.value))))
    read = (row.owner, row.kind, lines, row.source, said[governed(row)], row.current, row.governed_by)
    return Kept(*read, row.mark, row.received_at)


def sought(kind: str, lines: tuple[str, ...], owner: str) -> Iterator[ProtectedDetail]:
    """What a text is searched for on account of one detail."""
    if kind == PHONE:
        yield ProtectedDetail("phone", lines[0], owner)
    elif kind == EMAIL:
        yield ProtectedDetail("email", lines[0], owner)
    elif kind in (ADDRESS, EARLIER):
        yield ProtectedDetail("address", lines, owner)
        if owner.startswith(SOURCE):
            yield ProtectedDetail("source", lines, owner)
