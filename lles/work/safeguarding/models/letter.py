"""The letter as its author writes it, and from whom it is kept."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Case, Kept, Officer, Party


class Letter(models.Model):
    """A version of the letter: what its author adds to the record, by section (`rules/letter_content`);
    everything else comes from the record itself. What is set aside are reasons for advice that is not
    chosen: kept, and in no letter."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="letters")
    version = models.PositiveSmallIntegerField(default=1)
    author = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=2, default="en")
    words = models.JSONField(default=dict)
    concerns = models.JSONField(default=dict)
    advice = models.JSONField(default=list)
    set_aside = models.JSONField(default=dict)
    next_steps = models.JSONField(default=list)
    revision = models.PositiveIntegerField(default=1)
    written_at = models.DateTimeField()
    sealed_at = models.DateTimeField(null=True, blank=True)

    kept = Kept(
        open="id version",
        record="case author language revision written_at sealed_at next_steps",
        confidence="words concerns advice set_aside",
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "version"], name="a_version_of_the_letter_is_written_once"
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(
                name="sealed_stays_sealed",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__sealed_at__isnull=False),
            )
        ]


class Withholding(models.Model):
    """The letter is kept from one party because sending it would risk harm: why, and who signed for it
    (SG-DISCLOSE)."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="withholdings")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    signed_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="letter party signed_by at", confidence="reason")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["letter", "party"], name="a_letter_is_withheld_from_a_party_once"
            ),
        ]
