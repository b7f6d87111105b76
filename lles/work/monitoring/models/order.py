"""The monitoring that a court asked for: its period, what is monitored, and of whom."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Case, Kept, Officer, OfStandingOrders, Order, Party

_STAYS = pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)


class Monitoring(models.Model):
    """One monitoring order and what it says. The last day is derived, never stored; `ends_on` is the day that
    the order itself states, `report_unit` and `report_within` the period it gives for the report on a
    breach."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="monitorings")
    order = models.OneToOneField(Order, on_delete=models.PROTECT, related_name="monitoring")
    starts_on = models.DateField(null=True, blank=True)
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    as_sealed = models.BooleanField(default=False)
    arrangements_on = models.DateField(null=True, blank=True)
    proceedings_ended_on = models.DateField(null=True, blank=True)
    by_consent = models.BooleanField(null=True, blank=True)
    is_excepted = models.BooleanField(default=False)
    report_within = models.PositiveSmallIntegerField(null=True, blank=True)
    report_unit = models.SlugField(max_length=12, blank=True)
    report_way = models.SlugField(max_length=12, blank=True)
    asks = models.TextField(blank=True)
    language = models.CharField(max_length=2, blank=True)
    begun_at = models.DateTimeField()
    terms_at = models.DateTimeField(null=True, blank=True)
    terms_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = OfStandingOrders["Monitoring"]()
    every = models.Manager["Monitoring"]()

    kept = Kept(
        open="id",
        record="case order starts_on months ends_on as_sealed arrangements_on proceedings_ended_on by_consent"
        " is_excepted report_within report_unit report_way language begun_at terms_at terms_by",
        confidence="asks",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [_STAYS]


class Provision(models.Model):
    """One provision of the child arrangements order that is monitored, in its words; one that the court takes
    out leaves, and the row stays."""

    monitoring = models.ForeignKey(Monitoring, on_delete=models.PROTECT, related_name="provisions")
    number = models.PositiveSmallIntegerField()
    kind = models.SlugField(max_length=30)
    words = models.TextField()
    language = models.CharField(max_length=2)
    added_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    kept = Kept(open="id", record="monitoring number kind language added_at left_at", confidence="words")

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["monitoring", "number"], name="a_monitored_provision_has_its_own_number"
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [_STAYS]


class MonitoredPerson(models.Model):
    """Somebody who is monitored, by which limb of section 11H(3), and whether the court ordered steps of
    them; who is monitored no longer leaves, and the row stays."""

    monitoring = models.ForeignKey(Monitoring, on_delete=models.PROTECT, related_name="people")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    limb = models.SlugField(max_length=30)
    takes_steps = models.BooleanField(default=False)
    named_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    kept = Kept(open="id", record="monitoring party limb takes_steps named_at left_at")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["monitoring", "party"],
                condition=models.Q(left_at=None),
                name="somebody_is_monitored_once",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [_STAYS]
