"""Papers of the court: fetched once, kept under their hash; one the court has withdrawn is hidden, not
lost."""

from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.documents import paper_store
from lles.casefile.models import Case, Officer, Paper
from lles.casefile.timeline import Word, says


@change(needs=Verb.WORK)
def keep_paper(
    *, case: Case, by: Officer, at: datetime, paper: Paper, content: bytes, media_type: str
) -> Done[None]:
    """Keeps the bytes of a paper under their hash."""
    digest = paper_store().put(content)
    Paper.objects.filter(pk=paper.pk, state=Paper.LISTED).update(
        state=Paper.FETCHED, sha256=digest, media_type=media_type[:120], fetched_at=at
    )
    return Done(None, says("paper_fetched", category=Word(f"category.{paper.category or '-'}")))


@change(needs=Verb.WORK)
def note_paper_problem(*, case: Case, by: Officer, at: datetime, paper: Paper, problem: str) -> Done[None]:
    """Notes that the court does not give a paper it lists."""
    Paper.objects.filter(pk=paper.pk).update(fetch_problem=problem[:60])
    return Done(None, None)
