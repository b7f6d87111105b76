"""What was written under an order in one language, and the same in the other."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Kept, Officer
from lles.casefile.models.kept import written_once
from lles.work.family_assistance.models.order import Assistance


class AlsoSaid(models.Model):
    """The same, in the other language, of words that stand under an order in one `language`: it goes with the
    very words, in whichever version of the plan or of a document they stand. Of the same words the last
    counts; written once."""

    assistance = models.ForeignKey(Assistance, on_delete=models.PROTECT, related_name="also_said")
    language = models.CharField(max_length=2)
    words = models.TextField()
    other_words = models.TextField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="assistance language by at", confidence="words other_words")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
