"""What only this piece of work stores: meetings, planned and held."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Case, Child, Kept, Officer, Party


class Meeting(models.Model):
    """A meeting or a call with one child, or with one adult apart; where it is held is not written here."""

    HELD, NOT_HELD = "held", "not_held"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="meetings")
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings")
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings")
    way = models.SlugField(max_length=12)
    starts_at = models.DateTimeField()
    language = models.CharField(max_length=2, blank=True)
    interpreter = models.CharField(max_length=60, blank=True)
    welsh_offered = models.BooleanField(null=True, blank=True)
    outcome = models.CharField(max_length=10, blank=True)
    planned_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    kept = Kept(
        open="id",
        record="case child party way starts_at language interpreter welsh_offered outcome planned_by"
        " planned_at settled_at",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["starts_at", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(child__isnull=True) ^ models.Q(party__isnull=True),
                name="a_meeting_is_with_a_child_or_an_adult",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="what_was_held_stays_held",
                operation=pgtrigger.Update,
                condition=~pgtrigger.Q(old__outcome=""),
            ),
        ]

    @property
    def name(self) -> str:
        """With whom one meets."""
        with_whom = self.child or self.party
        return with_whom.name if with_whom else ""
