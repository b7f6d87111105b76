"""What a visit or a conversation under a family assistance order was, beside that it took place."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Conversation, Kept
from lles.casefile.models.kept import written_once
from lles.work.family_assistance.models.plan import Worked


class Visit(models.Model):
    """One visit or conversation of the officer: in what sort of place, never where; who took part (`party:`
    or `child:` and the number) and who else; what each of them said, as mappings of `who`, `words` and
    `language`; what was seen and what follows. One that stands on the file already as a `conversation`, or as
    a `meeting` of the piece of work that plans them, is told from there; written once."""

    worked = models.OneToOneField(Worked, on_delete=models.PROTECT, related_name="visit")
    place = models.SlugField(max_length=12, blank=True)
    took_part = models.JSONField(default=list)
    others = models.CharField(max_length=300, blank=True)
    said = models.JSONField(default=list)
    seen = models.TextField(blank=True)
    follows = models.TextField(blank=True)
    conversation = models.ForeignKey(
        Conversation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    meeting = models.BigIntegerField(null=True, blank=True)

    kept = Kept(
        open="id", record="worked place took_part conversation meeting",
        confidence="others said seen follows",
    )  # fmt: skip

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
