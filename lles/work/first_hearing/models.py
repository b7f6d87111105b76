"""What only this piece of work stores: what was done of a direction."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Direction, Document, Kept, Officer
from lles.casefile.models.kept import written_once


class Discharge(models.Model):
    """That a direction was done: by which document, or how; written once."""

    direction = models.OneToOneField(Direction, on_delete=models.PROTECT, related_name="discharge")
    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    how = models.CharField(max_length=1000, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="direction document by at", confidence="how")

    class Meta:
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(document__isnull=False) | ~models.Q(how=""),
                name="it_says_by_which_document_or_how",
            ),
        ]
