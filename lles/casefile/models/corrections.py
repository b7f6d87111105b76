"""What was keyed or sent of a person and put right later, and where the court still says otherwise."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models.case import Case
from lles.casefile.models.family import Child, Party
from lles.casefile.models.kept import Kept, written_once
from lles.casefile.models.people_of_service import Officer

ABOUT_SOMEBODY = models.Q(party__isnull=False) | models.Q(child__isnull=False)


class Correction(models.Model):
    """One field of a person as an officer put it right, with what stood there before; about a party and a
    child together it is what the one is to the other. Written once."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="corrections")
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    field = models.SlugField(max_length=40)
    was = models.CharField(max_length=400, blank=True)
    now = models.CharField(max_length=400, blank=True)
    because = models.SlugField(max_length=20)
    words = models.TextField(blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="case party child field was now because by at", confidence="words")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=ABOUT_SOMEBODY, name="a_correction_is_about_somebody"),
        ]


class CourtDiffers(models.Model):
    """Something the court said of a field that an officer had put right, which is neither what stands nor
    what the court was known to say; it waits until an officer decides."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="court_differs")
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    field = models.SlugField(max_length=40)
    said = models.CharField(max_length=400, blank=True)
    at = models.DateTimeField()
    settled_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    kept = Kept(open="id", record="case party child field said at settled_by settled_at")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=ABOUT_SOMEBODY, name="a_difference_is_about_somebody"),
            models.UniqueConstraint(
                fields=["case", "party", "child", "field", "said"],
                name="a_difference_is_asked_about_once",
                nulls_distinct=False,
            ),
        ]
