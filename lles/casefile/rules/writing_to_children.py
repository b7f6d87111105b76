"""How a child is written to, pure: in the words of which age, and whom the child can call."""

from datetime import date
from enum import StrEnum

from lles.casefile.rules.days import age_on
from lles.casefile.rules.law import casefile_law
from lles.law.bilingual import Text


class Band(StrEnum):
    """How old a child is whom one writes to."""

    YOUNG = "young"
    MIDDLE = "middle"
    OLDER = "older"


def band_of(born_on: date | None, on: date) -> Band:
    """In the words of which age a child is written to; one whose birthday nobody knows in the middle ones
    (CLO-AGE)."""
    if born_on is None:
        return Band.MIDDLE
    provision, age = casefile_law()["CLO-AGE"], age_on(born_on, on)
    if age >= provision.number("older_from", on):
        return Band.OLDER
    return Band.MIDDLE if age >= provision.number("middle_from", on) else Band.YOUNG


def where_to_find_help(nation: str) -> Text:
    """Whom a child who lives in a nation can call (CLO-HELP)."""
    return casefile_law()["CLO-HELP"].sentence("wales" if nation == "wales" else "england")
