"""What the court directs of us about an enforcement, in whichever order, and before any is made."""

from collections.abc import Sequence

from django.db.models import Q

from lles.casefile.models import Direction, Order
from lles.casefile.once import once
from lles.casefile.queries.directions import asked_before, directions_ever_about, standing, unanswered
from lles.work.enforcement.models import Enforcement, Report
from lles.work.enforcement.queries.facts import enforcements_of
from lles.work.enforcement.queries.moved import end_of

INFORMATION, MONITORING = "enforcement_information", "enforcement_monitoring"
DIRECTED = (INFORMATION, MONITORING)


@once
def directions_of(enforcement: Enforcement, kind: str) -> Sequence[Direction]:
    """What the court directs of us about an enforcement, as it stands: of monitoring what is about its order
    or, while it waits for one, about none; of questions what was asked before the order."""
    order, parties = enforcement.order, (None, enforcement.party_id)
    if kind == MONITORING and order is not None:
        return [one for one in _about(enforcement, order) if one.party_id in parties]
    live = Direction.objects.filter(case=enforcement.case_id, kind=kind, superseded_at=None)
    asked = live.filter(Q(party=None) | Q(party=enforcement.party_id)).order_by("pk")
    if kind == MONITORING:
        ordered = (one for one in enforcements_of(enforcement.case) if one.order_id is not None)
        taken = {one.pk for other in ordered for one in directions_of(other, kind)}
        return [one for one in asked if one.pk not in taken]
    return [one for one in asked if order is None or asked_before(order, one)]


@once
def _about(enforcement: Enforcement, order: Order) -> Sequence[Direction]:
    """The monitoring that is directed about the order of an enforcement; none that had ended by then is
    meant by it."""
    ends = {one.order_id: end_of(one) for one in enforcements_of(enforcement.case) if one.order_id}
    over = {number: end.at for number, end in ends.items() if end is not None}
    return standing(directions_ever_about(order, [MONITORING], ends.keys(), over))


def direction_about(enforcement: Enforcement, kind: str) -> Direction | None:
    """The last thing that the court directs of us about an enforcement."""
    return next(reversed(directions_of(enforcement, kind)), None)


def question_about(enforcement: Enforcement) -> Direction | None:
    """What the court asks about unpaid work and nobody answered since."""
    last = enforcement.reports.filter(kind=Report.INFORMATION).order_by("at").last()
    return unanswered(directions_of(enforcement, INFORMATION), last.at if last else None)
