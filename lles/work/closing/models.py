"""What only this piece of work stores: that a case was closed and opened again, why it stays
open, what its letters say of its end, and who gets no letter."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Case, Child, Kept, Officer, Party
from lles.casefile.models.kept import written_once


class Closing(models.Model):
    """That a case was closed: how the service's work ended, and on which day; written once."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="closings")
    outcome = models.SlugField(max_length=20)
    ended_on = models.DateField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="case outcome ended_on by at")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Reopening(models.Model):
    """That a closed case was opened again, by somebody or because the court asked for more; written once."""

    closing = models.OneToOneField(Closing, on_delete=models.PROTECT, related_name="reopening")
    reason = models.CharField(max_length=2000, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="closing by at", confidence="reason")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class GoesOn(models.Model):
    """Why the involvement of the service goes on in a case in which nothing is open; written once."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="involvement_goes_on")
    reason = models.CharField(max_length=2000)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="case by at", confidence="reason")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class LettersSay(models.Model):
    """What the closing letters that were made at once say of how the work ended, and on which day; written
    once."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="closing_letters_say")
    outcome = models.SlugField(max_length=20)
    ended_on = models.DateField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="case outcome ended_on by at")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class NoLetter(models.Model):
    """Why one adult or one child gets no closing letter; written once."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="no_closing_letters")
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=2000)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="case party child by at", confidence="reason")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(party__isnull=True) ^ models.Q(child__isnull=True),
                name="no_closing_letter_is_of_one_person",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
