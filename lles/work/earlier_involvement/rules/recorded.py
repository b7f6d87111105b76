"""That earlier involvement was looked for, and that somebody decided what was found (SG-KNOWN)."""

from datetime import date

from lles.law.findings import Finding, Weight
from lles.work.earlier_involvement.rules.provisions import earlier_involvement_law


def earlier_involvement_is_looked_for(looked_on: date | None, waiting: int) -> Finding | None:
    """Earlier involvement is looked for, and a person decides on whatever was found (SG-KNOWN)."""
    provision = earlier_involvement_law()["SG-KNOWN"]
    if looked_on is None:
        return provision.finding("not_looked_for", weight=Weight.WARNS)
    return provision.finding("not_decided") if waiting else None
