"""What was reported to the court and what it answered, and to whom no letter goes."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Kept, Officer, Party
from lles.casefile.models.court_answer import CourtAnswered
from lles.casefile.models.kept import written_once
from lles.work.monitoring.models.order import Monitoring


class Report(models.Model):
    """A report that was sealed for the court and the parties: which breaches it is of, what its author says
    in one language and perhaps in the other, and whether the parties read what a child said; written once."""

    BREACH, INTERIM, END = "breach", "interim", "end"

    monitoring = models.ForeignKey(Monitoring, on_delete=models.PROTECT, related_name="reports")
    kind = models.SlugField(max_length=10)
    version = models.PositiveSmallIntegerField()
    breaches = models.JSONField(default=list)
    words = models.TextField()
    other_words = models.TextField(blank=True)
    guidance = models.TextField(blank=True)
    other_guidance = models.TextField(blank=True)
    language = models.CharField(max_length=2)
    child_to_parties = models.BooleanField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id",
        record="monitoring kind version breaches language child_to_parties by at",
        confidence="words other_words guidance other_guidance",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class CourtAnswer(CourtAnswered):
    """What the court said of monitoring that runs (MON-DUTY, MON-CONTINUE)."""

    monitoring = models.ForeignKey(Monitoring, on_delete=models.PROTECT, related_name="answers")

    kept = Kept(open="id", record="monitoring answer on language by at", confidence="words")

    class Meta(CourtAnswered.Meta):
        ordering: ClassVar[list[str]] = ["on", "id"]


class Letters(models.Model):
    """The letters that were made at once when monitoring under one order begins or ends: those documents of
    the case have this version; written once."""

    monitoring = models.ForeignKey(Monitoring, on_delete=models.PROTECT, related_name="letters")
    letter = models.SlugField(max_length=10)
    version = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    kept = Kept(open="id", record="monitoring letter version at")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class NoLetter(models.Model):
    """Why one adult gets no letter when monitoring begins or ends; written once."""

    monitoring = models.ForeignKey(Monitoring, on_delete=models.PROTECT, related_name="no_letters")
    letter = models.SlugField(max_length=10)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=2000)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="monitoring letter party by at", confidence="reason")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
