"""What only this piece of work stores: an activity that the court asked about or ordered, what happened of
it, what was written about it, and how it ended."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Case, Kept, Officer, OfStandingOrders, Order, Party, RecordedWrongly
from lles.casefile.models.kept import written_once


class Activity(models.Model):
    """One activity asked of one adult: without an order while the court only asks about it. The day on which
    it ends is derived; `ends_on` is the day that the order itself states, and `is_monitored` what somebody
    read in it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="activities")
    order = models.ForeignKey(
        Order, null=True, blank=True, on_delete=models.PROTECT, related_name="activities"
    )
    form = models.SlugField(max_length=10, blank=True)
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ties = models.JSONField(default=list)
    is_a_parent = models.BooleanField(null=True, blank=True)
    kind = models.SlugField(max_length=24, blank=True)
    provider = models.CharField(max_length=200, blank=True)
    given_in = models.SlugField(max_length=10, blank=True)
    approved_in = models.JSONField(default=list)
    starts_on = models.DateField(null=True, blank=True)
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    as_sealed = models.BooleanField(null=True, blank=True)
    is_monitored = models.BooleanField(null=True, blank=True)
    is_final = models.BooleanField(null=True, blank=True)
    is_excepted = models.BooleanField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    terms_at = models.DateTimeField(null=True, blank=True)
    terms_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = OfStandingOrders["Activity"]()
    every = models.Manager["Activity"]()

    kept = Kept(
        open="id",
        record="case order form party ties is_a_parent kind given_in approved_in starts_on months ends_on"
        " as_sealed is_monitored is_final is_excepted left_on begun_at begun_by terms_at terms_by",
        confidence="provider",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)
        ]


class Happened(models.Model):
    """What happened of an activity on a day: the referral was sent, a place was booked, a session was
    attended or missed; written once."""

    SENT, BOOKED, ATTENDED, MISSED = "sent", "booked", "attended", "missed"

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="happened")
    kind = models.SlugField(max_length=10)
    words = models.TextField(blank=True)
    language = models.CharField(max_length=2)
    on = models.DateField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="activity kind language on by at", confidence="words")

    class Meta:
        ordering: ClassVar[list[str]] = ["on", "id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Report(models.Model):
    """What was written about an activity: the answers to the court, the referral to the provider, the report
    of a failure; `version` is that of the sealed document; written once."""

    INFORMATION, REFERRAL, FAILURE = "information", "referral", "failure"

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="reports")
    kind = models.SlugField(max_length=12)
    version = models.PositiveSmallIntegerField()
    said = models.JSONField(default=dict)
    language = models.CharField(max_length=2)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="activity kind version language by at", confidence="said")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Ended(models.Model):
    """How an activity ended, and the day of the certificate where there is one; written once. One that is not
    wrong is the end."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="ends")
    outcome = models.SlugField(max_length=12)
    on = models.DateField()
    certificate_on = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True)
    language = models.CharField(max_length=2)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="activity outcome on certificate_on language by at", confidence="words")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Wrong(RecordedWrongly):
    """That something that happened or the end was recorded wrongly."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="wrong")
    happened = models.OneToOneField(
        Happened, null=True, blank=True, on_delete=models.PROTECT, related_name="wrong"
    )
    ended = models.OneToOneField(Ended, null=True, blank=True, on_delete=models.PROTECT, related_name="wrong")

    kept = Kept(open="id", record="activity happened ended language by at", confidence="why")
