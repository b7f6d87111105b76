"""What somebody is typing and has not yet recorded: one row for each saving, and none is ever changed."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models.case import Case
from lles.casefile.models.kept import Kept, written_once
from lles.casefile.models.people_of_service import Officer


class Draft(models.Model):
    """One revision of a draft, encrypted because one may type an address into it; written once.

    A draft of no case is its writer's own, unless it is shared: then whoever may open its page writes on it.
    The first revision, and the first after a change used the draft, `begins` it.
    `sheet` and `turn` tell a page that saves again from another page: one page never overtakes itself."""

    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.PROTECT, related_name="drafts")
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=80)
    revision = models.PositiveIntegerField()
    content = models.BinaryField()
    ended = models.BooleanField(default=False)
    begins = models.BooleanField(default=False)
    shared = models.BooleanField(default=False)
    sheet = models.CharField(max_length=40, blank=True)
    turn = models.PositiveBigIntegerField(default=0)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id kind",
        record="case subject revision ended begins shared sheet turn by at",
        location="content",
    )

    class Meta:
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["case"], condition=models.Q(begins=True), name="drafts_begun_on_a_case"),
            models.Index(fields=["by"], condition=models.Q(begins=True), name="drafts_begun_by_somebody"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "kind", "subject", "revision"],
                condition=models.Q(case__isnull=False),
                name="a_revision_of_a_draft_of_a_case_is_saved_once",
            ),
            models.UniqueConstraint(
                fields=["by", "kind", "subject", "revision"],
                condition=models.Q(case__isnull=True, shared=False),
                name="a_revision_of_ones_own_draft_is_saved_once",
            ),
            models.UniqueConstraint(
                fields=["kind", "subject", "revision"],
                condition=models.Q(case__isnull=True, shared=True),
                name="a_revision_of_a_shared_draft_is_saved_once",
            ),
        ]
