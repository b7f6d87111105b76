"""What each adult of a case is to each child, in one statement."""

from typing import NamedTuple

from lles.casefile.models import Case, Relation


class BondRow(NamedTuple):
    """What one adult is to one child."""

    party: int
    child: int
    kind: str


def bonds_of(case: Case) -> tuple[BondRow, ...]:
    """The bonds of a case, adult by adult."""
    rows = Relation.objects.filter(case=case).order_by("party__role", "party__number", "child_id", "pk")
    return tuple(BondRow(*row) for row in rows.values_list("party_id", "child_id", "kind"))
