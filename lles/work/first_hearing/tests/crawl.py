"""How the crawl asks the later pages of what happens at court, and what each needs of whoever asks."""

from collections.abc import Mapping

from lles.casefile.access import Verb
from tests.crawl.rows import Row, case_row, page_row

ROWS: Mapping[str, Row] = {
    "first_hearing:court_day": page_row("first_hearing:court_day"),
    "first_hearing:brief": case_row("first_hearing:brief"),
}
NEEDS: Mapping[str, Verb] = {"first_hearing:brief": Verb.SEE}
