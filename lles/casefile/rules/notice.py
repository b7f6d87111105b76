"""An application without notice: whom nobody calls before the court gives notice."""

from lles.casefile.rules.law import casefile_law
from lles.law.findings import Finding


def who_is_not_told_yet_is_not_called(is_not_told_yet: bool) -> Finding | None:
    """A call to whoever is not to know of the application yet asks for a reason (SG-NOTICE)."""
    return casefile_law()["SG-NOTICE"].finding() if is_not_told_yet else None
