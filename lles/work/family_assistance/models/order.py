"""The family assistance of a case: proposed, then ordered; what the order says, and whom it names."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models

from lles.casefile.models import Case, Child, Kept, Officer, OfStandingOrders, Order, Party
from lles.casefile.models.court_answer import CourtAnswered


class Assistance(models.Model):
    """One family assistance order from its first idea: without an order while it is proposed. The day on
    which it ends is derived, never stored; `ends_on` is the day that the order itself states. `about` are the
    children it is about by their numbers, none where that was never recorded."""

    SERVICE, AUTHORITY = "service", "authority"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="assistances")
    order = models.OneToOneField(
        Order, null=True, blank=True, on_delete=models.PROTECT, related_name="assistance"
    )
    about = ArrayField(models.BigIntegerField(), default=list, blank=True)
    supplier = models.SlugField(max_length=12, blank=True)
    authority = models.SlugField(max_length=60, blank=True)
    authority_basis = models.SlugField(max_length=20, blank=True)
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    as_sealed = models.BooleanField(default=False)
    arrangements_from = models.DateField(null=True, blank=True)
    arrangements_to = models.DateField(null=True, blank=True)
    arrangements_say_time = models.BooleanField(default=False)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    terms_at = models.DateTimeField(null=True, blank=True)
    terms_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = OfStandingOrders["Assistance"]()
    every = models.Manager["Assistance"]()

    kept = Kept(
        open="id",
        record="case order about supplier authority authority_basis months ends_on as_sealed"
        " arrangements_from arrangements_to arrangements_say_time begun_at begun_by terms_at terms_by",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)
        ]


class NamedOne(models.Model):
    """Somebody whom the order names or would name, and what they are to the child (FAO-NAMED); who is named
    no longer leaves, and the row stays."""

    assistance = models.ForeignKey(Assistance, on_delete=models.PROTECT, related_name="named")
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    standing = models.SlugField(max_length=24)
    named_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    kept = Kept(open="id", record="assistance party child standing named_at left_at")

    class Meta:
        ordering: ClassVar[list[str]] = ["child", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(child__isnull=True) ^ models.Q(party__isnull=True),
                name="an_order_names_an_adult_or_a_child",
            ),
            models.UniqueConstraint(
                fields=["assistance", "party", "child"],
                condition=models.Q(left_at=None),
                name="an_order_names_somebody_once",
                nulls_distinct=False,
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="who_was_named_stays", operation=pgtrigger.Delete)
        ]

    @property
    def name(self) -> str:
        """Whom it names."""
        person = self.party or self.child
        return person.name if person else ""


class CourtAnswer(CourtAnswered):
    """What the court said of family assistance that runs: that it ends or goes on, or that it stands though
    it names somebody whom the statute does not allow it to name (FAO-NAMED)."""

    NAMES_STAND = "names_stand"

    assistance = models.ForeignKey(Assistance, on_delete=models.PROTECT, related_name="answers")

    kept = Kept(open="id", record="assistance answer on language by at", confidence="words")

    class Meta(CourtAnswered.Meta):
        pass
