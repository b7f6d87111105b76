"""Who looked at what of a case: one row for each look, written by a statement that every page sends."""

from datetime import datetime

from lles.casefile.models import Case, Officer
from lles.casefile.prepared import rows_of

_LOOKED = """
INSERT INTO casefile_sighting (case_id, officer_id, what, at)
VALUES (%(case)s::bigint, %(officer)s::bigint, %(what)s::text, %(at)s::timestamptz) RETURNING id
"""


def looked(case: Case, officer: Officer, what: str, at: datetime) -> None:
    """Records that an officer looked at something of a case."""
    rows_of(_LOOKED, {"case": case.pk, "officer": officer.pk, "what": what, "at": at})
