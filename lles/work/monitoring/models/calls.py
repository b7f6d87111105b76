"""The calls of monitoring, planned and held, breaches that somebody alleged in them, and suspected harm."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Child, Kept, Officer, Party
from lles.casefile.models.kept import written_once
from lles.work.monitoring.models.order import Monitoring, Provision


class PlannedCall(models.Model):
    """A call that is planned with an adult, about what was to happen on a day; it ends when it was held
    (`held_in`), called off or planned anew, or when monitoring ended before it."""

    monitoring = models.ForeignKey(Monitoring, on_delete=models.PROTECT, related_name="planned")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    monitored_on = models.DateField(null=True, blank=True)
    starts_at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    held_in = models.ForeignKey(
        "Call", null=True, blank=True, on_delete=models.PROTECT, related_name="planned_as"
    )

    kept = Kept(open="id", record="monitoring party monitored_on starts_at by at ended_at held_in")

    class Meta:
        ordering: ClassVar[list[str]] = ["starts_at", "id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)
        ]


class Call(models.Model):
    """A conversation that monitors, with an adult or a child: `answers` says for each provision, by its
    number, whether it was complied with on the day that was monitored; the account is in the words of who was
    asked. Written once."""

    SPOKE, DECLINED, SILENT, NO_ANSWER = "spoke", "declined", "silent", "no_answer"
    ASKED = (SPOKE, DECLINED, SILENT)
    COMPLIED, PARTLY, NOT = "complied", "partly", "not"
    FAILED = (PARTLY, NOT)

    monitoring = models.ForeignKey(Monitoring, on_delete=models.PROTECT, related_name="calls")
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    held_at = models.DateTimeField()
    outcome = models.SlugField(max_length=12)
    monitored_on = models.DateField(null=True, blank=True)
    answers = models.JSONField(default=dict)
    account = models.TextField(blank=True)
    language = models.CharField(max_length=2)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id",
        record="monitoring party child held_at outcome monitored_on answers language by at",
        confidence="account",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["held_at", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(child__isnull=True) ^ models.Q(party__isnull=True),
                name="a_monitoring_call_is_with_an_adult_or_a_child",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]

    @property
    def name(self) -> str:
        """With whom it was."""
        person = self.party or self.child
        return person.name if person else ""


class Breach(models.Model):
    """That somebody alleged that a provision was not complied with on a day; written once. Whether it is
    still only alleged is derived from who was asked and what was decided; one that no call alleges any more
    counts no more."""

    monitoring = models.ForeignKey(Monitoring, on_delete=models.PROTECT, related_name="breaches")
    provision = models.ForeignKey(Provision, on_delete=models.PROTECT, related_name="breaches")
    monitored_on = models.DateField()
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="breaches")
    at = models.DateTimeField()

    kept = Kept(open="id", record="monitoring provision monitored_on call at")

    class Meta:
        ordering: ClassVar[list[str]] = ["monitored_on", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["provision", "monitored_on"], name="a_breach_of_a_day_is_alleged_once"
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Decision(models.Model):
    """What the officer found once each side had been asked: the breach is confirmed, or it is not shown;
    written once. The last one that counts is what was found."""

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="decisions")
    is_confirmed = models.BooleanField()
    words = models.TextField(blank=True)
    language = models.CharField(max_length=2)
    on = models.DateField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="breach is_confirmed language on by at", confidence="words")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Suspicion(models.Model):
    """That harm was suspected while monitoring, or that what was suspected was assessed; the last row says
    which stands (MON-16A). Written once."""

    SEEN, ASSESSED = "seen", "assessed"

    monitoring = models.ForeignKey(Monitoring, on_delete=models.PROTECT, related_name="suspicions")
    kind = models.SlugField(max_length=10)
    on = models.DateField()
    words = models.TextField()
    language = models.CharField(max_length=2)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="monitoring kind on language by at", confidence="words")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
