"""What people answer and say to a family assistance order: consents, objections, views, comments."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Child, Kept, Officer, Party
from lles.casefile.models.kept import written_once
from lles.work.family_assistance.models.order import Assistance


class Consent(models.Model):
    """What an adult answered when asked for consent, how, and who took it (FAO-CONSENT); the last one stands,
    written once."""

    GIVEN, REFUSED, WITHDRAWN = "given", "refused", "withdrawn"

    assistance = models.ForeignKey(Assistance, on_delete=models.PROTECT, related_name="consents")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    answer = models.SlugField(max_length=10)
    on = models.DateField()
    way = models.SlugField(max_length=16)
    taken_by = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    language = models.CharField(max_length=2)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id", record="assistance party answer on way language by at", confidence="taken_by words"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Heard(models.Model):
    """What an adult or a child said of the order, in their own words, or that they had the chance to comment
    on the opinion and said nothing; written once."""

    VIEW, COMMENT, NO_COMMENT, OBJECTION = "view", "comment", "no_comment", "objection"

    assistance = models.ForeignKey(Assistance, on_delete=models.PROTECT, related_name="heard")
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    about = models.SlugField(max_length=16)
    words = models.TextField(blank=True)
    language = models.CharField(max_length=2)
    on = models.DateField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="assistance party child about language on by at", confidence="words")

    class Meta:
        ordering: ClassVar[list[str]] = ["on", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(child__isnull=True) ^ models.Q(party__isnull=True),
                name="an_adult_or_a_child_was_heard",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]

    @property
    def name(self) -> str:
        """Who was heard."""
        person = self.party or self.child
        return person.name if person else ""
