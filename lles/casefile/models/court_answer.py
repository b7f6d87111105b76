"""What the court says of an order that runs; each kind of order keeps its own rows of it."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models.kept import written_once
from lles.casefile.models.people_of_service import Officer


class CourtAnswered(models.Model):
    """That an order goes on, or that the court ended it on a day; the last answer stands, and only the court
    ends an order before its last day. Written once."""

    GOES_ON, ENDED = "goes_on", "ended"

    answer = models.SlugField(max_length=12)
    on = models.DateField()
    words = models.TextField(blank=True)
    language = models.CharField(max_length=2)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
