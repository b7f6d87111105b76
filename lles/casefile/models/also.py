"""What was written in one language, and the same in the other."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models.case import Case
from lles.casefile.models.kept import Kept, written_once
from lles.casefile.models.people_of_service import Officer


class AlsoSaid(models.Model):
    """The same, in the other language, of words that stand in a case in one `language`: it goes with the very
    words, in whichever document they stand. Of the same words the last counts; written once."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="also_said")
    language = models.CharField(max_length=2)
    words = models.TextField()
    other_words = models.TextField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="case language by at", confidence="words other_words")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
