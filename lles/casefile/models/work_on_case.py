"""What has to happen and what was said: tasks, conversations and concerns."""

from datetime import date
from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models.case import Case
from lles.casefile.models.court import Direction
from lles.casefile.models.family import Child, Party
from lles.casefile.models.kept import Kept, written_once
from lles.casefile.models.people_of_service import Officer
from lles.casefile.models.wrong import RecordedWrongly


class Task(models.Model):
    """One thing to do in a case; its due day is derived from facts and stored with its reason, and so are
    the first and the last day on which it is asked for, where it has such. One that waits for a person by
    name stands on the Today of that person alone."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="tasks")
    kind = models.CharField(max_length=60)
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT)
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT)
    direction = models.ForeignKey(Direction, null=True, blank=True, on_delete=models.PROTECT)
    subject = models.CharField(max_length=60, blank=True)
    waits_for = models.ForeignKey(
        Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="waiting_tasks"
    )
    due_on = models.DateField(null=True, blank=True)
    provision = models.CharField(max_length=40, blank=True)
    due = models.JSONField(null=True, blank=True)
    from_on = models.DateField(null=True, blank=True)
    until_on = models.DateField(null=True, blank=True)
    opened_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=40, blank=True)

    kept = Kept(
        open="id kind",
        record="case child party direction subject waits_for due_on provision due from_on until_on opened_at"
        " ended_at outcome",
    )

    def is_asked_for(self, on: date) -> bool:
        """Whether a day is one on which the task is asked for."""
        begun = self.from_on is None or self.from_on <= on
        return begun and (self.until_on is None or on <= self.until_on)

    class Meta:
        ordering: ClassVar[list[str]] = ["due_on", "id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["case", "due_on"], condition=models.Q(ended_at=None), name="open_tasks_of_case"
            ),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "kind", "child", "party", "subject"],
                condition=models.Q(ended_at=None),
                name="a_task_is_open_once",
                nulls_distinct=False,
            ),
        ]


class Conversation(models.Model):
    """A telephone call or a meeting with an adult, or the attempt at one; written once."""

    SPOKE, NO_ANSWER, NOT_SAFE = "spoke", "no_answer", "not_safe_to_talk"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="conversations")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="conversations")
    began_at = models.DateTimeField()
    outcome = models.CharField(max_length=20)
    identity_checked = models.BooleanField(default=False)
    safe_to_talk = models.BooleanField(null=True, blank=True)
    alone = models.BooleanField(null=True, blank=True)
    language = models.CharField(max_length=2, blank=True)
    interpreter = models.CharField(max_length=60, blank=True)
    asked_about = models.JSONField(default=list)
    separate_meeting = models.CharField(max_length=12, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT)
    at = models.DateTimeField()

    kept = Kept(
        open="id",
        record="case party began_at outcome identity_checked safe_to_talk alone language interpreter"
        " asked_about separate_meeting by at",
    )

    @property
    def is_interpreted(self) -> bool:
        """Whether what was said came to us through an interpreter."""
        return bool(self.interpreter) and not self.language

    class Meta:
        ordering: ClassVar[list[str]] = ["began_at", "id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class ConversationWrong(RecordedWrongly):
    """That a conversation or an attempt at one was recorded wrongly."""

    conversation = models.OneToOneField(Conversation, on_delete=models.PROTECT, related_name="wrong")

    kept = Kept(open="id", record="conversation language by at", confidence="why")


class Concern(models.Model):
    """What an adult said about safety or welfare, in that adult's own words, and of which topic it is: of an
    event also who did it, when, and whether a child was there; written once."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="concerns")
    conversation = models.ForeignKey(Conversation, on_delete=models.PROTECT, related_name="concerns")
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT)
    topic = models.SlugField(max_length=20, blank=True)
    words = models.TextField()
    language = models.CharField(max_length=2)
    who = models.CharField(max_length=200, blank=True)
    when = models.CharField(max_length=200, blank=True)
    child_present = models.BooleanField(null=True, blank=True)
    deferred = models.BooleanField(default=False)
    at = models.DateTimeField()

    kept = Kept(
        open="id",
        record="case conversation child topic language deferred at",
        confidence="words who when child_present",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class SafeContact(models.Model):
    """How it is safe to reach an adult, as that person said: the last row stands; written once. What was said
    of letters holds for the address of that day alone, of which the mark tells no place."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="safe_contacts")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="safe_contacts")
    voicemail = models.BooleanField(null=True, blank=True)
    letters = models.BooleanField(null=True, blank=True)
    address_mark = models.CharField(max_length=64, blank=True)
    how = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT)
    at = models.DateTimeField()

    kept = Kept(
        open="id", record="case party voicemail letters by at", confidence="how", location="address_mark"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
