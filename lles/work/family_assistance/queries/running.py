"""The family assistance orders at work, for the view over the service."""

from collections.abc import Iterator

from django.db.models import QuerySet

from lles.casefile.models import Case
from lles.casefile.register import RunningOrder
from lles.casefile.timeline import word
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.facts import (
    clock_of,
    complete_plan,
    is_of_an_authority,
)


def orders_running(about: QuerySet[Case]) -> Iterator[RunningOrder]:
    """Each order that was made, with its last day, and whether its plan is complete (FAO-PLAN); a local
    authority whose officer does the work has a plan of its own (FAO-LA)."""
    made = Assistance.objects.filter(case__in=about).exclude(order=None).order_by("pk")
    for one in made.select_related("order", "case__office"):
        planned = is_of_an_authority(one) or complete_plan(one) is not None
        lacks = "terms" if one.terms_at is None else "" if planned else "plan"
        yield RunningOrder.by(
            clock_of(one), one.case_id, word("order.family_assistance"), "family_assistance:order", one.pk,
            word(f"lacks.{lacks}") if lacks else None,
        )  # fmt: skip
