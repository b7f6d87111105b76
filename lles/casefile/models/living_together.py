"""What is known of parents who live together: since when, until when, and who told us; never where."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models.case import Case
from lles.casefile.models.family import Party
from lles.casefile.models.kept import Kept, written_once
from lles.casefile.models.people_of_service import Officer
from lles.law.bilingual import Text, both_names


class LivingTogether(models.Model):
    """One time in which two parents live together, as it was told: a later row about the same time replaces
    this one, also where it says that they never did. It has no words and no place; written once."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="living_together")
    first = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    is_wrong = models.BooleanField(default=False)
    both_responsible = models.BooleanField(null=True, blank=True)
    source = models.CharField(max_length=20)
    told_by = models.CharField(max_length=20)
    told_party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id",
        record="case by at",
        confidence="first second since until is_wrong both_responsible source told_by told_party replaces",
    )

    @property
    def names(self) -> Text:
        """The two as one reads them."""
        return both_names(self.first.name, self.second.name)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="a_time_together_ends_after_it_began",
            ),
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("second")),
                name="two_who_live_together_stand_in_one_order",
            ),
        ]
