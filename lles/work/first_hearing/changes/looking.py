"""A hearing that is recorded and of which the court says otherwise: a person looks, and the record stays."""

from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Stale, change
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.models import Case, Hearing, Officer
from lles.casefile.queries.court import day_of, hearing_name
from lles.casefile.register import Occasion
from lles.casefile.timeline import Word, says
from lles.work.first_hearing.queries.hearings import LOOK, hearing_to_look_at


def said_otherwise(occasion: Occasion) -> None:
    """The court moved a hearing that is recorded, or took it off its list."""
    ask_to_look(occasion, int(str(occasion.about["hearing"])))


def ask_to_look(occasion: Occasion, hearing: int) -> None:
    """Asks a person to look at what the court says of a hearing."""
    by, at = the_service(), occasion.at
    open_task(case=occasion.case, by=by, at=at, kind=LOOK, subject=str(hearing))


@change(needs=Verb.WORK)
def record_looked(
    *, case: Case, by: Officer, at: datetime, hearing: Hearing, words: str, seen: int | None = None
) -> Done[None]:
    """Records what a person found where the court says otherwise of a hearing than its record does."""
    if hearing_to_look_at(case, hearing.pk) is None:
        raise Stale(f"hearing {hearing.pk} was looked at already")
    end_tasks(case=case, by=by, at=at, kind=LOOK, outcome="done", subject=str(hearing.pk))
    on = day_of(hearing) or Word("value.nothing")
    return Done(None, says("hearing_looked_at", hearing=hearing_name(hearing), on=on, why=words))
