"""The monitoring orders at work, for the view over the service."""

from collections.abc import Iterator
from dataclasses import replace

from django.db.models import QuerySet

from lles.casefile.models import Case
from lles.casefile.register import HangsOn, RunningOrder
from lles.casefile.timeline import word
from lles.work.monitoring.models import Monitoring
from lles.work.monitoring.queries.facts import provisions_of
from lles.work.monitoring.queries.period import clock_of, is_about_living_alone, period_of


def orders_running(about: QuerySet[Case]) -> Iterator[RunningOrder]:
    """Each order, with its last day, which the court may have brought forward, whether it is on the file what
    is monitored (MON-PERIOD), and the child arrangements on which it hangs."""
    found = Monitoring.objects.filter(case__in=about).order_by("pk")
    for one in found.select_related("order", "case__office"):
        lacks = None if period_of(one) and provisions_of(one) else word("lacks.terms")
        runs = RunningOrder.by(
            clock_of(one), one.case_id, word("order.monitoring"), "monitoring:order", one.pk, lacks
        )
        hangs_on = HangsOn(one.arrangements_on, one.order.made_on, is_about_living_alone(one))
        yield replace(runs, hangs_on=hangs_on)
