"""Which orders stand: none that was recorded wrongly here and taken back, and nothing of one."""

from typing import TypeVar

from django.db import models

M = TypeVar("M", bound=models.Model)


class Standing(models.Manager[M]):
    """The orders that stand: what was recorded wrongly and taken back counts nowhere."""

    of_order = ""

    def get_queryset(self) -> models.QuerySet[M]:
        """Whatever is of an order that stands, or of none yet."""
        return super().get_queryset().filter(**{f"{self.of_order}taken_back": None})


class OfStandingOrders(Standing[M]):
    """What hangs on an order, as far as that stands, and what has none yet."""

    of_order = "order__"
