"""What may be told to a body that protects of where people can be found; a refuge is never written down."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from lles.casefile import locations
from lles.casefile.locations import ADDRESS, EARLIER, EMAIL, LIVES_WITH, PHONE, REFUGE, Kept
from lles.casefile.models import Case, Party

OF_DANGER = (ADDRESS, PHONE, EMAIL, LIVES_WITH)
HOMES = (ADDRESS, EARLIER)


@dataclass(frozen=True)
class Tellable:
    """What an officer may choose to tell, without the detail: whose it is, of what kind, protected or not."""

    key: str
    name: str
    kind: str
    protected: bool


def tellable(case: Case, kinds: Sequence[str] = OF_DANGER, owner: str = "") -> tuple[Tellable, ...]:
    """Of whom which details are held, or of one person alone."""
    names = names_of(case)
    held: dict[str, Tellable] = {}
    for one in _may_be_told(case, kinds):
        if owner in ("", one.owner):
            key = _key(one)
            guarded = one.protected or (key in held and held[key].protected)
            held[key] = Tellable(key, names[one.owner], one.kind, guarded)
    order = list(names)
    return tuple(sorted(held.values(), key=lambda one: order.index(one.key.rsplit(".", 1)[0])))


def opened_for(
    case: Case, keys: Collection[str], kinds: Sequence[str] = OF_DANGER, *, as_it_stands: bool = True
) -> tuple[Kept, ...]:
    """The details that were chosen, opened; the caller records who looks and to whom they are told. What was
    written before may hold what no longer stands."""
    held = _may_be_told(case, kinds, as_it_stands=as_it_stands)
    return tuple(one for one in held if _key(one) in keys)


def _may_be_told(case: Case, kinds: Sequence[str], *, as_it_stands: bool = True) -> Iterator[Kept]:
    kept, names = locations.of_case(case), names_of(case)
    in_refuge = {one.governed_by or one.owner for one in kept if one.kind == REFUGE}
    for one in kept:
        guarded = one.kind in (ADDRESS, LIVES_WITH) and (one.governed_by or one.owner) in in_refuge
        stands = one.current or not as_it_stands
        if stands and one.kind in kinds and one.owner in names and not guarded:
            yield one


def _key(one: Kept) -> str:
    return f"{one.owner}.{one.kind}"


def names_of(case: Case) -> dict[str, str]:
    """The people of a case by the name under which the store of locations knows them."""
    children = {f"child:{child.pk}": child.name for child in case.children.order_by("pk")}
    return children | {f"party:{party.pk}": party.name for party in adults_of(case)}


def adults_of(case: Case) -> list[Party]:
    """The adults who are parties."""
    return list(case.parties.filter(is_organisation=False).order_by("role", "number", "pk"))
