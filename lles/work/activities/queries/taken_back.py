"""What hangs on an order of activities that turns out to be recorded wrongly."""

from collections.abc import Iterable, Sequence

from lles.casefile.models import Case, Direction, Order
from lles.work.activities.models import Report
from lles.work.activities.queries.facts import DIRECTED, activities_of, directions_of


def documents_under(order: Order) -> Iterable[tuple[str, int]]:
    """The documents that were sealed under an order; an answer to the court's question is none of it."""
    found = Report.objects.filter(activity__order=order).exclude(kind=Report.INFORMATION).order_by("pk")
    return [(f"activity_{kind}", version) for kind, version in found.values_list("kind", "version")]


def asked_of_none(case: Case) -> Sequence[int]:
    """What the court directs of us about no activity that is on the file, by the numbers."""
    taken = {one.pk for row in activities_of(case) for kind in DIRECTED for one in directions_of(row, kind)}
    live = Direction.objects.filter(case=case, kind__in=DIRECTED, superseded_at=None)
    return list(live.exclude(pk__in=taken).order_by("pk").values_list("pk", flat=True))
