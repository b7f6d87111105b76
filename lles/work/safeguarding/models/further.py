"""What goes to the court beside the letter: at short notice, as a note of what is missing, as an update."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Case, Kept, Officer, Party


class FurtherLetter(models.Model):
    """One of them, of its kind and by its number, as its author writes it; what is on the record is not
    repeated here. The other words are the same in the other language, where the author wrote them in both."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="further_letters")
    kind = models.CharField(max_length=30)
    number = models.PositiveSmallIntegerField()
    author = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=2, default="en")
    words = models.TextField(blank=True)
    other_words = models.TextField(blank=True)
    asks = models.JSONField(default=list)
    expected = models.JSONField(default=dict)
    advice_changes = models.BooleanField(null=True, blank=True)
    advice = models.TextField(blank=True)
    other_advice = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    written_at = models.DateTimeField()
    sealed_at = models.DateTimeField(null=True, blank=True)

    kept = Kept(
        open="id kind number",
        record="case author language asks expected advice_changes revision written_at sealed_at",
        confidence="words other_words advice other_advice",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "kind", "number"], name="a_further_letter_of_a_kind_has_its_number_once"
            ),
            models.UniqueConstraint(
                fields=["case", "kind"],
                condition=models.Q(sealed_at=None),
                name="one_further_letter_of_a_kind_is_written_at_a_time",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(
                name="sealed_stays_sealed",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__sealed_at__isnull=False),
            )
        ]


class FurtherWithholding(models.Model):
    """An update is kept from a party who was given the letter, because sending it would risk harm."""

    further = models.ForeignKey(FurtherLetter, on_delete=models.PROTECT, related_name="withholdings")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    language = models.CharField(max_length=2, default="en")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="further party language by at", confidence="reason")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["further", "party"], name="a_further_letter_is_withheld_from_a_party_once"
            ),
        ]
