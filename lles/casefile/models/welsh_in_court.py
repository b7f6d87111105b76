"""That a court was told of a party who will use Welsh there."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models.case import Case
from lles.casefile.models.family import Party
from lles.casefile.models.kept import Kept
from lles.casefile.models.people_of_service import Officer


class WelshInCourt(models.Model):
    """When and how the court was told that a party has chosen Welsh; written once."""

    WAYS = ("email", "phone", "post", "at_court")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="welsh_in_court")
    told_on = models.DateField()
    way = models.SlugField(max_length=12)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="case party told_on way by at")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="written_once", operation=pgtrigger.Update | pgtrigger.Delete)
        ]
