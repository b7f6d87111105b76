"""What was recorded wrongly counts no more; it stays on the file, with the reason."""

from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Stale, change
from lles.casefile.changes.serving import follow_serving
from lles.casefile.models import Case, Officer
from lles.casefile.timeline import Word, says
from lles.work.enforcement.changes.application import name_of, still_runs
from lles.work.enforcement.changes.tasks import follow
from lles.work.enforcement.models import Alleged, Ended, Enforcement, Happened, Notice, Wrong
from lles.work.enforcement.queries.moved import PREFIX, TELLS_THE_END

Recorded = Alleged | Notice | Happened | Ended


def _what(row: Recorded) -> tuple[str, Word]:
    """Under which name it is kept, and what it is in words."""
    if isinstance(row, Alleged):
        return "alleged", Word("enforcement_stands.alleged")
    if isinstance(row, Notice):
        return "notice", Word(f"enforcement_notice.{row.way}")
    if isinstance(row, Ended):
        return "ended", Word(f"enforcement_outcome.{row.outcome}")
    return "happened", Word(f"enforcement_happened.{row.kind}")


@change(needs=Verb.WORK)
def record_wrong(
    *, case: Case, by: Officer, at: datetime, enforcement: Enforcement, row: Recorded, why: str,
    seen: int | None = None,
) -> Done[Wrong]:  # fmt: skip
    """Records that an alleged failure, a notice, something that happened or the end was recorded wrongly;
    days and tasks follow, and what tells of a wrong end is given to nobody any more. Raises Stale where that
    was said before."""
    name, what = _what(row)
    if Wrong.objects.filter(**{name: row}).exists():
        raise Stale(f"{name} {row.pk} is wrong already")
    if not isinstance(row, Ended):
        still_runs(enforcement)
    enforcement.case = case
    wrong = Wrong.objects.create(enforcement=enforcement, why=why, by=by, at=at, **{name: row})
    follow(enforcement, by, at)
    if isinstance(row, Ended):
        for kind in TELLS_THE_END:
            follow_serving(case=case, by=by, at=at, kind=f"{PREFIX}{kind}")
    said = says("enforcement_wrong", person=name_of(enforcement), what=what, on=row.on, why=why)
    return Done(wrong, said)
