"""The enforcement orders at work, for the view over the service."""

from collections.abc import Iterator
from dataclasses import replace

from django.db.models import QuerySet

from lles.casefile.models import Case
from lles.casefile.register import RunningOrder
from lles.casefile.timeline import word
from lles.work.enforcement.models import Ended, Enforcement
from lles.work.enforcement.queries.facts import clock_of, last_day_of, work_of


def orders_running(about: QuerySet[Case]) -> Iterator[RunningOrder]:
    """Each enforcement order that has not ended, with the last day for its work (ENF-HOURS)."""
    ended = Ended.objects.filter(wrong=None).values("enforcement")
    live = Enforcement.objects.filter(case__in=about).exclude(order=None).exclude(pk__in=ended)
    live = live.order_by("pk")
    for one in live.select_related("order", "party", "work", "case__office"):
        lacks = None if work_of(one) else word("lacks.terms")
        row = RunningOrder.by(
            clock_of(one), one.case_id, word("order.enforcement"), "enforcement:matter", one.pk, lacks
        )
        last = last_day_of(one)
        yield row if last == row.ends_on else replace(row, ends_on=last, why=None)
