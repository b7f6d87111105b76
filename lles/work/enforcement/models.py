"""What only this piece of work stores: an application to enforce, what is alleged and what the court found,
who had the warning notice, what the enforcement order asks, what happened of it, and compensation."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Case, Kept, Officer, OfStandingOrders, Order, Party, RecordedWrongly
from lles.casefile.models.kept import written_once

NEVER_DELETED = pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)


class Enforcement(models.Model):
    """One application to enforce against one adult, and the order where the court made one; `about_on` is the
    day of the child arrangements order, `is_attached` whether that order carries its warning notice."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="enforcements")
    order = models.ForeignKey(
        Order, null=True, blank=True, on_delete=models.PROTECT, related_name="enforcements"
    )
    applicant = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    issued_on = models.DateField(null=True, blank=True)
    about_on = models.DateField(null=True, blank=True)
    varied_on = models.DateField(null=True, blank=True)
    is_attached = models.BooleanField(null=True, blank=True)
    court_asks = models.BooleanField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField(null=True, blank=True)
    said_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = OfStandingOrders["Enforcement"]()
    every = models.Manager["Enforcement"]()

    kept = Kept(
        open="id",
        record="case order applicant party issued_on about_on varied_on is_attached court_asks left_on"
        " begun_at begun_by said_at said_by",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [NEVER_DELETED]


class OrderMoved(models.Model):
    """That an order stood with the wrong application: with which, with which it stands since, and why; the
    first is over by it where it had nothing but the order (`empties`). Written once."""

    enforcement = models.ForeignKey(Enforcement, on_delete=models.PROTECT, related_name="moved_away")
    to = models.ForeignKey(Enforcement, on_delete=models.PROTECT, related_name="moved_here")
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="+")
    empties = models.BooleanField()
    why = models.TextField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="enforcement to order empties by at", confidence="why")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Alleged(models.Model):
    """One failure that is alleged: the day, and the provision with what is said of it; written once. It stays
    alleged until the court finds otherwise."""

    enforcement = models.ForeignKey(Enforcement, on_delete=models.PROTECT, related_name="alleged")
    on = models.DateField()
    words = models.TextField()
    language = models.CharField(max_length=2)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="enforcement on language by at", confidence="words")

    class Meta:
        ordering: ClassVar[list[str]] = ["on", "id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class CourtFound(models.Model):
    """What the court found of one alleged failure, and when; written once, a later one stands."""

    alleged = models.ForeignKey(Alleged, on_delete=models.PROTECT, related_name="found")
    outcome = models.SlugField(max_length=12)
    on = models.DateField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="alleged outcome on by at")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Notice(models.Model):
    """The day on which somebody got the warning notice of the child arrangements order, or was told what it
    says; written once."""

    enforcement = models.ForeignKey(Enforcement, on_delete=models.PROTECT, related_name="notices")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    way = models.SlugField(max_length=8)
    on = models.DateField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="enforcement party way on by at")

    class Meta:
        ordering: ClassVar[list[str]] = ["on", "id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class UnpaidWork(models.Model):
    """What the enforcement order asks: hours, those of other orders to which they add up, its own notice,
    what the court wants to be told; the responsible officer of probation, and the leave to tell probation;
    `as_sealed` where the sealed order gives all that."""

    enforcement = models.OneToOneField(Enforcement, on_delete=models.PROTECT, related_name="work")
    hours = models.PositiveSmallIntegerField()
    added_to = models.JSONField(default=list)
    as_sealed = models.BooleanField()
    ends_on = models.DateField(null=True, blank=True)
    notice_on = models.DateField(null=True, blank=True)
    asks = models.TextField(blank=True)
    language = models.CharField(max_length=2)
    officer = models.CharField(max_length=120, blank=True)
    officer_office = models.CharField(max_length=120, blank=True)
    leave_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id",
        record="enforcement hours added_to as_sealed ends_on notice_on language leave_on by at",
        confidence="asks officer officer_office",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [NEVER_DELETED]


class Happened(models.Model):
    """What happened on a day: hours were done, the responsible officer warned or reported, or was asked for a
    report and gave it, the order was suspended or goes on, something was told to probation; under an order it
    stands with that order, whichever application the order stands with. Written once."""

    HOURS, WARNING, FAILURE, UNSUITABLE = "hours", "warning", "failure", "unsuitable"
    REQUESTED, ANSWERED = "requested", "answered"
    SUSPENDED, RESUMED, TOLD = "suspended", "resumed", "told"
    KINDS = (HOURS, WARNING, FAILURE, UNSUITABLE, REQUESTED, ANSWERED, SUSPENDED, RESUMED, TOLD)

    enforcement = models.ForeignKey(Enforcement, on_delete=models.PROTECT, related_name="happened")
    order = models.ForeignKey(Order, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kind = models.SlugField(max_length=12)
    on = models.DateField()
    hours = models.PositiveSmallIntegerField(null=True, blank=True)
    words = models.TextField(blank=True)
    language = models.CharField(max_length=2)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="enforcement order kind on hours language by at", confidence="words")

    class Meta:
        ordering: ClassVar[list[str]] = ["on", "id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Compensation(models.Model):
    """Compensation as it stands: who lost, whether they applied, the loss and what was ordered, in pence;
    written once, a later one stands."""

    enforcement = models.ForeignKey(Enforcement, on_delete=models.PROTECT, related_name="compensation")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    has_applied = models.BooleanField()
    loss = models.PositiveIntegerField()
    ordered = models.PositiveIntegerField(null=True, blank=True)
    ordered_on = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True)
    language = models.CharField(max_length=2)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id",
        record="enforcement party has_applied loss ordered ordered_on language by at",
        confidence="words",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Report(models.Model):
    """What was written: a report to the court or a letter; `version` is that of the sealed document, `order`
    the one that stood here then, where the document is about an order; written once."""

    INFORMATION, FAILURE, SPECIFIED, UNSUITABLE, END, CORRECTION = (
        "information", "failure", "specified", "unsuitable", "end", "correction",
    )  # fmt: skip
    START, CLOSING = "start_letter", "closing_letter"
    LETTERS = (START, CLOSING)

    enforcement = models.ForeignKey(Enforcement, on_delete=models.PROTECT, related_name="reports")
    order = models.ForeignKey(Order, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kind = models.SlugField(max_length=16)
    version = models.PositiveSmallIntegerField()
    said = models.JSONField(default=dict)
    language = models.CharField(max_length=2)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="enforcement order kind version language by at", confidence="said")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Ended(models.Model):
    """How an enforcement ended; written once. One that is not wrong is the end."""

    enforcement = models.ForeignKey(Enforcement, on_delete=models.PROTECT, related_name="ends")
    outcome = models.SlugField(max_length=12)
    on = models.DateField()
    words = models.TextField(blank=True)
    language = models.CharField(max_length=2)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="enforcement outcome on language by at", confidence="words")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Wrong(RecordedWrongly):
    """That an alleged failure, a notice, something that happened or the end was recorded wrongly."""

    enforcement = models.ForeignKey(Enforcement, on_delete=models.PROTECT, related_name="wrong")
    alleged = models.OneToOneField(
        Alleged, null=True, blank=True, on_delete=models.PROTECT, related_name="wrong"
    )
    notice = models.OneToOneField(
        Notice, null=True, blank=True, on_delete=models.PROTECT, related_name="wrong"
    )
    happened = models.OneToOneField(
        Happened, null=True, blank=True, on_delete=models.PROTECT, related_name="wrong"
    )
    ended = models.OneToOneField(Ended, null=True, blank=True, on_delete=models.PROTECT, related_name="wrong")

    kept = Kept(
        open="id", record="enforcement alleged notice happened ended language by at", confidence="why"
    )
