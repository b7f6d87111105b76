"""What only this piece of work stores: a child in care, and a foster parent of a child."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Case, Child, Kept, Officer, Party
from lles.casefile.models.kept import written_once


class Care(models.Model):
    """Whether a child is in care under a care order, from which day to which, and from where that is known;
    without a first day, that the child is not. Written once; the last row of a child stands."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="care")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=20)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="case child by at", confidence="since until source")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="care_ends_after_it_began",
            ),
        ]


class Fostering(models.Model):
    """Whether an adult is or was a local authority foster parent of a child, from which day to which, whether
    the authority consents or they are a relative, and since when the child lives with them; without a first
    day, that they were none. Written once; the last row of the two stands."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="fostering")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    has_consent = models.BooleanField(null=True, blank=True)
    is_relative = models.BooleanField(null=True, blank=True)
    lived_there_since = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=20)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id",
        record="case child party by at",
        confidence="since until has_consent is_relative lived_there_since source",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="fostering_ends_after_it_began",
            ),
        ]
