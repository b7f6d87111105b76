"""How many homes an adult had, or a child who lives elsewhere, and in whose areas: asked inside the store,
which tells no address."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Q

from lles.casefile.locations.details import ADDRESS, EARLIER, HIDDEN, LIVES_WITH, REFUGE, Kept
from lles.casefile.locations.sealing import cipher, mark
from lles.casefile.locations.store import inside
from lles.casefile.models import Case, Location
from lles.casefile.prepared import Asked
from lles.casefile.rules.areas import authority_of, homes_in
from lles.casefile.rules.confidentiality import SOURCE
from lles.casefile.rules.found_by import found_by_place

ELSEWHERE = "elsewhere"
CHILD = "child:"
GUARDED = (REFUGE, HIDDEN[ADDRESS])


@dataclass(frozen=True)
class Home:
    """A home by its keyed mark, in whose area it lies as far as that can be told, and whether it is the
    one of now: never where it is."""

    place: str
    authority: str
    is_current: bool


@dataclass(frozen=True)
class HomeOf(Home):
    """A home, whose it is, by whose word it is shown, and whether it is protected."""

    owner: str
    governed_by: str
    protected: bool

    def is_known_to(self, reader: str) -> bool:
        """Whether a reader has it: it is open, or it is their own or that of a child who lives with them."""
        return not self.protected or reader in (self.owner, self.governed_by)


def homes_among(kept: Iterable[Kept]) -> tuple[HomeOf, ...]:
    """Every home among the details of a case that were opened: of its people, not of their lawyers or of
    anybody else who knows a child."""
    return tuple(
        HomeOf(home.place, home.authority, home.is_current, one.owner, one.governed_by, one.protected)
        for one in kept
        if one.kind in (ADDRESS, EARLIER) and not one.owner.endswith(":lawyer")
        if not one.owner.startswith(SOURCE)
        for home in _homes(one.kind, one.lines, one.current)
    )


def homes_of(cases: Iterable[int]) -> Mapping[tuple[int, str], tuple[Home, ...]]:
    """The homes of each adult of some cases, those of now first; under ELSEWHERE the homes of children that
    are no home of a party, where nothing says that they may be the hidden home of one. The store holds no
    days of earlier homes, so that each may be one since the birth of the oldest child, and counts."""
    with inside():
        rows = _OF_THE_FAMILY.all_of(tuple(cases))
    found: dict[tuple[int, str], dict[str, Home]] = {}
    elsewhere: list[tuple[int, Home]] = []
    nobodys = _homes_of_no_party(rows)
    homes = [row for row in rows if row.kind in (ADDRESS, EARLIER)]
    for row in sorted(homes, key=lambda row: (row.kind != ADDRESS, not row.current, row.pk)):
        for home in _homes(row.kind, tuple(json.loads(cipher().decrypt(bytes(row.value)))), row.current):
            if row.owner.startswith(CHILD):
                elsewhere += [(row.case_id, replace(home, is_current=False))] if row.pk in nobodys else []
            else:
                found.setdefault((row.case_id, row.owner), {}).setdefault(home.place, home)
    of_parties = {(case, place) for (case, _), homes in found.items() for place in homes}
    areas = {  # in which somebody lives who may not be found, however that home is written
        (row.case_id, home.authority)
        for row in homes
        if not row.owner.startswith(CHILD) and row.kind == ADDRESS and row.flags[-1] is not False
        for home in found[row.case_id, row.owner].values()
        if home.authority and home.is_current
    }
    for case, home in elsewhere:
        if (case, home.place) not in of_parties and (case, home.authority) not in areas:
            found.setdefault((case, ELSEWHERE), {}).setdefault(home.place, home)
    return {owner: tuple(homes.values()) for owner, homes in found.items()}


def _homes_of_no_party(rows: Iterable[Location]) -> frozenset[int]:
    """The addresses of children that can be nobody's hidden home: not of a child who lives with a party or is
    in a refuge, not said to be confidential, nor in a case where a party hides a home or is in a refuge."""
    kept = tuple(rows)
    hides = {row.case_id for row in kept if row.kind in GUARDED and not row.owner.startswith(CHILD)}
    guarded = {(row.case_id, row.owner) for row in kept if row.kind in (LIVES_WITH, *GUARDED)}
    return frozenset(
        row.pk for row in kept
        if row.owner.startswith(CHILD) and row.kind in (ADDRESS, EARLIER)
        if not row.governed_by and True not in row.flags
        if row.case_id not in hides and (row.case_id, row.owner) not in guarded
    )  # fmt: skip


_OF_THE_FAMILY = Asked(
    lambda cases: (
        Location.objects.filter(
            Q(owner__startswith="party:") | Q(owner__startswith=CHILD),
            case_id__in=cases, kind__in=(ADDRESS, EARLIER, LIVES_WITH, *GUARDED),
        )
        .exclude(owner__endswith=":lawyer")
        .order_by("pk")
    )
)  # fmt: skip


def new_addresses(case: Case) -> Mapping[str, datetime]:
    """When the address of now of each person of a case came: never where it is."""
    with inside():
        held = Location.objects.filter(case_id=case.pk, kind=ADDRESS, current=True).order_by("received_at")
        return dict(held.values_list("owner", "received_at"))


def _homes(kind: str, lines: tuple[str, ...], current: bool) -> Iterator[Home]:
    for home in homes_in(lines) if kind == EARLIER else (lines,):
        told = next((place for _, place in found_by_place(["\n".join(home)])), "\n".join(home))
        yield Home(mark(ADDRESS, told), authority_of(home), kind == ADDRESS and current)
