"""The documents of a family assistance order that were made, and who got none."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Child, Kept, Officer, Party
from lles.casefile.models.kept import written_once
from lles.work.family_assistance.models.order import Assistance
from lles.work.family_assistance.models.plan import Plan


class Issued(models.Model):
    """That a document was made: which sealed version it is, what its author added in each language, and what
    the copy of each adult leaves out of the plan; written once."""

    assistance = models.ForeignKey(Assistance, on_delete=models.PROTECT, related_name="issued")
    kind = models.SlugField(max_length=40)
    version = models.PositiveSmallIntegerField()
    plan = models.ForeignKey(Plan, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    asks = models.SlugField(max_length=12, blank=True)
    words = models.JSONField(default=dict)
    views = models.JSONField(default=dict)
    left_out = models.JSONField(default=dict)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id", record="assistance kind version plan asks left_out by at", confidence="words views"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class NotSent(models.Model):
    """Why one adult or one child got no copy of a document; written once."""

    assistance = models.ForeignKey(Assistance, on_delete=models.PROTECT, related_name="not_sent")
    kind = models.SlugField(max_length=40)
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=2000)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="assistance kind party child by at", confidence="reason")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(party__isnull=True) ^ models.Q(child__isnull=True),
                name="a_copy_that_was_not_sent_is_of_one_person",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]

    @property
    def name(self) -> str:
        """Who got none."""
        person = self.party or self.child
        return person.name if person else ""
