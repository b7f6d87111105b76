"""What people say of where they can be found: a new place, that it is protected, that it may be told."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from lles.casefile.locations.details import ADDRESS, EMAIL, PHONE, REFUGE, Detail, Kept
from lles.casefile.locations.store import RECORDED, flag_of, governed, inside, keep
from lles.casefile.models import Case, Location

ABOUT = (ADDRESS, PHONE, EMAIL)
OPEN, PROTECTED, IN_A_REFUGE = "open", "protected", "refuge"


def record(case: Case, detail: Detail, at: datetime, *, replaces: bool, refuge: bool) -> None:
    """Keeps what a person told us; where it replaces what was held, that is current no longer, and does not
    become so again because the court still sends it."""
    also = [Detail(detail.owner, REFUGE, ("in_a_refuge",), True, RECORDED)] if refuge else []
    if replaces:
        with inside():
            held = Location.objects.filter(case_id=case.pk, owner=detail.owner, kind=detail.kind)
            held.update(current=False)
    keep(case, [detail, *also], at)
    if detail.flag:
        protect(case, detail.owner, flag_of(detail.kind))


def protect(case: Case, owner: str, about: str) -> None:
    """Protects at once what this person's flag governs."""
    with inside():
        rows = _governed_by(case, owner, about)
        for row in rows:
            row.flags, row.opened = [*row.flags, True], False
        Location.objects.bulk_update(rows, ["flags", "opened"])


def open_up(case: Case, owner: str, about: str) -> None:
    """Opens what this person's flag governs; what is said or brought later is not covered by it."""
    with inside():
        rows = _governed_by(case, owner, about)
        for row in rows:
            row.opened = True
        Location.objects.bulk_update(rows, ["opened"])


def digest_of_what_is_said(case: Case, owner: str, about: str) -> str:
    """Whether anything came, or was said anew, of what this person's flag governs: a digest of the marks and
    of what was said, which tells no place."""
    with inside():
        rows = Location.objects.filter(case_id=case.pk).defer("value", "found_by")
        said = sorted(
            (row.kind, row.source, row.mark, row.flags, row.current)
            for row in rows
            if governed(row) == (owner, about)
        )
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _governed_by(case: Case, owner: str, about: str) -> list[Location]:
    rows = Location.objects.filter(case_id=case.pk).defer("value", "mark", "found_by")
    return [row for row in rows if governed(row) == (owner, about)]


def guards(kept: Iterable[Kept], owner: str) -> Mapping[str, str]:
    """Of each kind of detail held of a person, whether it is open, protected, or for good in a refuge."""
    theirs = [one for one in kept if one.owner == owner]
    refuge = any(one.kind == REFUGE for one in theirs)
    said: dict[str, str] = {}
    for one in theirs:
        about = flag_of(one.kind)
        said[about] = PROTECTED if one.protected or said.get(about) == PROTECTED else OPEN
    return {about: IN_A_REFUGE if refuge and about == ADDRESS else how for about, how in said.items()}
