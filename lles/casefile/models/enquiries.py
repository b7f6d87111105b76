"""The enquiry in writing to the body of whom a check is asked, sealed: it tells where people are."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models

from lles.casefile.models.checks import Check
from lles.casefile.models.kept import Kept, written_once
from lles.casefile.models.people_of_service import Officer


class Enquiry(models.Model):
    """The enquiry of one check, for one body in one language; its bytes stand under their hash in a store
    that is sealed with the key of the locations. Written once."""

    asked = models.ForeignKey(Check, on_delete=models.PROTECT, related_name="enquiries")
    body = models.SlugField(max_length=80)
    version = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=2)
    sha256 = models.CharField(max_length=64)
    told = ArrayField(models.CharField(max_length=60), default=list)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id version", record="asked language sha256 told by at", confidence="body")

    class Meta:
        ordering: ClassVar[list[str]] = ["-version", "id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["asked", "version", "language"],
                name="an_enquiry_is_written_once_in_each_language",
            ),
        ]
