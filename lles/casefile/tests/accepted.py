"""What waits to be sent is with the court, for tests of what happens then."""

from datetime import datetime

from lles.casefile.changes.filing import claim_filing, settle_filing
from lles.casefile.changes.filing_recall import send_now
from lles.casefile.models import Case, Filing, Officer


def the_court_accepts(case: Case, by: Officer, at: datetime) -> None:
    """Sends what of a case has not left yet, and the court accepts all of it."""
    for filing in Filing.objects.filter(document__case=case, state=Filing.WAITING).order_by("pk"):
        send_now(case=case, by=by, at=at, filing=filing)
        assert claim_filing(case=case, by=by, at=at, filing=filing)
        filing.refresh_from_db()
        settle_filing(case=case, by=by, at=at, filing=filing, state=Filing.ACCEPTED, answered="Success")
