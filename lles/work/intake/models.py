"""The ledger: everything received, and what became of it."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Case, Kept


class Received(models.Model):
    """One answer of a court's service as it came: its bytes stand, encrypted, in the store under this
    hash."""

    source = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    at = models.DateTimeField()

    kept = Kept(open="id", record="source sha256 size at")

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["sha256"], name="received_by_hash")]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="written_once", operation=pgtrigger.Update | pgtrigger.Delete)
        ]


class Arrival(models.Model):
    """One case of an answer, and what became of it."""

    OPENED, UPDATED, UNCHANGED, HELD = "opened", "updated", "unchanged", "held"

    received = models.ForeignKey(Received, on_delete=models.PROTECT, related_name="arrivals")
    position = models.PositiveIntegerField()
    law = models.CharField(max_length=10)
    court_number = models.CharField(max_length=40, blank=True)
    court_name = models.CharField(max_length=200, blank=True)
    children = models.PositiveSmallIntegerField(default=0)
    content_sha256 = models.CharField(max_length=64)
    court_changed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=10)
    reason = models.SlugField(max_length=40, blank=True)
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.PROTECT, related_name="arrivals")
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    kept = Kept(
        open="id",
        record="received position law court_number court_name children content_sha256"
        " court_changed_at outcome"
        " reason case at settled_at",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["law", "court_number", "-id"], name="arrivals_of_court_case"),
            models.Index(fields=["at"], name="arrivals_by_moment"),
            models.Index(
                fields=["-id"], condition=models.Q(outcome="held", settled_at=None), name="arrivals_held"
            ),
        ]


class FeedNote(models.Model):
    """Something in an answer that was not understood: its name and its place; what came stays in the
    ledger."""

    arrival = models.ForeignKey(Arrival, on_delete=models.PROTECT, related_name="notes")
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.PROTECT, related_name="feed_notes")
    code = models.SlugField(max_length=60)
    path = models.CharField(max_length=300)
    at = models.DateTimeField()

    kept = Kept(open="id code", record="arrival case path at")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "code", "path"],
                condition=models.Q(case__isnull=False),
                name="a_note_of_a_case_is_made_once",
            ),
        ]


class Progress(models.Model):
    """How far a court's service has been read, in that service's own clock."""

    service = models.CharField(max_length=10, unique=True)
    done_to = models.DateTimeField()

    kept = Kept(open="id service", record="done_to")


class Gap(models.Model):
    """A stretch of time that a court's service would not give us, for a person to know of."""

    service = models.CharField(max_length=10)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    noted_at = models.DateTimeField()

    kept = Kept(open="id service", record="starts_at ends_at noted_at")
