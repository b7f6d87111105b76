"""The activities that a court asked for, as orders at work for the view over the service."""

from collections.abc import Iterator
from dataclasses import replace

from django.db.models import QuerySet

from lles.casefile.models import Case
from lles.casefile.register import RunningOrder
from lles.casefile.timeline import word
from lles.work.activities.models import Activity
from lles.work.activities.queries.facts import clock_of, has_ceased, running, terms_of


def orders_running(about: QuerySet[Case]) -> Iterator[RunningOrder]:
    """Each activity that was ordered and has not ended, with its last day."""
    live = running(Activity.objects.filter(case__in=about)).exclude(order=None).order_by("pk")
    for one in live.select_related("order", "party", "case__office"):
        terms = terms_of(one)
        row = RunningOrder.by(
            clock_of(one.case, terms), one.case_id, word("order.activities"), "activities:activity", one.pk,
            None if terms and one.terms_at else word("lacks.terms"),
        )  # fmt: skip
        yield replace(row, why=None) if has_ceased(one) else row
