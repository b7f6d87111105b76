"""What those who work on a case note: written once, and corrected by a later note."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models.case import Case
from lles.casefile.models.kept import Kept, written_once
from lles.casefile.models.people_of_service import Officer


class Note(models.Model):
    """A note on a case; its words are encrypted, because one may type an address into them."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="notes")
    words = models.BinaryField()
    language = models.CharField(max_length=2)
    corrects = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrected_by"
    )
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id language", record="case corrects by at", location="words")

    class Meta:
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
