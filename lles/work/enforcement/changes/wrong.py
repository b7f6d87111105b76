"""What was recorded wrongly of an enforcement."""

from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.serving import follow_serving
from lles.casefile.changes.wrong import keep_wrong
from lles.casefile.models import Case, Officer
from lles.casefile.timeline import Word, says
from lles.work.enforcement.changes.application import name_of, still_runs
from lles.work.enforcement.changes.tasks import follow
from lles.work.enforcement.models import Alleged, Ended, Enforcement, Happened, Notice, Wrong
from lles.work.enforcement.queries.moved import PREFIX, TELLS_THE_END

Recorded = Alleged | Notice | Happened | Ended


def _what(row: Recorded) -> str:
    if isinstance(row, Alleged):
        return "enforcement_stands.alleged"
    if isinstance(row, Notice):
        return f"enforcement_notice.{row.way}"
    if isinstance(row, Ended):
        return f"enforcement_outcome.{row.outcome}"
    return f"enforcement_happened.{row.kind}"


@change(needs=Verb.WORK)
def record_wrong(
    *, case: Case, by: Officer, at: datetime, enforcement: Enforcement, row: Recorded, why: str,
    language: str, seen: int | None = None,
) -> Done[Wrong]:  # fmt: skip
    """Records that an alleged failure, a notice, something that happened or the end was recorded wrongly;
    days and tasks follow, and what tells of a wrong end is given to nobody any more. Raises Stale where that
    was said before."""
    wrong = keep_wrong(Wrong, row, enforcement=enforcement, why=why, language=language, by=by, at=at)
    if not isinstance(row, Ended):
        still_runs(enforcement)
    enforcement.case = case
    follow(enforcement, by, at)
    if isinstance(row, Ended):
        for kind in TELLS_THE_END:
            follow_serving(case=case, by=by, at=at, kind=f"{PREFIX}{kind}")
    said = says("enforcement_wrong", person=name_of(enforcement), what=Word(_what(row)), on=row.on, why=why)
    return Done(wrong, said)
