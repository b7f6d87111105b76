"""Whether checks are called for on an application that does not bring them by itself: each decision, written
once."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Case, Kept, Officer


class ApplicationScreened(models.Model):
    """What one officer decided and why; the last decision stands, and the earlier ones stay on the record."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="screenings")
    checks_called_for = models.BooleanField()
    reason = models.TextField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="case checks_called_for by at", confidence="reason")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="written_once", operation=pgtrigger.Update | pgtrigger.Delete)
        ]
