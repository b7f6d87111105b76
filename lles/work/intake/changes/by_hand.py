"""What somebody who keys an application knows beyond what a court's feed would say."""

from dataclasses import dataclass
from datetime import date

from lles.casefile.changes.application_facts import FactSaid

KEYED = "keyed-"


@dataclass(frozen=True)
class ByHand:
    """The day of receipt as it was recorded, and the facts that come on paper alone."""

    received_on: date
    facts: tuple[FactSaid, ...] = ()
