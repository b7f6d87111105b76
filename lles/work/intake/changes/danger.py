"""Danger is recorded where it was seen, in what came, and whom it was told: it never waits for a case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, NotAllowed, Stale, change
from lles.casefile.models import Case, Officer
from lles.casefile.timeline import LONDON, Word, says
from lles.work.intake.models import Arrival, ArrivalDanger, DangerEnded, DangerTold
from lles.work.intake.queries import sees_held
from lles.work.intake.queries.danger import closed


@dataclass(frozen=True)
class Seen:
    """What was seen in what came: when, in whose words, what harm, and who is safe now."""

    at: datetime
    learnt: str
    language: str
    harm: Sequence[str]
    children_safe: str
    adults_safe: str


@dataclass(frozen=True)
class Told:
    """Whom one told by telephone, when, and what they will do; empty where they have not said."""

    kind: str
    body: str
    whom: str
    at: datetime
    decision: str
    words: str
    language: str


@change(needs=Verb.WORK)
def see_danger_in_arrival(
    *, by: Officer, at: datetime, arrival: Arrival, danger: Seen
) -> Done[ArrivalDanger]:
    """Records a danger that was seen in what came, once, and starts its clock (SG-URGENT)."""
    _before_a_case(arrival, by)
    if ArrivalDanger.objects.filter(arrival=arrival).exists():
        raise Stale(f"the danger in arrival {arrival.pk} is recorded")
    row = ArrivalDanger.objects.create(
        arrival=arrival, seen_at=danger.at, words=closed(danger.learnt), language=danger.language,
        harm=list(danger.harm), children_safe=danger.children_safe, adults_safe=danger.adults_safe, by=by,
        at=at,
    )  # fmt: skip
    entry = says("arrival_danger_seen", of=arrival.pk, seen_at=danger.at.astimezone(LONDON))
    return Done(row, entry, subject=f"arrival:{arrival.pk}")


@change(needs=Verb.WORK)
def tell_of_danger_in_arrival(
    *, by: Officer, at: datetime, danger: ArrivalDanger, told: Told
) -> Done[DangerTold]:
    """Records that a body was told by telephone of a danger in what came, and what it said."""
    _before_a_case(danger.arrival, by)
    row = DangerTold.objects.create(
        danger=danger, kind=told.kind, body=told.body, whom=told.whom, told_at=told.at,
        decision=told.decision, words=closed(told.words), language=told.language, by=by, at=at,
    )  # fmt: skip
    entry = says(
        "arrival_danger_told",
        of=danger.arrival_id,
        kind=Word(f"danger_body.{told.kind}"),
        told_at=told.at.astimezone(LONDON),
    )
    return Done(row, entry, subject=f"arrival:{danger.arrival_id}")


@change(needs=Verb.WORK)
def end_danger_in_arrival(
    *, by: Officer, at: datetime, danger: ArrivalDanger, outcome: str, words: str, told_in: Case | None = None
) -> Done[DangerEnded]:
    """Records that a danger in what came was none after all, or is told in a case already, and why; as long
    as nobody was told of it by telephone."""
    _before_a_case(danger.arrival, by)
    if danger.told.exists() or DangerEnded.objects.filter(danger=danger).exists():
        raise Stale(f"the danger in arrival {danger.arrival_id} is told, or ended")
    row = DangerEnded.objects.create(
        danger=danger, outcome=outcome, told_in=told_in, words=closed(words), by=by, at=at
    )
    entry = says("arrival_danger_ended", of=danger.arrival_id, outcome=Word(f"danger_ended.{outcome}"))
    return Done(row, entry, subject=f"arrival:{danger.arrival_id}")


def _before_a_case(arrival: Arrival, by: Officer) -> None:
    """What belongs to a case by now is recorded there."""
    if not sees_held(by):
        raise NotAllowed(f"{by} may not settle arrivals")
    if Arrival.objects.select_for_update(of=("self",)).get(pk=arrival.pk).case_id is not None:
        raise Stale(f"arrival {arrival.pk} is a case")
