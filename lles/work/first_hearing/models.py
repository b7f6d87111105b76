"""What only this piece of work stores: what was done of a direction, and what happened at a hearing."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Case, Direction, Document, Hearing, Kept, Officer, Order
from lles.casefile.models.kept import written_once


class Discharge(models.Model):
    """That a direction was done: by which document, or how; written once."""

    direction = models.OneToOneField(Direction, on_delete=models.PROTECT, related_name="discharge")
    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    how = models.CharField(max_length=1000, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="direction document by at", confidence="how")

    class Meta:
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(document__isnull=False) | ~models.Q(how=""),
                name="it_says_by_which_document_or_how",
            ),
        ]


class HearingRecord(models.Model):
    """What happened at a hearing, as the officer who was there wrote it; written once. A correction is a new
    row that names the one it corrects."""

    ABSENT, THERE, SPOKEN = "absent", "there", "spoken"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="hearing_records")
    hearing = models.ForeignKey(Hearing, on_delete=models.PROTECT, related_name="records")
    corrects = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrected_by"
    )
    attendance = models.JSONField(default=dict)
    others = models.CharField(max_length=300, blank=True)
    advice = models.TextField(blank=True)
    agreed = models.TextField(blank=True)
    agreed_by = models.JSONField(default=list)
    own_words = models.JSONField(default=list)
    interim = models.TextField(blank=True)
    arrangements = models.JSONField(default=list)
    language = models.CharField(max_length=2)
    next_hearing = models.ForeignKey(
        Hearing, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    order = models.ForeignKey(Order, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ends_involvement = models.BooleanField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id language",
        record="case hearing corrects attendance agreed_by next_hearing order ends_involvement by at",
        confidence="others advice agreed own_words interim arrangements",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["hearing"],
                condition=models.Q(corrects=None),
                name="a_hearing_is_recorded_once_and_then_corrected",
            ),
        ]


class Agreement(models.Model):
    """What the parties have agreed with the officer's help, as it went to the court as a draft; written
    once. More of it is a new row with the next version of the document."""

    hearing = models.ForeignKey(Hearing, on_delete=models.PROTECT, related_name="agreements")
    version = models.PositiveIntegerField()
    way = models.CharField(max_length=10)
    why_safe = models.TextField()
    matters = models.JSONField(default=list)
    children_said = models.JSONField(default=list)
    language = models.CharField(max_length=2)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id language", record="hearing version way by at", confidence="why_safe matters children_said"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~models.Q(why_safe=""), name="an_agreement_says_why_it_was_safe_to_help_so"
            ),
        ]
