"""What the court directs and takes back, and how the tasks of a piece of work ended."""

from datetime import date, datetime

from lles.casefile.changes.directions import Directed, lift_direction, record_order
from lles.casefile.models import Case, Direction, Officer

MADE, JUNE = date(2026, 3, 4), date(2026, 6, 1)


def direct(case: Case, by: Officer, at: datetime, kind: str) -> None:
    """The court directs one thing by a day in June."""
    directed = (Directed(kind, due_on=JUNE),)
    record_order(case=case, by=by, at=at, kind="", title="C21", made_on=MADE, directions=directed)


def lift(case: Case, by: Officer, at: datetime) -> None:
    """The court takes back the one thing that it directs."""
    live = Direction.objects.get(case=case, superseded_at=None)
    lift_direction(case=case, by=by, at=at, direction=live, reason="The court says so.")


def outcomes_of(case: Case, work: str) -> dict[str, str]:
    """How the tasks of a piece of work ended, by their names within it."""
    ended = case.tasks.filter(kind__startswith=f"{work}.").exclude(ended_at=None).order_by("pk")
    return {task.kind.split(".")[1]: task.outcome for task in ended}
