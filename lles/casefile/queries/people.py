"""The people of a case as their page shows them: how they belong together, and whether details are held."""

from collections.abc import Iterable
from dataclasses import dataclass

from lles.casefile import locations
from lles.casefile.models import Case, Child, Party, Relation


@dataclass(frozen=True)
class AdultShown:
    """An adult or a body of the case, what it is to each child, and whether details are held of it."""

    party: Party
    relations: tuple[Relation, ...]
    owners: tuple[str, ...]


@dataclass(frozen=True)
class ChildShown:
    """A child of the case, and whether details are held of where the child is."""

    child: Child
    owners: tuple[str, ...]


@dataclass(frozen=True)
class PeopleShown:
    """Everybody of a case."""

    children: tuple[ChildShown, ...]
    adults: tuple[AdultShown, ...]
    protected: frozenset[str]

    @property
    def owners(self) -> frozenset[str]:
        """Everybody of whom details are held."""
        return frozenset(
            [one for child in self.children for one in child.owners]
            + [one for adult in self.adults for one in adult.owners]
        )


def people_of(case: Case) -> PeopleShown:
    """The children and the parties of a case, without any detail of where they can be found."""
    kept = locations.of_case(case)
    owners = {one.owner for one in kept}
    relations = list(Relation.objects.filter(case=case).select_related("child").order_by("child_id", "pk"))
    return PeopleShown(
        children=tuple(
            ChildShown(child, _held(f"child:{child.pk}", owners)) for child in case.children.all()
        ),
        adults=tuple(
            AdultShown(
                party,
                tuple(one for one in relations if one.party_id == party.pk),
                _held(f"party:{party.pk}", owners),
            )
            for party in case.parties.order_by("role", "number", "pk")
        ),
        protected=frozenset(one.owner for one in kept if one.protected),
    )


def protected_owners(case: Case) -> frozenset[str]:
    """Of whom something is held that may not be told to others; the details stay closed."""
    return locations.protected_owners(case)


def details_of(case: Case, owner: str) -> tuple[locations.Kept, ...]:
    """Where one person can be found; the caller records who looks."""
    kept = locations.of_case(case, owner)
    return tuple(sorted(kept, key=lambda one: (not one.current, one.kind)))


def _held(owner: str, owners: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in (owner, f"{owner}:lawyer") if one in owners)
