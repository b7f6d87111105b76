"""Who goes to court for a case that is somebody else's."""

from typing import ClassVar

from django.db import models

from lles.casefile.models.court import Hearing
from lles.casefile.models.kept import Kept
from lles.casefile.models.people_of_service import Officer


class CourtDuty(models.Model):
    """One officer on duty at one hearing on one day, from when to when; while they are, they see and work on
    its case in the days around it. Nobody has been sent yet to a hearing that moves to another day."""

    hearing = models.ForeignKey(Hearing, on_delete=models.PROTECT, related_name="duties")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="duties")
    on = models.DateField()
    began_at = models.DateTimeField()
    began_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    kept = Kept(open="id", record="hearing officer on began_at began_by ended_at ended_by")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["hearing"],
                condition=models.Q(ended_at=None),
                name="one_officer_is_on_duty_at_a_hearing",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["officer", "hearing"], condition=models.Q(ended_at=None), name="on_duty_officer"
            ),
        ]
