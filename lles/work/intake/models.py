"""The ledger: everything received, and what became of it."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models

from lles.casefile.models import Case, Kept, Officer, ReceivedFile

written_once = pgtrigger.Protect(name="written_once", operation=pgtrigger.Update | pgtrigger.Delete)


class Received(models.Model):
    """One answer of a court's service, or one message, as it came: its bytes stand, encrypted, in the store
    under this hash; without a hash it was too large to keep, and stays in the folder it came from."""

    source = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField()
    at = models.DateTimeField()

    kept = Kept(open="id", record="source sha256 size at")

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["sha256"], name="received_by_hash")]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Arrival(models.Model):
    """One case of an answer, or one message by e-mail, and what became of it."""

    OPENED, UPDATED, UNCHANGED, HELD = "opened", "updated", "unchanged", "held"
    WAITING, KEYED, JOINED, SET_ASIDE = "waiting", "keyed", "joined", "set_aside"

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
    settled_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    settled_words = models.TextField(blank=True)

    kept = Kept(
        open="id",
        record="received position law court_number court_name children content_sha256"
        " court_changed_at outcome"
        " reason case at settled_at settled_by",
        confidence="settled_words",
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
            models.Index(
                fields=["id"], condition=models.Q(outcome="waiting", settled_at=None), name="arrivals_waiting"
            ),
        ]


class MailMessage(models.Model):
    """What a message said, encrypted, because anybody may have written an address into it; the message as it
    came stands in the ledger."""

    arrival = models.OneToOneField(Arrival, on_delete=models.PROTECT, related_name="message")
    digest = models.CharField(max_length=64)
    id_mark = models.CharField(max_length=64, blank=True)
    head = models.BinaryField()
    text = models.BinaryField()
    sent_at = models.DateTimeField(null=True, blank=True)
    numbers = models.JSONField(default=list)

    kept = Kept(open="id", record="arrival digest id_mark sent_at numbers", location="head text")

    class Meta:
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["digest"], name="a_message_is_taken_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["id_mark"], name="messages_by_id")]


class MailFile(models.Model):
    """A file of a message, in its place among the others."""

    message = models.ForeignKey(MailMessage, on_delete=models.PROTECT, related_name="files")
    place = models.PositiveSmallIntegerField()
    file = models.ForeignKey(ReceivedFile, on_delete=models.PROTECT, related_name="+")

    kept = Kept(open="id place", record="message file")

    class Meta:
        ordering: ClassVar[list[str]] = ["place"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["message", "place"], name="a_place_in_a_message_holds_one_file"),
        ]


class ArrivalSighting(models.Model):
    """Who looked at what of an arrival, and when; written once."""

    arrival = models.ForeignKey(Arrival, on_delete=models.PROTECT, related_name="sightings")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT)
    what = models.CharField(max_length=60)
    at = models.DateTimeField()

    kept = Kept(open="id", record="arrival officer what at")

    class Meta:
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class ArrivalDanger(models.Model):
    """A danger that somebody saw in what came, before it was a case. What was learnt is sealed with the key
    of the locations, because it may say where somebody is. Written once."""

    arrival = models.OneToOneField(Arrival, on_delete=models.PROTECT, related_name="danger")
    seen_at = models.DateTimeField()
    words = models.BinaryField()
    language = models.CharField(max_length=2)
    harm = ArrayField(models.SlugField(max_length=20))
    children_safe = models.SlugField(max_length=8)
    adults_safe = models.SlugField(max_length=8)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id",
        record="arrival seen_at language by at",
        confidence="harm children_safe adults_safe",
        location="words",
    )

    class Meta:
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class DangerTold(models.Model):
    """A body that was told by telephone of a danger in what came, and what it said; written once."""

    danger = models.ForeignKey(ArrivalDanger, on_delete=models.PROTECT, related_name="told")
    kind = models.SlugField(max_length=20)
    body = models.SlugField(max_length=80)
    whom = models.CharField(max_length=200)
    told_at = models.DateTimeField()
    decision = models.SlugField(max_length=20, blank=True)
    words = models.BinaryField()
    language = models.CharField(max_length=2)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id kind",
        record="danger told_at language by at",
        partner="decision",
        confidence="body whom",
        location="words",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["told_at", "id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class DangerEnded(models.Model):
    """That a danger in what came, of which nobody was told there, was none after all or is told in a case
    already; sealed words, written once."""

    danger = models.OneToOneField(ArrivalDanger, on_delete=models.PROTECT, related_name="ended")
    outcome = models.SlugField(max_length=16)
    told_in = models.ForeignKey(Case, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.BinaryField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="danger told_in by at", confidence="outcome", location="words")

    class Meta:
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(outcome="told_in_case") ^ models.Q(told_in=None),
                name="a_danger_that_is_told_in_a_case_names_it",
            ),
        ]


class Registration(models.Model):
    """An application that is being keyed by hand, from an arrival or from nothing, until it is a case or
    is set aside; what was typed stands in its shared drafts."""

    arrival = models.ForeignKey(
        Arrival, null=True, blank=True, on_delete=models.PROTECT, related_name="registrations"
    )
    started_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    case = models.OneToOneField(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="registration"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_words = models.TextField(blank=True)

    kept = Kept(
        open="id", record="arrival started_by started_at case ended_at ended_by", confidence="ended_words"
    )

    class Meta:
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["arrival"],
                condition=models.Q(ended_at=None, arrival__isnull=False),
                name="an_arrival_is_keyed_in_one_place",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["id"], condition=models.Q(ended_at=None), name="registrations_started"),
        ]


class RegistrationSighting(models.Model):
    """Who looked at which page of a registration, which may say where somebody is; written once."""

    registration = models.ForeignKey(Registration, on_delete=models.PROTECT, related_name="sightings")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=60)
    at = models.DateTimeField()

    kept = Kept(open="id", record="registration officer what at")

    class Meta:
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


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
