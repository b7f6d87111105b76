"""What the file says for the rules of representation."""

from lles.casefile.models import Case
from lles.casefile.queries.service_law import calendar_in_force
from lles.law.due import DueDay
from lles.work.representation.rules import allocation_due


def guardian_due_day(case: Case) -> DueDay:
    """The day by which a guardian is to be allocated (CG-ALLOC)."""
    return allocation_due(case.received_on, calendar_in_force())
