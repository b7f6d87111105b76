"""The opinion of the officer before a family assistance order (FAO-OPINION, FAO-SUITABLE)."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Document, Hearing, Kept, Officer, ReceivedPaper
from lles.casefile.models.kept import written_once
from lles.work.family_assistance.models.order import Assistance


class Opinion(models.Model):
    """One version of the opinion: written here, or taken over from what was said in court or from a report:
    a document that was made here, a `paper` that came, or one that is not on the file, each of these two by
    its `author`. `covers` are the questions of the practice direction that it answers, `suitable` the answer
    to each question of the two lists by its name; written once, the last one stands."""

    WRITTEN, IN_REPORT, IN_COURT = "written", "in_report", "in_court"
    OFFICER = "officer"  # who proposed the order

    assistance = models.ForeignKey(Assistance, on_delete=models.PROTECT, related_name="opinions")
    given_on = models.DateField()
    mode = models.SlugField(max_length=12)
    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    paper = models.ForeignKey(
        ReceivedPaper, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    author = models.CharField(max_length=200, blank=True)
    hearing = models.ForeignKey(Hearing, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    given_by = models.SlugField(max_length=12)
    proposed_by = models.SlugField(max_length=12)
    covers = models.JSONField(default=list)
    is_best = models.BooleanField(null=True, blank=True)
    best_interests = models.TextField(blank=True)
    operation = models.TextField(blank=True)
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    better_than_none = models.TextField(blank=True)
    suitable = models.JSONField(default=dict)
    language = models.CharField(max_length=2)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id",
        record="assistance given_on mode document paper hearing given_by proposed_by covers is_best months"
        " language by at",
        confidence="author best_interests operation better_than_none suitable",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
