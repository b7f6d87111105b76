"""What the file says for the rules of representation."""

from lles.casefile.models import Case
from lles.law.calendar import YearOutsideTable, court_calendar
from lles.law.due import Due
from lles.work.representation.rules import allocation_due


def guardian_due_day(case: Case) -> Due | None:
    """The day by which a guardian is to be allocated (CG-ALLOC)."""
    if case.received_on is None:
        return None
    try:
        return allocation_due(case.received_on, court_calendar())
    except YearOutsideTable:
        return None
