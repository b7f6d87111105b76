"""What only this piece of work stores: danger seen, to whom it was referred, and what they said."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models

from lles.casefile.models import Case, Check, CheckAnswer, Child, Conversation, Kept, Officer, Party

written_once = pgtrigger.Protect(name="written_once", operation=pgtrigger.Update | pgtrigger.Delete)
never_deleted = pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)


class Referral(models.Model):
    """A danger that somebody saw. What was learnt is sealed with the key of the locations, because it may say
    where somebody is."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="urgent_referrals")
    seen_at = models.DateTimeField()
    seen_in = models.SlugField(max_length=12)
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    conversation = models.ForeignKey(
        Conversation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    asked = models.ForeignKey(Check, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answer = models.ForeignKey(CheckAnswer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.BinaryField()
    language = models.CharField(max_length=2)
    harm = ArrayField(models.SlugField(max_length=20))
    children_safe = models.SlugField(max_length=8)
    adults_safe = models.SlugField(max_length=8)
    known_to = ArrayField(models.BigIntegerField(), default=list)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    noted_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField(null=True, blank=True)
    outcome = models.SlugField(max_length=20, blank=True)
    closed_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    kept = Kept(
        open="id",
        record="case seen_at seen_in party conversation asked answer language by at noted_by noted_at outcome"
        " closed_by closed_at",
        confidence="harm children_safe adults_safe known_to",
        location="words",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-seen_at", "-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["case"], condition=models.Q(closed_at=None), name="open_danger_of_a_case"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(closed_at__isnull=True, outcome="")
                | models.Q(closed_at__isnull=False) & ~models.Q(outcome=""),
                name="a_referral_that_is_closed_has_an_outcome",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            never_deleted,
            pgtrigger.Protect(
                name="what_was_seen_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("case", "seen_at", "seen_in", "party", "words", "harm", "by"),
            ),
        ]


class ReadForDanger(models.Model):
    """What somebody answered who read an application: whether anybody is in immediate danger; written
    once."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="read_for_danger")
    in_danger = models.BooleanField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="case by at", confidence="in_danger")

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class ReferredChild(models.Model):
    """A child whom a danger is about; written once."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="about")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")

    kept = Kept(open="id", record="referral child")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["referral", "child"], name="a_referral_is_about_a_child_once"),
        ]


class Recipient(models.Model):
    """One body to which a danger is referred: told by telephone, written to, and how far it is."""

    TO_SEND, SENT, ACKNOWLEDGED, ANSWERED, NOT_NEEDED = (
        "to_send",
        "sent",
        "acknowledged",
        "answered",
        "not_needed",
    )

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="recipients")
    kind = models.SlugField(max_length=20)
    body = models.SlugField(max_length=80)
    receipt = models.CharField(max_length=40, unique=True)
    state = models.CharField(max_length=16, default=TO_SEND)
    phoned_at = models.DateTimeField(null=True, blank=True)
    phoned_whom = models.CharField(max_length=200, blank=True)
    phoned_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    told_noted_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_way = models.SlugField(max_length=20, blank=True)
    sent_to = models.CharField(max_length=200, blank=True)
    sent_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    asked_again_on = models.DateField(null=True, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    their_reference = models.CharField(max_length=80, blank=True)

    kept = Kept(
        open="id receipt state kind",
        record="referral phoned_at phoned_by told_noted_at sent_at sent_way sent_by asked_again_on"
        " acknowledged_at",
        confidence="body phoned_whom sent_to their_reference",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["referral", "kind", "body"], name="a_danger_is_referred_to_a_body_once"
            ),
            models.CheckConstraint(
                condition=models.Q(sent_at__isnull=False) | models.Q(state__in=["to_send", "not_needed"]),
                name="what_is_sent_has_a_moment",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            never_deleted,
            pgtrigger.FSM(
                name="what_was_sent_stays_sent",
                field="state",
                transitions=[
                    ("to_send", "sent"),
                    ("to_send", "not_needed"),
                    ("sent", "acknowledged"),
                    ("sent", "answered"),
                    ("acknowledged", "answered"),
                ],
            ),
        ]

    @property
    def is_told(self) -> bool:
        """Whether the body knows of the danger, by telephone or in writing."""
        return self.phoned_at is not None or self.sent_at is not None


class Written(models.Model):
    """The referral in writing, for one body in one language; its bytes stand under their hash in a store that
    is sealed with the key of the locations. Written once."""

    recipient = models.ForeignKey(Recipient, on_delete=models.PROTECT, related_name="written")
    version = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=2)
    sha256 = models.CharField(max_length=64)
    told = ArrayField(models.CharField(max_length=60), default=list)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id version", record="recipient language sha256 told by at")

    class Meta:
        ordering: ClassVar[list[str]] = ["-version", "id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["recipient", "version", "language"],
                name="a_referral_is_written_once_in_each_language",
            ),
        ]


class Reply(models.Model):
    """What a body said that it will do or has done; sealed words, written once."""

    recipient = models.ForeignKey(Recipient, on_delete=models.PROTECT, related_name="replies")
    received_at = models.DateTimeField()
    decision = models.SlugField(max_length=20)
    by_day = models.DateField(null=True, blank=True)
    words = models.BinaryField()
    language = models.CharField(max_length=2)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id", record="recipient received_at by_day language by at", partner="decision", location="words"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
