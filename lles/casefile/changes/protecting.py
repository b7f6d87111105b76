"""What a body that protects is told in writing: let out by the gate, kept sealed, each look recorded."""

from collections.abc import Sequence
from datetime import datetime

from lles.casefile.changes.sight import looked
from lles.casefile.documents import Made, protecting_store
from lles.casefile.gate import Released, release_to_protect
from lles.casefile.locations import Kept
from lles.casefile.models import Case, Officer


def record_opened(case: Case, chosen: Sequence[Kept], by: Officer, at: datetime) -> None:
    """Records that an officer opened the details that were chosen, person by person."""
    for owner in dict.fromkeys(one.owner for one in chosen):
        looked(case, by, f"location:{owner}", at)


def seal_for_body(
    case: Case, made: Made, chosen: Sequence[Kept], *, body: str, purpose: str, by: Officer, at: datetime
) -> Released:
    """Lets a document out to its body through the gate and keeps it sealed with the key of the locations."""
    released = release_to_protect(case, made, chosen, body=body, purpose=purpose, by=by, at=at)
    protecting_store().put(made.content)
    return released


def told_of(chosen: Sequence[Kept]) -> list[str]:
    """Which details a document tells, by person and kind, never what they say."""
    return list(dict.fromkeys(f"{one.owner}.{one.kind}" for one in chosen))


def open_sealed(
    case: Case, made: Made, chosen: Sequence[Kept], *, body: str, what: str, by: Officer, at: datetime
) -> Released:
    """Gives an officer a sealed document again, to send it: recorded as a look at where people are."""
    released = release_to_protect(case, made, chosen, body=body, purpose="look", by=by, at=at)
    looked(case, by, f"location:{what}", at)
    return released
