"""What may be done in a closed case, pure."""

from lles.casefile.rules.law import casefile_law
from lles.law.findings import Finding


def work_waits_until_the_case_is_open() -> Finding:
    """Work of which nobody would see what it leaves to do is not begun in a closed case (REC-CLOSED)."""
    return casefile_law()["REC-CLOSED"].finding("closed")
