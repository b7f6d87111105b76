"""How the crawl asks for the screening of an application, and one that was screened in its cases."""

from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.models import Case, Officer
from lles.work.safeguarding.models import ApplicationScreened
from tests.crawl.canary import HOME
from tests.crawl.rows import case_row

PAGE = "safeguarding:screening"


def prepare(case: Case, by: Officer, at: datetime) -> None:
    """The reason says where the mother is; checks are open on these cases, so that nothing is asked anew."""
    ApplicationScreened.objects.create(
        case=case, checks_called_for=False, reason=f"She is safe at {HOME.in_one_line()}.", by=by, at=at
    )


ROWS = {PAGE: case_row(PAGE, {"checks_called_for": "yes", "reason": "He has been arrested."})}
NEEDS = {PAGE: Verb.WORK}
