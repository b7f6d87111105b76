"""The people of a case as their page shows them: how they belong together, and whether details are held."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery

from lles.casefile import locations
from lles.casefile.models import (
    Case,
    Child,
    ConfidentialityStatement,
    Party,
    Relation,
    WelshInCourt,
)


@dataclass(frozen=True)
class WhereaboutsShown:
    """What may be said openly of where somebody can be found: that it is protected, what the court said of an
    address it did not send, whether an address is held, and of each kind of detail whether it is open,
    protected or of a refuge."""

    protected: bool
    not_sent: str
    addressed: bool
    guards: Mapping[str, str]

    def kinds(self, how: str) -> tuple[str, ...]:
        """The kinds of detail that are held and are open, or protected, or of a refuge."""
        return tuple(about for about in locations.ABOUT if self.guards.get(about) == how)


@dataclass(frozen=True)
class AdultShown:
    """An adult or a body of the case, what it is to each child, and whether details are held of it."""

    party: Party
    relations: tuple[Relation, ...]
    owners: tuple[str, ...]
    whereabouts: WhereaboutsShown


@dataclass(frozen=True)
class ChildShown:
    """A child of the case, whether details are held of where the child is, and what was asked for this child
    where that differs from what the application asks."""

    child: Child
    owners: tuple[str, ...]
    whereabouts: WhereaboutsShown
    asked_apart: tuple[str, ...] = ()


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
    asked = list(case.applications.filter(in_latest_answer=True).values_list("kind", flat=True))
    return PeopleShown(
        children=tuple(
            ChildShown(
                child,
                _held(f"child:{child.pk}", owners),
                _whereabouts(f"child:{child.pk}", kept),
                tuple(child.applied_for) if _differ(child.applied_for, asked) else (),
            )
            for child in case.children.all()
        ),
        adults=tuple(
            AdultShown(
                party,
                tuple(one for one in relations if one.party_id == party.pk),
                _held(f"party:{party.pk}", owners),
                _whereabouts(f"party:{party.pk}", kept),
            )
            for party in _with_court_told(case)
        ),
        protected=frozenset(one.owner for one in kept if one.protected),
    )


def _with_court_told(case: Case) -> QuerySet[Party]:
    """The parties, each with when and how the court was last told that they have chosen Welsh."""
    last = WelshInCourt.objects.filter(party=OuterRef("pk")).order_by("-pk")
    told = case.parties.annotate(
        court_told_on=Subquery(last.values("told_on")[:1]), court_told_way=Subquery(last.values("way")[:1])
    )
    return told.order_by("role", "number", "pk")


def protected_owners(case: Case) -> frozenset[str]:
    """Of whom something is held that may not be told to others; the details stay closed."""
    return locations.protected_owners(case)


def person_of(case: Case, owner: str) -> Child | Party | None:
    """The child or the party of an owner of details, as the store of locations names them."""
    who, _, number = owner.partition(":")
    if not number.isdigit() or who not in ("child", "party"):
        return None
    if who == "child":
        return Child.objects.filter(case=case, pk=int(number)).first()
    return Party.objects.filter(case=case, pk=int(number)).first()


def name_of_owner(case: Case, owner: str) -> str:
    """The name of a child or a party as the store of locations names them."""
    person = person_of(case, owner)
    return person.name if person else ""


def guards_of(case: Case, owner: str) -> Mapping[str, str]:
    """Of each kind of detail held of a person, whether it is open, protected, or of a refuge."""
    return locations.guards(locations.of_case(case, owner), owner)


def statements_waiting(case: Case) -> Sequence[ConfidentialityStatement]:
    """The statements that a detail may be told, which no second person has decided yet."""
    return list(case.confidentiality_statements.filter(outcome="").select_related("asked_by"))


def statement_of(case: Case, pk: int) -> ConfidentialityStatement | None:
    """A statement of the case that waits for a second person."""
    return next((one for one in statements_waiting(case) if one.pk == pk), None)


def details_of(case: Case, owner: str) -> tuple[locations.Kept, ...]:
    """Where one person can be found; the caller records who looks."""
    kept = locations.of_case(case, owner)
    return tuple(sorted(_shown(kept), key=lambda one: (not one.current, one.kind)))


def address_of(case: Case, party: Party) -> tuple[tuple[str, ...], ...]:
    """Where one person is written to, line by line; the caller records who looks."""
    kept = locations.of_case(case, f"party:{party.pk}")
    return tuple(dict.fromkeys(one.lines for one in kept if one.current and one.kind == locations.ADDRESS))


def _shown(kept: Sequence[locations.Kept]) -> Iterator[locations.Kept]:
    """The details a person reads: that the court did not send one is left out once it is held."""
    held = {one.kind for one in kept if one.current}
    told = {hidden for kind, hidden in locations.HIDDEN.items() if kind in held} | {locations.REFUGE}
    return (one for one in kept if one.kind not in told)


def _whereabouts(owner: str, kept: Sequence[locations.Kept]) -> WhereaboutsShown:
    theirs = [one for one in kept if one.owner == owner]
    not_sent = locations.HIDDEN[locations.ADDRESS]
    said = [one.lines[0] for one in _shown(theirs) if one.kind == not_sent and one.current]
    guards = locations.guards(kept, owner)
    addressed = owner in locations.whose(kept).addressed
    return WhereaboutsShown(any(one.protected for one in theirs), said[-1] if said else "", addressed, guards)


def _differ(child: Iterable[str], application: Iterable[str]) -> bool:
    """Whether a child's orders are others than those of the application, however an arrangement is put."""
    theirs, whole = ({_plain(kind) for kind in kinds} for kinds in (child, application))
    return bool(theirs) and theirs != whole


def _plain(kind: str) -> str:
    return "child_arrangements" if kind.startswith("child_arrangements_") else kind


def _held(owner: str, owners: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in (owner, f"{owner}:lawyer") if one in owners)
