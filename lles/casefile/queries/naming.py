"""Which readers learn who was asked: a name is left out where it would point to a protected person (0006)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from lles.casefile import locations
from lles.casefile.locations import HomeOf, Kept
from lles.casefile.models import Case, Check, Party
from lles.casefile.rules.areas import force_of
from lles.casefile.rules.names_of_bodies import BodyKind, NamedBody

READ_BY_ALL = "court"  # a reader who owns no detail


@dataclass(frozen=True)
class Naming:
    """Who was asked in a case, and where its people live: what either tells a reader of the other."""

    asked: tuple[Check, ...]
    homes: tuple[HomeOf, ...]
    known_open: frozenset[str]

    def tells(self, check: Check, party: Party | None) -> bool:
        """Whether a reader learns who was asked, `party` who reads: of themselves, and of whoever has nothing
        that is protected; where the name would say where a protected person lives, only if a home of whom it
        is about tells why that body was asked."""
        return self._is_told(check, f"party:{party.pk}" if party else READ_BY_ALL)

    def shown_to(self, reader: str) -> frozenset[NamedBody]:
        """The bodies that a reader, as the store knows the reader, is told of somebody."""
        return frozenset(named(one) for one in self.asked if self._is_told(one, reader))

    def hidden_from(self, reader: str) -> frozenset[NamedBody]:
        """The bodies of which a reader must not read the name: those that were asked, and those of the area
        of a protected home, asked or not, unless the reader has a home in that area before them."""
        held = frozenset(body for one in self.homes if one.is_known_to(reader) for body in _bodies_of(one))
        guarded = frozenset(body for one in self._guarded(reader) for body in _bodies_of(one))
        return (frozenset(map(named, self.asked)) | (guarded - held)) - self.shown_to(reader)

    def _is_told(self, check: Check, reader: str) -> bool:
        if not check.body or check.is_source:
            return False
        if f"party:{check.party_id}" != reader and check.owner not in self.known_open:
            return False
        if not self._may_point(check, reader):
            return True
        return self._is_explained(check, reader, also_by_its_question=not self._points(check, reader))

    def _points(self, check: Check, reader: str) -> bool:
        """Whether the name says where somebody may live whose place this reader does not know: the body was
        asked about them as well, their home lies in its area, or it was asked because of their home, in
        whichever area we think that lies."""
        body, guarded = named(check), self._guarded(reader)
        others = (named(one) for one in self.asked if one.owner not in {*self.known_open, reader})
        if body in others or any(body in _bodies_of(one) for one in guarded):
            return True
        own = {one.place for one in self.homes if one.owner == check.owner}
        return bool(check.place) and check.place in {one.place for one in guarded} - own

    def _may_point(self, check: Check, reader: str) -> bool:
        """Whether it does, or nobody can tell in whose area such a home lies."""
        return self._points(check, reader) or any(not one.authority for one in self._guarded(reader))

    def _is_explained(self, check: Check, reader: str, *, also_by_its_question: bool) -> bool:
        """Whether a home of this person tells why this body was asked: one in its area; where the area cannot
        be told, and the name points to nobody for certain, the home for which the question was opened. To
        other readers than that person a home that a protected person has as well tells nothing else."""
        shared = {one.place for one in self._guarded(reader)} if check.owner != reader else set()
        own = [one for one in self.homes if one.owner == check.owner and one.place not in shared]
        return any(
            named(check) in _bodies_of(one) or (also_by_its_question and _is_for(check, one)) for one in own
        )

    def _guarded(self, reader: str) -> tuple[HomeOf, ...]:
        return tuple(one for one in self.homes if not one.is_known_to(reader))


def naming_of(case: Case, checks: Sequence[Check], kept: Iterable[Kept] | None = None) -> Naming:
    """What is told of who was asked these questions; `kept` the details of the case where they are open."""
    details = tuple(locations.of_case(case) if kept is None else kept)
    closed = {one.owner for one in details if one.protected}
    return Naming(
        tuple(one for one in checks if one.body and not one.is_source),
        locations.homes_among(details),
        frozenset(one.owner for one in details) - closed,
    )


def named(check: Check) -> NamedBody:
    """The body that is asked, as it is known by name."""
    return cast(BodyKind, check.kind), check.body


def _bodies_of(home: HomeOf) -> frozenset[NamedBody]:
    return _bodies_in(home.authority)


@cache
def _bodies_in(authority: str) -> frozenset[NamedBody]:
    """The council of an area and the police force that covers it."""
    found: tuple[NamedBody, ...] = ("local_authority", authority), ("police", force_of(authority))
    return frozenset((kind, slug) for kind, slug in found if slug)


def _is_for(check: Check, home: HomeOf) -> bool:
    if home.authority:
        return False
    if check.kind == Check.POLICE:
        return check.number == 1 and home.is_current
    return bool(check.place) and home.place == check.place
