"""How the crawl asks the later pages of what happens at court, and what each needs of whoever asks."""

from collections.abc import Mapping

from lles.casefile.access import Verb
from lles.casefile.models import Case
from tests.crawl.rows import Row, case_row, form_row, page_row


def _ahead(case: Case) -> list[int | str]:
    found = (
        case.hearings.filter(going_ahead=True, records=None).exclude(starts_at=None).order_by("-starts_at")
    )
    return [found[0].pk if found else 0]


_NO_DAY = {"on-day": "", "on-month": "", "on-year": ""}
ROWS: Mapping[str, Row] = {
    "first_hearing:court_day": page_row("first_hearing:court_day"),
    "first_hearing:duty": form_row("first_hearing:duty", to="0"),
    "first_hearing:brief": case_row("first_hearing:brief"),
    "first_hearing:adjourn": case_row(
        "first_hearing:adjourn", {"words": "Not ready.", **_NO_DAY}, subject=_ahead
    ),
}
NEEDS: Mapping[str, Verb] = {"first_hearing:brief": Verb.SEE, "first_hearing:adjourn": Verb.WORK}
