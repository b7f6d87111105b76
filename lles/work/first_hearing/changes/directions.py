"""What is done of the court's directions, and the tasks that they open here."""

from datetime import datetime

from lles.casefile import register
from lles.casefile.access import Verb
from lles.casefile.changes.directions import line_of
from lles.casefile.changes.door import Done, Stale, change
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.models import Case, Direction, Document, Officer
from lles.casefile.queries.directions import leaves_its_day
from lles.casefile.queries.of_case import left_by_the_closing
from lles.casefile.register import Event, Occasion
from lles.casefile.timeline import Word, says
from lles.work.first_hearing.changes.looking import ask_to_look
from lles.work.first_hearing.models import Discharge
from lles.work.first_hearing.queries.hearings import hearings_left_unlooked
from lles.work.first_hearing.queries.orders import DIRECTION, KEY, READ, directions_left, orders_left_unread


def direction_given(occasion: Occasion) -> None:
    """What the court directs and no other piece of work does becomes a task here; what it supersedes ends. An
    amendment that leaves the day of what was done leaves it done (DIR-RECORD)."""
    _end(occasion, occasion.about["supersedes"], "amended")
    if register.is_taken(occasion.case, str(occasion.about["kind"])):
        return
    found = Direction.objects.select_related("child", "party", "supersedes")
    given = found.get(pk=int(str(occasion.about["direction"])))
    if not _is_still_done(given):
        open_directed(occasion, given)


def _is_still_done(given: Direction) -> bool:
    was = given.supersedes
    done = Discharge.objects.filter(direction=was).first() if was else None
    if was is None or done is None or not leaves_its_day(was, given):
        return False
    Discharge.objects.create(direction=given, document=done.document, how=done.how, by=done.by, at=done.at)
    return True


def reopened(occasion: Occasion) -> None:
    """The case is open again: so is what the court directs and nobody did before it was closed, each order
    that nobody read or keyed, and each record that the court speaks against."""
    for given in directions_left(occasion.case):
        open_directed(occasion, given)
    for order in orders_left_unread(occasion.case):
        by, at = the_service(), occasion.at
        open_task(case=occasion.case, by=by, at=at, kind=READ, subject=str(order.pk))
    for paper in left_by_the_closing(occasion.case, KEY):
        by, at = the_service(), occasion.at
        open_task(case=occasion.case, by=by, at=at, kind=KEY, subject=str(paper))
    for hearing in hearings_left_unlooked(occasion.case):
        ask_to_look(occasion, hearing)


def open_directed(occasion: Occasion, given: Direction) -> None:
    """Opens the task of a direction that no other piece of work does."""
    open_task(
        case=occasion.case, by=the_service(), at=occasion.at, kind=DIRECTION, child=given.child,
        party=given.party, direction=given, subject=str(given.pk),
    )  # fmt: skip


def direction_lifted(occasion: Occasion) -> None:
    """What the court took back is not done any more."""
    _end(occasion, occasion.about["direction"], "lifted")


def direction_taken_up(occasion: Occasion) -> None:
    """The order that it is about was made, and another piece of work does it with that."""
    _end(occasion, occasion.about["direction"], "taken_up")


def _end(occasion: Occasion, direction: object, outcome: str) -> None:
    if direction is not None:
        by, at = the_service(), occasion.at
        end_tasks(case=occasion.case, by=by, at=at, kind=DIRECTION, outcome=outcome, subject=str(direction))


@change(needs=Verb.WORK)
def direction_takes_its_place(
    *, case: Case, by: Officer, at: datetime, direction: Direction, new: Direction, seen: int | None = None
) -> Done[Direction]:
    """Records that a direction is amended by one that another order has given already: that one supersedes,
    the old one stays to be read (DIR-RECORD)."""
    stand = Direction.objects.filter(pk__in=(direction.pk, new.pk), superseded_at=None)
    if stand.count() < 2:
        raise Stale(f"direction {direction.pk} or {new.pk}")
    Direction.objects.filter(pk=direction.pk).update(superseded_at=at)
    new.supersedes = new.supersedes or direction
    new.save(update_fields=["supersedes"])
    entry = says("direction_amended", kind=Word(f"direction.{new.kind}"), lines=(line_of(new),))
    told = {"direction": new.pk, "kind": new.kind, "supersedes": direction.pk}
    return Done(new, entry, ((Event.DIRECTION_GIVEN, told),))


@change(needs=Verb.WORK)
def record_done(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    direction: Direction,
    document: Document | None = None,
    how: str = "",
    seen: int | None = None,
) -> Done[Discharge]:
    """Records that what the court directed was done: by which document of ours, or how."""
    direction.refresh_from_db(fields=["superseded_at"])
    if direction.superseded_at is not None or Discharge.objects.filter(direction=direction).exists():
        raise Stale(f"direction {direction.pk}")
    done = Discharge.objects.create(direction=direction, document=document, how=how, by=by, at=at)
    end_tasks(case=case, by=by, at=at, kind=DIRECTION, outcome="done", subject=str(direction.pk))
    kind = Word(f"direction.{direction.kind}")
    if document is not None:
        return Done(done, says("direction_done_by", kind=kind, document=Word(f"document.{document.kind}")))
    return Done(done, says("direction_done", kind=kind, why=how))
