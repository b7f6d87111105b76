"""Which readers learn who was asked: a name is left out where it would point to a protected person (0006)."""

from collections.abc import Iterable, Sequence

from lles.casefile import locations
from lles.casefile.locations import Home
from lles.casefile.models import Case, Check, Party
from lles.casefile.rules.areas import force_of


def named_openly(case: Case, checks: Sequence[Check]) -> frozenset[int]:
    """The questions of which every reader may learn who was asked: about somebody of whom nothing is
    protected; where a protected person was asked about there as well, only if a home that this person alone
    had tells why."""
    asked = [one for one in checks if not one.is_source and one.body]
    known_open = locations.open_owners(case)
    pointing = {one.body for one in asked if one.owner not in known_open}
    opened = [one for one in asked if one.owner in known_open]
    if not any(one.body in pointing for one in opened):
        return frozenset(one.pk for one in opened)
    homes = {owner: every for (_, owner), every in locations.homes_of([case.pk]).items()}
    guarded = {home.place for owner, every in homes.items() if owner not in known_open for home in every}
    return frozenset(
        one.pk
        for one in opened
        if one.body not in pointing or _is_explained(one, homes.get(one.owner, ()), guarded)
    )


def _is_explained(check: Check, homes: Iterable[Home], guarded: set[str]) -> bool:
    """Whether a home of this person, which is no protected person's home, tells why this body was asked."""
    own = [home for home in homes if home.place not in guarded]
    if check.kind == Check.POLICE:
        is_first = check.number == 1 and any(home.is_current for home in own)
        return is_first or check.body in {force_of(home.authority) for home in own}
    return any(home.place == check.place or home.authority == check.body for home in own)


def may_be_named(check: Check, openly: frozenset[int], party: Party | None) -> bool:
    """Whether a reader learns who was asked: whoever it is about does, and everybody where it points to
    nobody."""
    return bool(check.body) and (check.pk in openly or (party is not None and party.pk == check.party_id))
