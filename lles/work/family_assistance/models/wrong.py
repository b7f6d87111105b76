"""That a proposed order came to nothing, and that what was recorded of an order is wrong."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Kept, Officer, RecordedWrongly
from lles.casefile.models.kept import written_once
from lles.work.family_assistance.models.opinion import Opinion
from lles.work.family_assistance.models.order import Assistance, CourtAnswer
from lles.work.family_assistance.models.plan import Told, Worked
from lles.work.family_assistance.models.said import Consent, Heard


class CameToNothing(models.Model):
    """That the court made no order of a proposal, or that it was withdrawn: when, who decided so, why, and
    how that is known; written once. Of one that is not wrong no order is made any more (FAO-NOEXTEND)."""

    NOT_MADE, WITHDRAWN = "not_made", "withdrawn"

    assistance = models.ForeignKey(Assistance, on_delete=models.PROTECT, related_name="nothings")
    outcome = models.SlugField(max_length=12)
    on = models.DateField()
    decided_by = models.CharField(max_length=200)
    known_by = models.SlugField(max_length=12)
    words = models.TextField()
    language = models.CharField(max_length=2)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id", record="assistance outcome on known_by language by at", confidence="decided_by words"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


Recorded = Consent | Heard | Opinion | Worked | Told | CourtAnswer | CameToNothing
RECORDED = ("consent", "heard", "opinion", "worked", "told", "answer", "nothing")


class Wrong(RecordedWrongly):
    """That what somebody answered, said or decided, an opinion, or what was done was recorded wrongly."""

    assistance = models.ForeignKey(Assistance, on_delete=models.PROTECT, related_name="wrong")
    consent = models.OneToOneField(
        Consent, null=True, blank=True, on_delete=models.PROTECT, related_name="wrong"
    )
    heard = models.OneToOneField(Heard, null=True, blank=True, on_delete=models.PROTECT, related_name="wrong")
    opinion = models.OneToOneField(
        Opinion, null=True, blank=True, on_delete=models.PROTECT, related_name="wrong"
    )
    worked = models.OneToOneField(
        Worked, null=True, blank=True, on_delete=models.PROTECT, related_name="wrong"
    )
    told = models.OneToOneField(Told, null=True, blank=True, on_delete=models.PROTECT, related_name="wrong")
    answer = models.OneToOneField(
        CourtAnswer, null=True, blank=True, on_delete=models.PROTECT, related_name="wrong"
    )
    nothing = models.OneToOneField(
        CameToNothing, null=True, blank=True, on_delete=models.PROTECT, related_name="wrong"
    )

    kept = Kept(
        open="id",
        record="assistance consent heard opinion worked told answer nothing language by at",
        confidence="why",
    )
