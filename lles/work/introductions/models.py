"""What only this piece of work stores: why somebody gets no introductory letter, or gets one after all."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Case, Kept, Officer, Party


class Decision(models.Model):
    """Whether an introductory letter may go to one adult: with a ground it may not (SG-WELCOME). The last
    one stands; written once."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="introductions")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="introductions")
    ground = models.SlugField(max_length=20, blank=True)
    reason = models.CharField(max_length=2000, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="case party by at", confidence="ground reason")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="written_once", operation=pgtrigger.Update | pgtrigger.Delete)
        ]
