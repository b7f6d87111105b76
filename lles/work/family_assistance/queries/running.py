"""The family assistance orders at work, for the view over the service and for the close of a day."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import QuerySet

from lles.casefile.models import Case, Task
from lles.casefile.register import RunningOrder
from lles.casefile.timeline import word
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.due import LETTER, PLAN, REVIEW, TOLD
from lles.work.family_assistance.queries.facts import (
    clock_of,
    complete_plan,
    has_ended,
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


def cases_to_close(today: date) -> Sequence[Case]:
    """The open cases with a task that nobody may do any more, because the order is over (FAO-END)."""
    barred = Task.objects.filter(kind__in=(PLAN, REVIEW, LETTER, TOLD), ended_at=None)
    made = Assistance.objects.filter(case__in=barred.values("case"), case__closed_at=None).exclude(order=None)
    open_ = set(barred.values_list("case", "subject"))
    over = (
        one
        for one in made.select_related("order", "case__office").order_by("pk")
        if (one.case_id, str(one.pk)) in open_ and has_ended(one, today)
    )
    return list({one.case_id: one.case for one in over}.values())
