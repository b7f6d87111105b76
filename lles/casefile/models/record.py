"""What stays: the timeline, the documents we made, where they went, and who looked."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models.case import Case
from lles.casefile.models.family import Child, Party
from lles.casefile.models.kept import Kept, written_once
from lles.casefile.models.people_of_service import Officer


class Entry(models.Model):
    """One line of the timeline, kept as a name and facts so that it reads in either language."""

    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.PROTECT, related_name="entries")
    subject = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=60)
    facts = models.JSONField(default=dict)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT)
    at = models.DateTimeField()

    kept = Kept(open="id kind", record="case subject by at", confidence="facts")

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["case", "-id"], name="timeline_of_case")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Document(models.Model):
    """A document the service made for one reader in one language; sealed once it is written."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=60)
    version = models.PositiveSmallIntegerField(default=1)
    reader = models.CharField(max_length=20)
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT)
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=2)
    file_name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    made_by = models.ForeignKey(Officer, on_delete=models.PROTECT)
    made_at = models.DateTimeField()

    kept = Kept(
        open="id kind version",
        record="case reader party child language file_name sha256 made_by made_at",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "kind", "version", "reader", "language"],
                name="a_version_is_made_once_for_each_reader_and_language",
            ),
        ]


class Filing(models.Model):
    """The way of one sealed document to the court: sent once, by the feed's upload or by hand, unless our own
    gate stops it."""

    WAITING, SENDING, ACCEPTED, REFUSED, UNKNOWN, UNREACHABLE, BY_HAND, FILED_BY_HAND = (
        "waiting",
        "sending",
        "accepted",
        "refused",
        "unknown",
        "unreachable",
        "by_hand",
        "filed_by_hand",
    )
    STOPPED, WITHDRAWN = "stopped", "withdrawn"

    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="filing")
    court_type = models.CharField(max_length=60)
    receipt = models.CharField(max_length=40, unique=True)
    state = models.CharField(max_length=16, default=WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True, blank=True)
    answered = models.CharField(max_length=300, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    way = models.CharField(max_length=40, blank=True)
    filed_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    kept = Kept(
        open="id receipt state",
        record="document court_type tries next_try_at answered settled_at way filed_by",
    )

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["next_try_at"], condition=models.Q(state="waiting"), name="filings_to_send"),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.FSM(
                name="filed_stays_filed",
                field="state",
                transitions=[
                    ("waiting", "sending"),
                    ("waiting", "withdrawn"),
                    ("sending", "waiting"),
                    ("sending", "accepted"),
                    ("sending", "refused"),
                    ("sending", "unknown"),
                    ("sending", "unreachable"),
                    ("sending", "stopped"),
                    ("refused", "waiting"),
                    ("refused", "filed_by_hand"),
                    ("unreachable", "waiting"),
                    ("unreachable", "filed_by_hand"),
                    ("unknown", "accepted"),
                    ("unknown", "waiting"),
                    ("unknown", "filed_by_hand"),
                    ("by_hand", "filed_by_hand"),
                    ("stopped", "filed_by_hand"),
                    ("stopped", "waiting"),
                    ("stopped", "withdrawn"),
                    ("refused", "withdrawn"),
                    ("unreachable", "withdrawn"),
                    ("by_hand", "withdrawn"),
                ],
            ),
        ]


class Disclosure(models.Model):
    """The ledger of the gate: what left, to whom, on what basis; written once. An officer who looks at the
    same bytes again adds nothing."""

    LOOKS = ("preview", "look")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="disclosures")
    reader = models.CharField(max_length=20)
    basis = models.CharField(max_length=40)
    purpose = models.CharField(max_length=20)
    what = models.CharField(max_length=120)
    language = models.CharField(max_length=2, blank=True)
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT)
    at = models.DateTimeField()

    kept = Kept(open="id", record="case reader basis purpose what language sha256 by at")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "reader", "basis", "purpose", "what", "language", "sha256", "by"],
                condition=models.Q(purpose__in=["preview", "look"]),
                name="a_look_at_the_same_bytes_is_written_once",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Sighting(models.Model):
    """Who looked at what of a case, and when; written once."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="sightings")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT)
    what = models.CharField(max_length=60)
    at = models.DateTimeField()

    kept = Kept(open="id", record="case officer what at")

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["officer", "-at"], name="last_looks_of_officer"),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
