"""That an order was recorded wrongly here, and counts nowhere any more."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models.court import Order
from lles.casefile.models.kept import Kept, written_once
from lles.casefile.models.people_of_service import Officer


class TakenBack(models.Model):
    """That an order was recorded wrongly: what is wrong of it, the order that it is really where it stood
    twice, why, who says so and when, and the documents that were sealed under it by then, each with its kind
    and version. The order stays to be read. Written once."""

    TWICE, OF_KIND, OF_CASE, NEVER_MADE = "twice", "kind", "case", "never"
    WHAT = (TWICE, OF_KIND, OF_CASE, NEVER_MADE)

    order = models.OneToOneField(Order, on_delete=models.PROTECT, related_name="taken_back")
    what = models.SlugField(max_length=10)
    same_as = models.ForeignKey(Order, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    why = models.TextField()
    documents = models.JSONField(default=list)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="order what same_as documents by at", confidence="why")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(what="twice") ^ models.Q(same_as=None),
                name="what_stood_twice_names_the_other_order",
            ),
        ]
