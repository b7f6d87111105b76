"""What hangs on an enforcement order that turns out to be recorded wrongly."""

from collections.abc import Iterable, Sequence

from lles.casefile.models import Case, Direction, Order
from lles.work.enforcement.models import Report
from lles.work.enforcement.queries.directed import DIRECTED, directions_of
from lles.work.enforcement.queries.facts import enforcements_of
from lles.work.enforcement.queries.moved import PREFIX


def documents_under(order: Order) -> Iterable[tuple[str, int]]:
    """The documents that were sealed under an order."""
    found = Report.objects.filter(order=order).order_by("pk").values_list("kind", "version")
    return [(f"{PREFIX}{kind}", version) for kind, version in found]


def asked_of_none(case: Case) -> Sequence[int]:
    """What the court directs of us about no enforcement that is on the file, by the numbers."""
    taken = {one.pk for row in enforcements_of(case) for kind in DIRECTED for one in directions_of(row, kind)}
    live = Direction.objects.filter(case=case, kind__in=DIRECTED, superseded_at=None)
    return list(live.exclude(pk__in=taken).order_by("pk").values_list("pk", flat=True))
