"""What an order under section 8 says beside what it directs, and who had the notice that it carries."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models.court import Order
from lles.casefile.models.family import Party
from lles.casefile.models.kept import Kept, written_once
from lles.casefile.models.people_of_service import Officer
from lles.casefile.models.standing import OfStandingOrders
from lles.casefile.models.wrong import RecordedWrongly


class OrderTerms(models.Model):
    """What somebody read in an order under section 8: which types it makes where its heading leaves them
    open, whether it is only about with whom and when the child
    lives, whether it varies or discharges another, its last day, whether it carries its warning notice; None
    where it does not say. Written once; the last row of an order stands."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="terms_read")
    types = models.JSONField(default=list)
    only_about_living = models.BooleanField(null=True, blank=True)
    varies = models.BooleanField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    carries_notice = models.BooleanField(null=True, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfStandingOrders["OrderTerms"]()

    kept = Kept(open="id", record="order types only_about_living varies ends_on carries_notice by at")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class NoticeHad(models.Model):
    """The day on which somebody got the warning notice of an order, or was told what it says; written
    once."""

    SERVED, TOLD = "served", "told"

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="notices_had")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    way = models.SlugField(max_length=8)
    on = models.DateField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfStandingOrders["NoticeHad"]()

    kept = Kept(open="id", record="order party way on by at")

    class Meta:
        ordering: ClassVar[list[str]] = ["on", "id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Attached(models.Model):
    """What an order under section 8 directs, attaches as a condition or makes incidentally, and its words as
    far as they were written down: its paragraph, whom it binds, what ties them to the order or the child, and
    the days on which it begins and ends where the order says; written once."""

    CONDITION, DIRECTION, INCIDENTAL = "condition", "direction", "incidental"

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="attached")
    kind = models.SlugField(max_length=10)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    ties = models.JSONField(default=list)
    paragraph = models.CharField(max_length=20, blank=True)
    words = models.TextField(blank=True)
    language = models.CharField(max_length=2, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfStandingOrders["Attached"]()
    every = models.Manager["Attached"]()

    kept = Kept(
        open="id", record="order kind party ties paragraph language since until by at", confidence="words"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(until=None)
                | models.Q(since=None)
                | models.Q(until__gte=models.F("since")),
                name="what_is_attached_ends_after_it_began",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="condition") | models.Q(party__isnull=False),
                name="a_condition_binds_somebody",
            ),
        ]


class AttachedWrong(RecordedWrongly):
    """That what is attached to an order was recorded wrongly."""

    attached = models.OneToOneField(Attached, on_delete=models.PROTECT, related_name="wrong")

    kept = Kept(open="id", record="attached language by at", confidence="why")


class AttachedDischarged(models.Model):
    """Which later order discharges what is attached to one, or that none does after all. Written once; the
    last row stands."""

    attached = models.ForeignKey(Attached, on_delete=models.PROTECT, related_name="discharges")
    order = models.ForeignKey(Order, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfStandingOrders["AttachedDischarged"]()
    every = models.Manager["AttachedDischarged"]()

    kept = Kept(open="id", record="attached order by at")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
