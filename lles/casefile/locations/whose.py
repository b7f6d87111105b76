"""Of whom the store holds what: who is protected and who has an address. It tells no place."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from lles.casefile.locations.details import ADDRESS, LIVES_WITH


class Held(Protocol):
    """What may be known of a detail that stays closed."""

    @property
    def owner(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def protected(self) -> bool: ...
    @property
    def current(self) -> bool: ...
    @property
    def governed_by(self) -> str: ...


@dataclass(frozen=True)
class Closed:
    """A detail without its lines."""

    owner: str
    kind: str
    protected: bool
    current: bool
    governed_by: str


@dataclass(frozen=True)
class Whose:
    """Of whom something is held that is protected, and of whom an address is held that stands."""

    protected: frozenset[str]
    addressed: frozenset[str]


def whose(held: Iterable[Held]) -> Whose:
    """Of whom these details are; who lives with somebody has that person's address."""
    every = tuple(held)
    standing = [one for one in every if one.current]
    own = {one.owner for one in standing if one.kind == ADDRESS}
    with_them = {one.owner for one in standing if one.kind == LIVES_WITH and one.governed_by in own}
    return Whose(frozenset(one.owner for one in every if one.protected), frozenset(own | with_them))
