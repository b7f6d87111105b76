"""The reports that the court directed: which of them it has, and which were sealed here and may still go."""

from collections.abc import Sequence

from lles.work.family_assistance.models import Assistance, Issued, Worked
from lles.work.family_assistance.queries.counted import worked_of
from lles.work.family_assistance.rules.papers import Paper


def reports_sealed(assistance: Assistance) -> Sequence[Issued]:
    """The reports that were sealed here, the first one first."""
    return list(assistance.issued.filter(kind=Paper.REPORT).order_by("version"))


def has_reached_the_court(assistance: Assistance, version: int) -> bool:
    """Whether it is on the file that the court has a version of the report, whichever way it went."""
    return worked_of(assistance).filter(kind=Worked.REPORTED, version=version).exists()
