"""The store of location data: its own table, database role and key; unknown means protected."""

from lles.casefile.locations.details import (
    ADDRESS,
    EARLIER,
    EMAIL,
    HIDDEN,
    LIVES_WITH,
    LIVING,
    PHONE,
    REFUGE,
    Detail,
    Kept,
)
from lles.casefile.locations.matching import Shared, marks_of, shared_with_others
from lles.casefile.locations.sealing import opened, sealed
from lles.casefile.locations.store import (
    inside,
    is_protected,
    keep,
    of_case,
    open_owners,
    protected_for,
    protected_owners,
    sealed_row,
    sought,
)

__all__ = [
    "ADDRESS",
    "EARLIER",
    "EMAIL",
    "HIDDEN",
    "LIVES_WITH",
    "LIVING",
    "PHONE",
    "REFUGE",
    "Detail",
    "Kept",
    "Shared",
    "inside",
    "is_protected",
    "keep",
    "marks_of",
    "of_case",
    "open_owners",
    "opened",
    "protected_for",
    "protected_owners",
    "sealed",
    "sealed_row",
    "shared_with_others",
    "sought",
]
